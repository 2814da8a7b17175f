import type { Metadata } from "next";
import { getPublicOrigin } from "@/lib/auth/public-address";
import { excerptOf } from "@/lib/glossary/excerpt";
import { inLanguage, LANGUAGE_TAGS } from "@/lib/i18n/address";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { getAddressLocale, getLocale, getT } from "@/lib/i18n/server";

/** Open Graph writes languages in its own way. */
const OPEN_GRAPH_LOCALES: Readonly<Record<Locale, string>> = { "zh-CN": "zh_CN", en: "en_US" };
/** What search engines show of a description, UTF-16 units: a Chinese character is as wide as two letters. */
const DESCRIPTION_MAX: Readonly<Record<Locale, number>> = { "zh-CN": 80, en: 158 };

interface GlossaryPage {
  readonly title: string;
  /** Of any length; cut here. */
  readonly description: string;
  /** The page's path without a language. */
  readonly path: string;
  readonly type: "article" | "website";
}

/** The addresses of a page in every language, by language tag, and of the one in the reader's. */
export function languageAddresses(origin: string, path: string): Record<string, string> {
  const named = LOCALES.map((locale) => [LANGUAGE_TAGS[locale], origin + inLanguage(path, locale)]);
  return { ...Object.fromEntries(named), "x-default": origin + path };
}

/**
 * What a page of the glossary tells search engines, and sites that show a preview of it. There is no picture: it would need a Chinese font
 * of several megabytes, which next/og would fetch from another host.
 */
export async function glossaryMetadata({ title, description, path, type }: GlossaryPage): Promise<Metadata> {
  const [t, origin, named, locale] = await Promise.all([
    getT("common"),
    getPublicOrigin(),
    getAddressLocale(),
    getLocale(),
  ]);
  const url = origin + inLanguage(path, named);
  const said = { title, description: excerptOf(description, DESCRIPTION_MAX[locale]) };
  return {
    ...said,
    alternates: { canonical: url, languages: languageAddresses(origin, path) },
    openGraph: {
      ...said,
      type,
      url,
      siteName: t("name"),
      locale: OPEN_GRAPH_LOCALES[locale],
      alternateLocale: LOCALES.filter((other) => other !== locale).map((other) => OPEN_GRAPH_LOCALES[other]),
    },
    twitter: { card: "summary", ...said },
  };
}
