import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { authSecret } from "@/lib/env";
import { usesHttps } from "./https";

/**
 * Browsers keep a cookie for 400 days at most. When a session really ends is decided by its row (lib/data/sessions), so the cookie only has
 * to last longer than that; it is renewed long before its end.
 */
export const SESSION_COOKIE_MAX_AGE_S = 400 * 86_400;
const RENEWED_AFTER_MS = 30 * 86_400_000;

/** What the encrypted cookie says. */
export interface SessionToken {
  readonly userId: string;
  readonly sessionId: string;
  /** ms since the epoch. */
  readonly issuedAt: number;
}

/** `__Host-` makes browsers refuse the cookie from other hosts, from sub-domains and without https. */
export function cookieName(name: string): string {
  return usesHttps() ? `__Host-${name}` : name;
}

export function sessionCookieName(): string {
  return cookieName("termwise.session");
}

/** Attributes of every cookie that is for the server only. */
export function cookieAttributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() } as const;
}

/** The claims of the token, in the form that next-auth keeps as well. */
export function claimsOf({ userId, sessionId }: Omit<SessionToken, "issuedAt">): { sub: string; sid: string } {
  return { sub: userId, sid: sessionId };
}

/** The cookie's value, encrypted as next-auth does it. */
export function encodeSessionToken(token: Omit<SessionToken, "issuedAt">): Promise<string> {
  return encode({ token: claimsOf(token), secret: authSecret(), maxAge: SESSION_COOKIE_MAX_AGE_S });
}

/** Cookies that were decrypted lately. Deriving the key costs more than the rest of a small request, and a learner's cookie stays the same. */
const decoded = new Map<string, SessionToken>();
const DECODED_MAX = 1_000;

/**
 * What a cookie's value says, or null when it was not made by us, or too long ago. Whether the session still stands is not decided here
 * but by its row, at every request.
 */
export async function decodeSessionToken(value: string | undefined): Promise<SessionToken | null> {
  if (value === undefined || value === "") return null;
  const known = decoded.get(value);
  if (known) return known;
  const token = await decryptToken(value);
  if (token === null) return null;
  if (decoded.size >= DECODED_MAX) decoded.clear();
  decoded.set(value, token);
  return token;
}

async function decryptToken(value: string): Promise<SessionToken | null> {
  try {
    const claims = await decode({ token: value, secret: authSecret() });
    if (typeof claims?.sub !== "string" || typeof claims.sid !== "string" || typeof claims.iat !== "number")
      return null;
    return { userId: claims.sub, sessionId: claims.sid, issuedAt: claims.iat * 1000 };
  } catch {
    return null;
  }
}

/** The token that the browser sent with the request at hand. */
export async function readSessionToken(): Promise<SessionToken | null> {
  return decodeSessionToken((await cookies()).get(sessionCookieName())?.value);
}

/** Gives the browser the session. Only in route handlers. */
export async function setSessionCookie(token: Omit<SessionToken, "issuedAt">): Promise<void> {
  const value = await encodeSessionToken(token);
  (await cookies()).set(sessionCookieName(), value, { ...cookieAttributes(), maxAge: SESSION_COOKIE_MAX_AGE_S });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieAttributes(), maxAge: 0 });
}

/** Whether the cookie should be issued anew. Its time is the machine's, as next-auth writes it. */
export function isDueForRenewal(token: SessionToken, nowMs: number): boolean {
  return nowMs - token.issuedAt > RENEWED_AFTER_MS;
}
