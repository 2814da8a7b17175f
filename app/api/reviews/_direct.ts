import type { IncomingMessage, ServerResponse } from "node:http";
import { findPlainUser, LEARNER_HEADER, type SessionUser } from "@/lib/auth/current-user";
import { requireAnswerWithinRate } from "@/lib/auth/rate-limit";
import { cookieName, sessionCookieName } from "@/lib/auth/session-cookie";
import { nowMs } from "@/lib/clock";
import { getSettings } from "@/lib/data/settings";
import { LOCALE_COOKIE, type Locale, localeOfBrowser } from "@/lib/i18n/locale";
import { BODY_LIMIT_BYTES, isJson, parseJson, wholeText } from "../_body";
import { errorResponseIn } from "../_error-response";
import { expectedFailure } from "../_handler";
import { type HeaderReader, isSameOrigin } from "../_same-origin";
import { REVIEWS_REQUEST } from "./_schema";
import { takeAnswers } from "./_take-answers";

// POST /api/reviews straight from Node's HTTP server. An answer is the one request that everybody sends all the time, and most of what it
// cost was the framework's way from Node's request to a route handler and back (docs/decisions/0018).

const REVIEWS_PATH = "/api/reviews";

/**
 * Answers a plain request with answers: one that says how long it is, from a page of ours, of a learner whose session stands. Everything
 * else is left untouched for the route beside this file, which has an answer for it.
 *
 * @returns whether the request was answered
 */
export async function answerDirectly(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const cookie = plainCookie(request);
  if (cookie === null) return false;
  const headers = headersOf(request);
  const requestId = crypto.randomUUID();
  let user: SessionUser | null = null;
  try {
    user = await plainUser(headers, cookie);
    if (user === null) return false;
    const receivedAt = nowMs();
    const body = await readWhole(request);
    if (body === null) return true;
    const sent = parseJson(REVIEWS_REQUEST, wholeText(body, BODY_LIMIT_BYTES));
    const text = JSON.stringify(await takeAnswers(user.id, sent, receivedAt));
    send(response, { status: 200, headers: { "x-request-id": requestId }, text });
  } catch (error) {
    const expected = expectedFailure(error, { requestId, method: "POST", path: REVIEWS_PATH });
    const refusal = errorResponseIn(await languageOf(user, { headers, status: expected.status }), expected);
    const own = { ...Object.fromEntries(refusal.headers), "x-request-id": requestId };
    // Where the body was not read, Node reads over it: it is no longer than it said.
    send(response, { status: refusal.status, headers: own, text: await refusal.text() });
  }
  return true;
}

/** Null also when too much is asked: the route says so. Throws when the database cannot be asked, which the route would only try again. */
async function plainUser(headers: HeaderReader, cookie: string): Promise<SessionUser | null> {
  try {
    await requireAnswerWithinRate({ headers, cookie });
  } catch {
    return null;
  }
  return findPlainUser({ cookie, learner: headers.get(LEARNER_HEADER) });
}

/** The session's cookie of a request that is answered here, null for any other. */
function plainCookie(request: IncomingMessage): string | null {
  if (request.method !== "POST" || request.url !== REVIEWS_PATH) return null;
  const headers = headersOf(request);
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (!isJson({ headers }) || !(length <= BODY_LIMIT_BYTES) || headers.get("transfer-encoding") !== null) return null;
  if (!isSameOrigin(headers, { hasSessionCookie: true })) return null;
  const [own, ...more] = cookiesOf(headers, sessionCookieName());
  return more.length > 0 ? null : (own ?? null);
}

/** Of a header that came several times, Node keeps the first or joins them. */
function headersOf(request: IncomingMessage): HeaderReader {
  return { get: (name) => request.headers[name]?.toString() ?? null };
}

/** The body, which is as long as the request said; null when the client has gone before its end. */
function readWhole(request: IncomingMessage): Promise<Buffer | null> {
  if (request.destroyed) return Promise.resolve(null);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.once("end", () => resolve(Buffer.concat(parts)));
    request.once("error", () => resolve(null));
    request.once("close", () => resolve(null));
  });
}

async function languageOf(
  user: SessionUser | null,
  { headers, status }: { readonly headers: HeaderReader; readonly status: number },
): Promise<Locale> {
  const [chosen] = cookiesOf(headers, cookieName(LOCALE_COOKIE));
  const ofBrowser = localeOfBrowser({ chosen, acceptLanguage: headers.get("accept-language") });
  // Where the server itself has failed, the database may be what has failed.
  if (user === null || status >= 500) return ofBrowser;
  return getSettings(user.id).then(
    (settings) => settings.interfaceLanguage,
    () => ofBrowser,
  );
}

/** The values of the cookies of this name. */
function cookiesOf(headers: HeaderReader, name: string): string[] {
  const cookies = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.flatMap((cookie) => (cookie.startsWith(`${name}=`) ? [cookie.slice(name.length + 1)] : []));
}

/** What else every answer with data carries is filled in as it goes out (lib/auth/outgoing-headers). */
function send(
  response: ServerResponse,
  answer: { readonly status: number; readonly headers: Record<string, string>; readonly text: string },
): void {
  const { status, headers, text } = answer;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
