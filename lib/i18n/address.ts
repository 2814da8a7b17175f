// The glossary's addresses: /glossary… in the reader's language, /zh/glossary… and /en/glossary… in the language that they name. Pure; the
// proxy, the server and the browser use it alike.

import { LOCALES, type Locale } from "./locale";

/** Tells pages which language their address names. Set by proxy.ts; what a client sends under this name is removed. */
export const LANGUAGE_HEADER = "x-termwise-language";

const GLOSSARY = "/glossary";
const SEGMENTS: Readonly<Record<Locale, string>> = { "zh-CN": "zh", en: "en" };
/** The languages as search engines and browsers are told them. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { "zh-CN": "zh-Hans", en: "en" };

export interface LanguageAddress {
  readonly locale: Locale;
  /** The same page's path without the language. */
  readonly path: string;
}

/** What a path says when it names a language; null for every other path, also below a language when it is not the glossary's. */
export function readLanguageAddress(pathname: string): LanguageAddress | null {
  for (const locale of LOCALES) {
    const prefix = `/${SEGMENTS[locale]}`;
    const path = pathname.slice(prefix.length);
    if (pathname.startsWith(`${prefix}/`) && isGlossaryPath(path)) return { locale, path };
  }
  return null;
}

/** The language that is all a path says; null for every other path. */
export function readLanguageRoot(pathname: string): Locale | null {
  return LOCALES.find((locale) => pathname === `/${SEGMENTS[locale]}`) ?? null;
}

/** Whether a path or address without a language is the glossary's. */
export function isGlossaryPath(address: string): boolean {
  return address.startsWith(GLOSSARY) && /^([/?#]|$)/.test(address.slice(GLOSSARY.length));
}

/** The glossary's address in a language, or with null the one in the reader's. */
export function glossaryAddress(locale: Locale | null): string {
  return inLanguage(GLOSSARY, locale);
}

/** An address of the glossary, with or without a language, in that language; null: without one. */
export function inLanguage(address: string, locale: Locale | null): string {
  const path = readLanguageAddress(address)?.path ?? address;
  return locale === null ? path : `/${SEGMENTS[locale]}${path}`;
}
