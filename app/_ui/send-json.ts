// How forms talk to the server: JSON there, JSON back, and every failure as a value with a sentence for the reader. Browser only.

/** A request that did not succeed. */
export interface RequestFailure {
  readonly ok: false;
  /** One of lib/errors, or "offline" or "unexpected", whose sentences stand in `common.request`. */
  readonly code: string;
  /** In the reader's language; null for "offline" and "unexpected". */
  readonly message: string | null;
  /** Field name → code of its sentence in `errors.fields`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | null;
}
export type RequestOutcome<Value> = { readonly ok: true; readonly value: Value } | RequestFailure;

interface JsonRequest {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body: unknown;
  /** The learner for whom the page was made: the server refuses when somebody else has signed in meanwhile. */
  readonly learnerId?: string;
}

const TIMEOUT_MS = 20_000;

/** Sends JSON to a route of this app. Never rejects. The type of the answer is the caller's word for what the route gives. */
export async function sendJson<Value>(
  path: string,
  { method, body, learnerId }: JsonRequest,
): Promise<RequestOutcome<Value>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        "content-type": "application/json",
        ...(learnerId === undefined ? {} : { "x-termwise-learner": learnerId }),
      },
      body: JSON.stringify(body),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return failure("offline");
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return { ok: true, value: answer as Value };
  return readFailure(answer, response.headers.get("retry-after"));
}

function failure(code: string): RequestFailure {
  return { ok: false, code, message: null, fields: {}, retryAfterSeconds: null };
}

function readFailure(answer: unknown, retryAfter: string | null): RequestFailure {
  const error = (answer as { error?: Partial<RequestFailure> } | undefined)?.error;
  if (typeof error?.code !== "string" || typeof error.message !== "string") return failure("unexpected");
  const seconds = Number(retryAfter);
  return {
    ok: false,
    code: error.code,
    message: error.message,
    fields: error.fields ?? {},
    retryAfterSeconds: retryAfter !== null && Number.isFinite(seconds) ? Math.ceil(seconds) : null,
  };
}
