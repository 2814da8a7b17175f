import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createFormatter, createTranslator } from "use-intl/core";
import { getUser } from "@/lib/auth/current-user";
import { cookieName } from "@/lib/auth/session-cookie";
import { getSettings } from "@/lib/data/settings";
import type { LearnerSettingsView, Theme } from "@/lib/data/settings-defaults";
import { LANGUAGE_HEADER } from "./address";
import { isLocale, LOCALE_COOKIE, type Locale, localeOfBrowser, THEME_COOKIE } from "./locale";
import { MESSAGES, type Namespace } from "./messages";

/** Where dates are shown to somebody whose zone is unknown. */
const ZONE_OF_STRANGERS = "Asia/Shanghai";

/** The settings of whoever is asking, or null for a stranger. Read once per request. */
export const getOwnSettings = cache(async (): Promise<LearnerSettingsView | null> => {
  const user = await getUser();
  return user === null ? null : getSettings(user.id);
});

/** The language that the page's address names; null when it leaves the language to the reader. */
export async function getAddressLocale(): Promise<Locale | null> {
  const named = (await headers()).get(LANGUAGE_HEADER);
  return isLocale(named) ? named : null;
}

/**
 * The language of the page: the one that its address names, else the reader's: a learner's setting, else the cookie, else what the browser
 * asks for, else Chinese. Once per request.
 */
export const getLocale = cache(async (): Promise<Locale> => {
  const named = await getAddressLocale();
  if (named !== null) return named;
  const settings = await getOwnSettings();
  if (settings !== null) return settings.interfaceLanguage;
  const chosen = (await cookies()).get(cookieName(LOCALE_COOKIE))?.value;
  return localeOfBrowser({ chosen, acceptLanguage: (await headers()).get("accept-language") });
});

/** Light, dark, or what the reader's system says. */
export async function getTheme(): Promise<Theme> {
  const settings = await getOwnSettings();
  if (settings !== null) return settings.theme;
  const chosen = (await cookies()).get(cookieName(THEME_COOKIE))?.value;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** The zone in which dates are shown to the reader. IANA. */
export async function getTimeZone(): Promise<string> {
  return (await getOwnSettings())?.timeZone ?? ZONE_OF_STRANGERS;
}

/** Looks up messages of one namespace in the reader's language, for server components and route handlers. */
export async function getT<const N extends Namespace>(namespace: N) {
  const locale = await getLocale();
  return createTranslator({ locale, messages: MESSAGES[locale], namespace, timeZone: await getTimeZone() });
}

/** Formats numbers and dates for the reader, in the learner's zone. */
export async function getFormatter() {
  return createFormatter({ locale: await getLocale(), timeZone: await getTimeZone() });
}
