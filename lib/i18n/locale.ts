// lib/i18n holds the languages of the interface: which there are, the messages of each, and which one a reader gets. This file and
// messages.ts import nothing and may go to the browser; server.ts may not.

/** The languages of the interface, the first being the one for everybody whose wish is unknown. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
const DEFAULT_LOCALE: Locale = "zh-CN";

/** Keeps the choice of somebody who is not signed in. */
export const LOCALE_COOKIE = "locale";
/** "light" or "dark"; the same for the look. */
export const THEME_COOKIE = "theme";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language of somebody whose settings are unknown: the one chosen in this browser, else what the browser asks for, else Chinese. */
export function localeOfBrowser(browser: {
  /** The value of LOCALE_COOKIE. */
  readonly chosen: string | undefined;
  readonly acceptLanguage: string | null;
}): Locale {
  if (isLocale(browser.chosen)) return browser.chosen;
  return negotiateLocale(browser.acceptLanguage) ?? DEFAULT_LOCALE;
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): the highest q wins, then the earliest. Chinese of any region
 * is served in Simplified Chinese. Null when the header asks for none of ours.
 */
export function negotiateLocale(acceptLanguage: string | null): Locale | null {
  const ranges = (acceptLanguage ?? "").split(",").map((part) => {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    return { range, weight: q === undefined ? 1 : Number(q.slice(2)) };
  });
  const ours = ranges.flatMap(({ range, weight }) => {
    const locale = localeOfRange(range);
    return locale !== null && weight > 0 ? [{ locale, weight }] : [];
  });
  const best = ours.reduce((top, entry) => (top === null || entry.weight > top.weight ? entry : top), ours[0] ?? null);
  return best?.locale ?? null;
}

function localeOfRange(range: string): Locale | null {
  if (range === "zh" || range.startsWith("zh-")) return "zh-CN";
  return range === "en" || range.startsWith("en-") ? "en" : null;
}
