// What the glossary's pages say of themselves in the words of schema.org. Pure.

import type { Bilingual, ConceptContent } from "@/lib/glossary/concept";
import { inLanguage, LANGUAGE_TAGS } from "@/lib/i18n/address";
import type { Locale } from "@/lib/i18n/locale";
import type { Crumb } from "./breadcrumb";

/** A thing of schema.org. */
export type Thing = Readonly<Record<string, unknown>> & { readonly "@type": string };

/** Where and in which language a page speaks. */
export interface Place {
  readonly origin: string;
  readonly locale: Locale;
}

type DefinedConcept = Pick<ConceptContent, "slug" | "en" | "zh" | "abbreviations" | "aliases" | "definition">;

/** A concept as a term that a deck defines. */
export function definedTerm(concept: DefinedConcept, deck: { readonly name: Bilingual }, place: Place): Thing {
  const english = place.locale === "en";
  const language = english ? "en" : "zh";
  const name = concept[language];
  const others = [
    english ? concept.zh : concept.en,
    ...concept.abbreviations,
    ...concept.aliases.en,
    ...concept.aliases.zh,
  ];
  return {
    "@type": "DefinedTerm",
    name,
    alternateName: [...new Set(others)].filter((other) => other !== name),
    description: concept.definition[language],
    inLanguage: LANGUAGE_TAGS[place.locale],
    url: addressOf(`/glossary/${concept.slug}`, place),
    termCode: concept.slug,
    inDefinedTermSet: { "@type": "DefinedTermSet", name: deck.name[language], url: addressOf("/glossary", place) },
  };
}

/** The way to a page, from the glossary down, the page itself last. */
export function breadcrumbList(crumbs: readonly Crumb[], place: Place): Thing {
  const itemListElement = crumbs.map(({ name, path }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: addressOf(path, place),
  }));
  return { "@type": "BreadcrumbList", itemListElement };
}

/** One page of all: structured data speaks one language, so it names the addresses of that language, also on a page in the reader's. */
function addressOf(path: string, { origin, locale }: Place): string {
  return origin + inLanguage(path, locale);
}

/** JSON as it may stand in a script element, whatever the texts hold: no "<" could begin an end tag or a comment. */
export function serializeJsonLd(things: readonly Thing[]): string {
  const [only] = things;
  const content = things.length === 1 ? only : { "@graph": things };
  return JSON.stringify({ "@context": "https://schema.org", ...content }).replaceAll("<", "\\u003c");
}
