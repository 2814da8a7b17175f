import "server-only";

/** How failures of one kind are counted. They leak away with time, so that an honest person's old mistakes do not add up. */
export interface ThrottlePolicy {
  /** So many failures cost nothing. */
  readonly freeFailures: number;
  /** One failure is forgotten after this time. */
  readonly leakMs: number;
}

export interface FailureCount {
  readonly failures: number;
  readonly lastFailureAt: number;
}

const FIRST_DELAY_MS = 32_000;
const MAX_DELAY_MS = 15 * 60_000;

/** The failures that still count, a whole number. */
export function countingFailures(count: FailureCount, policy: ThrottlePolicy, nowMs: number): number {
  const elapsedMs = Math.max(0, nowMs - count.lastFailureAt);
  return Math.max(0, count.failures - Math.floor(elapsedMs / policy.leakMs));
}

/**
 * Milliseconds until another try is allowed; 0: now. When the free failures are used up that is half a minute since the last one, and
 * doubles with each further one up to 15 minutes: a delay, never a lock-out.
 */
export function waitMs(count: FailureCount, policy: ThrottlePolicy, nowMs: number): number {
  const excess = countingFailures(count, policy, nowMs) - policy.freeFailures;
  if (excess < 0) return 0;
  const delayMs = Math.min(2 ** excess * FIRST_DELAY_MS, MAX_DELAY_MS);
  // A clock that was set back must not make the wait longer than the delay itself.
  return Math.min(delayMs, Math.max(0, count.lastFailureAt + delayMs - nowMs));
}
