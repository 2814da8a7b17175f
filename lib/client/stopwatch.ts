// How long a card has been looked at. Pure: every call takes the instant.

const LONGEST_ELAPSED_MS = 60_000;

export interface Stopwatch {
  /** Time counted before the current run, ms. */
  readonly countedMs: number;
  /** Since when it runs, ms on any steady clock; null while paused. */
  readonly runningSince: number | null;
}

/** Starts at zero, or goes on from what a reload kept; paused while the page is hidden. */
export function startStopwatch(input: { atMs: number; countedMs?: number; paused?: boolean }): Stopwatch {
  return { countedMs: input.countedMs ?? 0, runningSince: input.paused ? null : input.atMs };
}

export function pauseStopwatch(watch: Stopwatch, atMs: number): Stopwatch {
  return { countedMs: elapsedMs(watch, atMs), runningSince: null };
}

export function resumeStopwatch(watch: Stopwatch, atMs: number): Stopwatch {
  return watch.runningSince === null ? { ...watch, runningSince: atMs } : watch;
}

/** Whole milliseconds, from 0 to 60,000. */
export function elapsedMs(watch: Stopwatch, atMs: number): number {
  const run = watch.runningSince === null ? 0 : Math.max(0, atMs - watch.runningSince);
  return Math.min(LONGEST_ELAPSED_MS, Math.round(watch.countedMs + run));
}
