// One sender at a time among the tabs of a learner. Two at once would do no harm (the server knows every operation by its id), only
// double work.

/** Runs one task at a time under the name, across tabs where the browser has Web Locks, and within this tab where it has not. */
export function exclusiveRunner(
  name: string,
  locks: LockManager | undefined,
): (run: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (run) => {
    if (locks !== undefined) return runUnderLock(locks, name, run);
    last = last.then(run, run);
    return last;
  };
}

async function runUnderLock(locks: LockManager, name: string, run: () => Promise<void>): Promise<void> {
  let started = false;
  const once = () => {
    started = true;
    return run();
  };
  try {
    await locks.request(name, once);
  } catch (error) {
    // Some privacy settings refuse locks; a task's own failure is not hidden by running it again.
    if (started) throw error;
    await run();
  }
}
