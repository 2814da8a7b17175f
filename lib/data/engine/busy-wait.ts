import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** Between two tries. Programs that look into the file or copy it hold its locks for moments. */
const POLL_MS = 25;

/**
 * Tries again as long as another program has the SQLite file locked, for about `limitMs`. SQLite could wait by itself, but then the whole
 * process stands still: nobody is served meanwhile, not even those who only read.
 *
 * @throws what the last try threw
 */
export async function untilNotBusy<Result>(attempt: () => Promise<Result>, limitMs: number): Promise<Result> {
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waitedMs >= limitMs) throw error;
    }
    await sleep(POLL_MS);
  }
}

/**
 * By shape, not by class: the built server has the adapter's error class twice, bundled and in node_modules. The driver's own errors come
 * from opening the file, the adapter's from statements.
 */
function isBusy(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: { readonly originalCode?: unknown } };
  return [code, cause?.originalCode].some((each) => typeof each === "string" && each.startsWith("SQLITE_BUSY"));
}
