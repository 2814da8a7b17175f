// The requests of the review screen. Shapes are checked only as far as a wrong one would do harm; the server is ours.

import type { SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, ConceptId, Operation, UserId } from "@/lib/srs/types";
import { readErrorCode, readReviewsResponse, type SendOutcome } from "./review-response";

const TIMEOUT_MS = 20_000;
/** A browser lets this much outlive the page (64 KB in all); larger requests wait for the next visit. */
const KEEPALIVE_BYTES = 32 * 1024;

/** Names the learner for whom the page was made; the server refuses (401) when the cookie has become another's. */
export const LEARNER_HEADER = "x-termwise-learner";

export type ApiFailure =
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "error"; readonly code: string };
export type ApiResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure };

interface ApiRequest {
  readonly userId: UserId;
  readonly path: string;
  readonly method: "GET" | "POST" | "PUT";
  readonly body?: unknown;
}

/** POST /api/reviews. Never rejects. */
export async function postReviews(input: {
  readonly userId: UserId;
  readonly operations: readonly Operation[];
  readonly nowMs: number;
}): Promise<SendOutcome> {
  const body = { sentAt: input.nowMs, ops: input.operations };
  try {
    const response = await request({ userId: input.userId, path: "/api/reviews", method: "POST", body });
    return await readReviewsResponse(response, input.nowMs);
  } catch {
    return { kind: "failed", retryAfterMs: null };
  }
}

/** GET /api/session. */
export function fetchSession(userId: UserId): Promise<ApiResult<SessionPayload>> {
  return ask({ userId, path: "/api/session", method: "GET" }, readSession);
}

/** POST /api/session: more new cards today; answers with the new queue. */
export function postExtraNew(userId: UserId, extraNew: number): Promise<ApiResult<SessionPayload>> {
  return ask({ userId, path: "/api/session", method: "POST", body: { extraNew } }, readSession);
}

/** Sets a card (or with `cardId` null a whole concept) aside, or takes it back. */
export function putSuspension(
  userId: UserId,
  suspension: { readonly conceptId: ConceptId; readonly cardId: CardId | null; readonly suspended: boolean },
): Promise<ApiResult<null>> {
  return ask({ userId, path: "/api/suspensions", method: "PUT", body: suspension }, () => null);
}

function request({ userId, path, method, body }: ApiRequest): Promise<Response> {
  const text = body === undefined ? null : JSON.stringify(body);
  return fetch(path, {
    method,
    headers: { [LEARNER_HEADER]: userId, ...(text === null ? {} : { "content-type": "application/json" }) },
    body: text,
    cache: "no-store",
    // A redirect is a captive portal or a sign-in page, never our answer.
    redirect: "error",
    keepalive: text !== null && text.length < KEEPALIVE_BYTES,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

async function ask<Value>(input: ApiRequest, read: (body: unknown) => Value): Promise<ApiResult<Value>> {
  try {
    const response = await request(input);
    if (response.status === 401) return { ok: false, failure: { kind: "signed-out" } };
    const body: unknown = response.status === 204 ? null : await response.json();
    if (!response.ok) return { ok: false, failure: { kind: "error", code: readErrorCode(body) ?? "internal" } };
    return { ok: true, value: read(body) };
  } catch {
    return { ok: false, failure: { kind: "offline" } };
  }
}

/** @throws Error when the body is not a session, for example a hotel's sign-in page in JSON's clothes. */
function readSession(body: unknown): SessionPayload {
  const session = body as Partial<SessionPayload> | null;
  if (session === null || !Array.isArray(session.queue) || !Array.isArray(session.cards))
    throw new Error("not a session");
  return body as SessionPayload;
}
