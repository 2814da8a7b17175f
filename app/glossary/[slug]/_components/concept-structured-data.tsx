import { JsonLd } from "@/app/glossary/_components/json-ld";
import { breadcrumbList, definedTerm } from "@/app/glossary/_components/structured-data";
import { topicPath } from "@/app/glossary/_components/topic-path";
import { getPublicOrigin } from "@/lib/auth/public-address";
import { listDecks } from "@/lib/data/glossary";
import type { ConceptView } from "@/lib/glossary/concept";
import { getLocale, getT } from "@/lib/i18n/server";

/** The concept as a defined term of its deck, and the way to its page, for search engines. */
export async function ConceptStructuredData({ concept }: { concept: ConceptView }) {
  const [t, locale, origin, decks] = await Promise.all([getT("glossary"), getLocale(), getPublicOrigin(), listDecks()]);
  const language = locale === "en" ? "en" : "zh";
  const { slug, topic, deckId } = concept;
  const deck = decks.find(({ id }) => id === deckId);
  const place = { origin, locale };
  const crumbs = [
    { name: t("title"), path: "/glossary" },
    { name: topic.name[language], path: topicPath(deckId, topic.slug) },
    { name: concept[language], path: `/glossary/${slug}` },
  ];
  const term = deck === undefined ? [] : [definedTerm(concept, deck, place)];
  return <JsonLd things={[...term, breadcrumbList(crumbs, place)]} />;
}
