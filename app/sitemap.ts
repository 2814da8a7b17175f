import type { MetadataRoute } from "next";
import { getPublicOrigin } from "@/lib/auth/public-address";
import { listConcepts, listDecks, topicsWithConcepts } from "@/lib/data/glossary";
import { inLanguage } from "@/lib/i18n/address";
import { LOCALES } from "@/lib/i18n/locale";
import { languageAddresses } from "./glossary/_components/page-metadata";
import { topicPath } from "./glossary/_components/topic-path";

/** Made when it is asked for: a build has no database. */
export const dynamic = "force-dynamic";

/**
 * Every page that is worth finding, each in both languages. When a concept was last changed is not kept, so nothing is said about it. A
 * sitemap may hold 50,000 addresses, which is enough for 25,000 concepts.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [origin, decks, concepts] = await Promise.all([getPublicOrigin(), listDecks(), listConcepts()]);
  const paths = [
    "/glossary",
    ...decks.flatMap((deck) => topicsWithConcepts(deck).map((topic) => topicPath(deck.id, topic.slug))),
    ...concepts.map(({ slug }) => `/glossary/${slug}`),
  ];
  const pages = paths.flatMap((path) => {
    const alternates = { languages: languageAddresses(origin, path) };
    return LOCALES.map((locale) => ({ url: origin + inLanguage(path, locale), alternates }));
  });
  return [{ url: `${origin}/` }, ...pages];
}
