import "server-only";
import type { Bilingual, ConceptSummary, ConceptView } from "@/lib/glossary/concept";
import { makeConceptGraph, type PrerequisiteMap, prerequisiteMap } from "@/lib/glossary/prerequisite-map";
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

/** The decks that can be learned, with their topics, in order. Whoever shows how many concepts there are of anything takes it from here. */
export async function listDecks(): Promise<readonly DeckView[]> {
  return loadDecks();
}

const loadDecks = perGlossaryVersion(async (): Promise<readonly DeckView[]> => {
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
});

/** The topics of a deck that are worth showing. */
export function topicsWithConcepts(deck: DeckView): readonly TopicView[] {
  return deck.topics.filter(({ concepts }) => concepts > 0);
}

/** A topic with its deck, its concepts in learning order, and the topics before and after it in the deck. */
export interface TopicPage {
  readonly deck: DeckView;
  readonly topic: TopicView;
  readonly concepts: readonly ConceptSummary[];
  readonly previous: TopicView | null;
  readonly next: TopicView | null;
}

/** Null when there is no such topic, or nothing in it. */
export async function getTopic(address: { readonly deckId: string; readonly slug: string }): Promise<TopicPage | null> {
  const deck = (await listDecks()).find(({ id }) => id === address.deckId);
  const topics = deck === undefined ? [] : topicsWithConcepts(deck);
  const place = topics.findIndex(({ slug }) => slug === address.slug);
  const topic = topics[place];
  if (deck === undefined || topic === undefined) return null;
  const concepts = (await listConcepts()).filter(({ topicId }) => topicId === topic.id);
  return { deck, topic, concepts, previous: topics[place - 1] ?? null, next: topics[place + 1] ?? null };
}

/**
 * Every concept that is not retired, in learning order, with what the list and the search show; the index over them, and how they build
 * on each other.
 */
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
  return { summaries, index: makeSearchIndex(contents), graph: makeConceptGraph(contents) };
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

/** What to know before a concept and what it opens; null when there is neither. */
export async function getPrerequisiteMap(slug: string): Promise<PrerequisiteMap | null> {
  return prerequisiteMap((await loadCatalogue()).graph, slug);
}

/** Everything about one concept, links resolved; null when there is none of that slug or it is retired. */
export async function getConcept(slug: string): Promise<ConceptView | null> {
  const concept = await db().concept.findUnique({ where: { slug }, select: { id: true, retiredAt: true } });
  if (!concept || concept.retiredAt) return null;
  const [view] = await getConceptViews([concept.id as ConceptId]);
  return view ?? null;
}
