import type { NextRequest } from "next/server";
import { cookieName } from "@/lib/auth/session-cookie";
import { isDatabasePresent } from "@/lib/data/readiness";
import { type Locale, THEME_COOKIE } from "@/lib/i18n/locale";
import { awayDocument } from "./away-document";

const RETRY_SECONDS = 5;
/** The icon and the like do not need the database; the sitemap, which names every concept, does. */
const FILE = /^\/(?!sitemap\.xml$)[^/]+\.[a-z0-9]+$/i;

/**
 * 503 with a page for people while the database is away; null when it is there and the request may go its way. For proxy.ts: a page that has
 * begun to be rendered can no longer choose its status.
 *
 * @param page.nonce of this answer's content security policy, which the caller sets
 */
export async function answerWhenAway(
  request: NextRequest,
  page: { readonly nonce: string; readonly locale: Locale },
): Promise<Response | null> {
  if (FILE.test(request.nextUrl.pathname) || (await isDatabasePresent())) return null;
  const theme = request.cookies.get(cookieName(THEME_COOKIE))?.value;
  const document = awayDocument({ ...page, theme: theme === "light" || theme === "dark" ? theme : null });
  return new Response(document, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(RETRY_SECONDS),
      vary: "accept-language, cookie",
    },
  });
}
