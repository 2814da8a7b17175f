import type { NextRequest } from "next/server";
import { cookieName } from "@/lib/auth/session-cookie";
import { LOCALE_COOKIE, type Locale, localeOfBrowser } from "@/lib/i18n/locale";
import { getLocale } from "@/lib/i18n/server";

/** The reader's language: a learner's setting, else what the browser says. Never throws. */
export async function readerLanguage(request: NextRequest): Promise<Locale> {
  try {
    return await getLocale();
  } catch {
    // The setting cannot be read. What was to be said in the reader's language is more important than the language.
    return browserLanguage(request);
  }
}

/** What the browser says, for when the learner's setting must not be asked: the database may be what has failed. */
export function browserLanguage(request: NextRequest): Locale {
  const chosen = request.cookies.get(cookieName(LOCALE_COOKIE))?.value;
  return localeOfBrowser({ chosen, acceptLanguage: request.headers.get("accept-language") });
}
