import "server-only";
import type { Bilingual, ConceptSummary, ConceptView } from "@/lib/glossary/concept";
import { searchIndex } from "@/lib/glossary/search";
import { makeSearchIndex } from "@/lib/glossary/search-index";
import type { ConceptId } from "@/lib/srs/types";
import { db } from "./client";
import { parseContent } from "./concept-content";
import { getConceptViews } from "./concept-views";
import { perGlossaryVersion } from "./glossary-version";

export interface TopicView {
  readonly id: string;
  readonly slug: string;
  readonly name: Bilingual;
  /** Concepts that are not retired. */
  readonly concepts: number;
}

export interface DeckView {
  readonly id: string;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly concepts: number;
  /** In learning order. */
  readonly topics: readonly TopicView[];
}

/** The decks that can be learned, with their topics, in order. */
export async function listDecks(): Promise<DeckView[]> {
  const [decks, counts] = await Promise.all([
    db().deck.findMany({
      where: { retiredAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      include: { topics: { orderBy: [{ position: "asc" }, { id: "asc" }] } },
    }),
    db().concept.groupBy({ by: ["topicId"], where: { retiredAt: null }, _count: { _all: true } }),
  ]);
  const countByTopic = new Map(counts.map((row) => [row.topicId, row._count._all]));
  return decks.map((deck) => {
    const topics = deck.topics.map((topic) => ({
      id: topic.id,
      slug: topic.slug,
      name: { zh: topic.nameZh, en: topic.nameEn },
      concepts: countByTopic.get(topic.id) ?? 0,
    }));
    return {
      id: deck.id,
      name: { zh: deck.nameZh, en: deck.nameEn },
      description: { zh: deck.descriptionZh, en: deck.descriptionEn },
      concepts: topics.reduce((sum, topic) => sum + topic.concepts, 0),
      topics,
    };
  });
}

/** Every concept that is not retired, in learning order, with what the list and the search show; and the index over them. */
const loadCatalogue = perGlossaryVersion(async () => {
  const rows = await db().$queryRaw<{ id: ConceptId; topicId: string; content: string }[]>`
    SELECT c."id", c."topicId", c."content" FROM "Concept" c JOIN "Deck" d ON d."id" = c."deckId"
    WHERE c."retiredAt" IS NULL AND d."retiredAt" IS NULL ORDER BY d."position", d."id", c."position", c."id"`;
  const contents = rows.map((row) => parseContent(row.content));
  const summaries = contents.map((content, place): ConceptSummary => {
    const row = rows[place];
    if (!row) throw new Error("Inconsistent: a concept without its row");
    const { slug, en, zh, section, abbreviations, pinyin, definition } = content;
    return { id: row.id, topicId: row.topicId, slug, en, zh, section, abbreviations, pinyin, definition };
  });
  return { summaries, index: makeSearchIndex(contents) };
});

/** All concepts in learning order. */
export async function listConcepts(): Promise<readonly ConceptSummary[]> {
  return (await loadCatalogue()).summaries;
}

/** What matches `query` in names, abbreviations, pinyin or definitions, best first. An empty query finds nothing. */
export async function searchConcepts(input: {
  readonly query: string;
  readonly limit: number;
}): Promise<ConceptSummary[]> {
  const { summaries, index } = await loadCatalogue();
  return searchIndex({ index, ...input }).flatMap((place) => summaries[place] ?? []);
}

/** Everything about one concept, links resolved; null when there is none of that slug or it is retired. */
export async function getConcept(slug: string): Promise<ConceptView | null> {
  const concept = await db().concept.findUnique({ where: { slug }, select: { id: true, retiredAt: true } });
  if (!concept || concept.retiredAt) return null;
  const [view] = await getConceptViews([concept.id as ConceptId]);
  return view ?? null;
}
