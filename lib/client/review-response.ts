// What the answer to POST /api/reviews means. The network lies: a 200 may come from a hotel's sign-in page.

import type { ReviewResult } from "@/lib/srs/session-payload";
import { parseRetryAfterMs } from "./backoff";

export type SendOutcome =
  /** The server said for each operation what became of it. */
  | { readonly kind: "answered"; readonly results: readonly ReviewResult[] }
  /** Nothing is known; the same operations are to be sent again. */
  | { readonly kind: "failed"; readonly retryAfterMs: number | null }
  /** The request as a whole was too large, or refused without saying which operation is to blame. */
  | { readonly kind: "refused"; readonly code: string }
  /** The session ended, or belongs to somebody else by now. */
  | { readonly kind: "signed-out" };

const FAILED: SendOutcome = { kind: "failed", retryAfterMs: null };

/** Classifies a response. Never throws; anything not understood is a failure, so that the operations stay in the outbox. */
export async function readReviewsResponse(response: Response, nowMs: number): Promise<SendOutcome> {
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 429 || response.status === 503) {
    return { kind: "failed", retryAfterMs: parseRetryAfterMs(response.headers.get("retry-after"), nowMs) };
  }
  const body = await readJson(response);
  if (response.ok || response.status === 409 || response.status === 422) {
    const results = readResults(body);
    if (results !== null) return { kind: "answered", results };
  }
  const code = readErrorCode(body);
  // Only our own server names a code; a proxy's 4xx page is a failure like any other.
  if ([400, 409, 413, 422].includes(response.status) && code !== null) return { kind: "refused", code };
  if (response.status === 413) return { kind: "refused", code: "too-large" };
  return FAILED;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readResults(body: unknown): readonly ReviewResult[] | null {
  if (!isObject(body) || !Array.isArray(body.results)) return null;
  return body.results.every(isResult) ? body.results : null;
}

function isResult(value: unknown): value is ReviewResult {
  if (!isObject(value) || typeof value.id !== "string") return false;
  if (value.status === "rejected") return typeof value.code === "string";
  return value.status === "applied" || value.status === "duplicate";
}

/** The code of our error shape `{ error: { code } }`, or null when the body is something else. */
export function readErrorCode(body: unknown): string | null {
  if (!isObject(body) || !isObject(body.error)) return null;
  return typeof body.error.code === "string" ? body.error.code : null;
}
