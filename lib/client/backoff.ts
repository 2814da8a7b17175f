// How long to wait before the next try.

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
/** A server may ask for patience, but not for so much that the answers never leave. */
const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

export interface BackoffInput {
  /** Failures in a row, at least 1. */
  readonly failures: number;
  /** What the server's Retry-After asks for, ms. */
  readonly retryAfterMs: number | null;
  /** 0 up to, not including, 1: the jitter that keeps many browsers from coming back at once. */
  readonly random: number;
}

/** Exponential with jitter: between half and the whole of 1 s, 2 s, 4 s … 60 s; never less than Retry-After. In ms. */
export function backoffDelayMs({ failures, retryAfterMs, random }: BackoffInput): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 16));
  const delay = Math.round(ceiling / 2 + (random * ceiling) / 2);
  if (retryAfterMs === null) return delay;
  return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, retryAfterMs)) + Math.round(random * FIRST_DELAY_MS);
}

/**
 * Reads a Retry-After header: seconds or an HTTP date.
 *
 * @returns the wait in ms, or null when the header is missing or unreadable.
 */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
