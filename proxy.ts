// Runs before every page and gives the answer its security headers. It decides nothing about who may see what: that is done where the data
// is read (lib/auth, lib/data).

import { type NextRequest, NextResponse } from "next/server";
import { answerWhenAway } from "@/app/_away/answer-when-away";
import { errorSentence } from "@/app/api/_error-response";
import { browserLanguage } from "@/app/api/_reader-language";
import { REFUSAL_PATH } from "@/lib/auth/incoming-requests";
import { requirePageWithinRate } from "@/lib/auth/rate-limit";
import { commonHeaders, pagePolicy, securityFacts } from "@/lib/auth/security-headers";
import { hasGlossaryPage } from "@/lib/data/glossary-pages";
import { AppError } from "@/lib/errors";
import {
  glossaryAddress,
  isGlossaryPath,
  LANGUAGE_HEADER,
  type LanguageAddress,
  readLanguageAddress,
  readLanguageRoot,
} from "@/lib/i18n/address";
import type { Locale } from "@/lib/i18n/locale";

/** The framework's stand-in for a layout that failed, which it would show to whoever asks for its address. */
const INTERNAL_PAGES: ReadonlySet<string> = new Set(["/_global-error", "/_error"]);
const NOT_FOUND_PAGE = "/_not-found";
/** Files that name the site's public origin, which may be no more than what the request says (lib/auth/public-address). */
const FILES_WITH_ORIGIN: ReadonlySet<string> = new Set(["/robots.txt", "/sitemap.xml"]);

export async function proxy(request: NextRequest): Promise<Response> {
  // Pages only show. The framework would run server actions by POST, of which there are none.
  if (request.method !== "GET" && request.method !== "HEAD") {
    return NextResponse.rewrite(new URL(REFUSAL_PATH, request.url));
  }
  const address = readLanguageAddress(request.nextUrl.pathname);
  const locale = address?.locale ?? browserLanguage(request);
  const refusal = await requirePageWithinRate(request).then(() => null, tooMany(locale));
  if (refusal !== null) return refusal;
  const root = readLanguageRoot(request.nextUrl.pathname);
  if (root !== null) return NextResponse.redirect(new URL(glossaryAddress(root), request.url), 308);
  const facts = securityFacts();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, facts);
  const headers = new Headers(request.headers);
  // Next finds the nonce for its own scripts in this header of the request; our inline scripts take it from x-nonce.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  if (address === null) headers.delete(LANGUAGE_HEADER);
  else headers.set(LANGUAGE_HEADER, address.locale);
  const away = await answerWhenAway(request, { nonce, locale });
  const response = away ?? (await pageResponse(request, { headers, address }));
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(commonHeaders(facts))) response.headers.set(name, value);
  // The framework would let caches keep these for everybody; what is set here stays.
  if (FILES_WITH_ORIGIN.has(request.nextUrl.pathname)) response.headers.set("cache-control", "no-store");
  return response;
}

interface PageRequest {
  /** As the page gets them. */
  readonly headers: Headers;
  /** null: the address names no language. */
  readonly address: LanguageAddress | null;
}

/** The page itself. An address that names a language shows the page of the same path without it. */
async function pageResponse(request: NextRequest, { headers, address }: PageRequest): Promise<NextResponse> {
  const init = { request: { headers } };
  const { pathname } = request.nextUrl;
  const path = address?.path ?? pathname;
  const url = request.nextUrl.clone();
  url.pathname = INTERNAL_PAGES.has(path) || (await leadsNowhere(path)) ? NOT_FOUND_PAGE : path;
  return url.pathname === pathname ? NextResponse.next(init) : NextResponse.rewrite(url, init);
}

/**
 * Whether the glossary has nothing there. Found out before the page is begun: a page that finds it out itself is answered with an empty
 * document, which a script has to fill. When the database cannot say, the page tries.
 */
async function leadsNowhere(path: string): Promise<boolean> {
  return isGlossaryPath(path) && !(await hasGlossaryPage(path).catch(() => true));
}

/** A sentence instead of a page; everything else is thrown on. */
function tooMany(locale: Locale): (error: unknown) => NextResponse {
  return (error) => {
    if (!(error instanceof AppError)) throw error;
    const sentence = errorSentence(locale, error.code);
    const headers = { "content-type": "text/plain; charset=utf-8", "retry-after": String(error.retryAfterSeconds) };
    return new NextResponse(sentence, { status: error.status, headers });
  };
}

// Routes set their headers themselves, which saves each answer of a review the way through here; everything else gets its headers when
// the answer goes out (lib/auth/outgoing-headers).
export const config = { matcher: ["/((?!api/|language$|_next/static/|_next/image).*)"] };
