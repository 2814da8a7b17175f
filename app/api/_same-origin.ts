import type { NextRequest } from "next/server";
import { usesHttps } from "@/lib/auth/https";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Lets a changing request pass only if it comes from a page of this app. Browsers name the page's origin in a header that pages cannot
 * forge; "null" (a sandboxed frame, a local file) is nobody's. A client that names nothing is no browser: it passes, but without the
 * session's cookie. Throws AppError "cross-origin".
 */
export function requireSameOrigin(request: NextRequest): void {
  const hasSessionCookie = request.cookies.has(sessionCookieName());
  if (!isSameOrigin(request.headers, { hasSessionCookie })) throw new AppError("cross-origin");
}

/** Reads one header: of the framework's requests and of Node's. */
export type HeaderReader = Pick<Headers, "get">;

/** Whether a changing request may pass, as above. */
export function isSameOrigin(
  headers: HeaderReader,
  { hasSessionCookie }: { readonly hasSessionCookie: boolean },
): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, headers);
  const site = headers.get("sec-fetch-site");
  return site === "same-origin" || (site === null && !hasSessionCookie);
}

function isOwnOrigin(origin: string, headers: HeaderReader): boolean {
  if (!URL.canParse(origin)) return false;
  const { nextAuthUrl, trustProxyHops } = env();
  // Where there is https, a page of the same name without it may be anybody's on the way.
  if (nextAuthUrl !== null && usesHttps()) return origin === new URL(nextAuthUrl).origin;
  const forwarded = trustProxyHops > 0 ? headers.get("x-forwarded-host") : null;
  const told = nextAuthUrl === null ? null : new URL(nextAuthUrl).host;
  return [headers.get("host"), forwarded, told].includes(new URL(origin).host);
}
