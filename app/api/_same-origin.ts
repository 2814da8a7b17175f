import type { NextRequest } from "next/server";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Lets a changing request pass only if it comes from a page of this app. Browsers name the page's origin in a header that pages cannot
 * forge; "null" (a sandboxed frame, a local file) is nobody's. A client that names nothing is no browser: it passes, but without the
 * session's cookie. Throws AppError "cross-origin".
 */
export function requireSameOrigin(request: NextRequest): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null) {
    if (!isOwnOrigin(origin, request.headers)) throw new AppError("cross-origin");
    return;
  }
  if (site === "same-origin") return;
  if (site !== null || request.cookies.has(sessionCookieName())) throw new AppError("cross-origin");
}

function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { nextAuthUrl, trustProxyHops } = env();
  const forwarded = trustProxyHops > 0 ? headers.get("x-forwarded-host") : null;
  const told = nextAuthUrl === null ? null : new URL(nextAuthUrl).host;
  return [headers.get("host"), forwarded, told].includes(new URL(origin).host);
}
