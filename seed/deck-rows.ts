import { conceptChecksum } from "@/lib/data/concept-checksum";
import { skillsOf } from "@/lib/glossary/card-skills";
import type { ConceptContent } from "@/lib/glossary/concept";
import type { Skill } from "@/lib/srs/types";
import type { DeckContent } from "./load-decks";

/** A row of Concept but for its id, which stays what it was when the concept was first seeded; and its cards. */
export interface ConceptRow {
  readonly slug: string;
  readonly deckId: string;
  readonly topicId: string;
  readonly section: string;
  readonly headline: boolean;
  readonly position: number;
  readonly en: string;
  readonly zh: string;
  readonly content: string;
  /** sha256 of the columns above. */
  readonly checksum: string;
  /** No column: the skills of which the concept has a card. */
  readonly skills: readonly Skill[];
}

export interface TopicRow {
  readonly id: string;
  readonly deckId: string;
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly position: number;
}

export interface DeckRow {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly descriptionZh: string;
  readonly descriptionEn: string;
  readonly position: number;
}

export function deckRow({ slug, name, description, position }: DeckContent): DeckRow {
  return {
    id: slug,
    nameZh: name.zh,
    nameEn: name.en,
    descriptionZh: description.zh,
    descriptionEn: description.en,
    position,
  };
}

export function topicRows(deck: DeckContent): TopicRow[] {
  return deck.topics.map(({ slug, name }, position) => ({
    id: `${deck.slug}.${slug}`,
    deckId: deck.slug,
    slug,
    nameZh: name.zh,
    nameEn: name.en,
    position,
  }));
}

/** The deck's concepts in learning order, across its topics. */
export function conceptRows(deck: DeckContent): ConceptRow[] {
  const placed = deck.topics.flatMap((topic) =>
    topic.concepts.map((content) => ({ content, topicId: `${deck.slug}.${topic.slug}` })),
  );
  return placed.map(({ content, topicId }, position) => conceptRow(content, { deckId: deck.slug, topicId, position }));
}

function conceptRow(
  content: ConceptContent,
  place: { readonly deckId: string; readonly topicId: string; readonly position: number },
): ConceptRow {
  const { slug, section, headline, en, zh } = content;
  const row = { slug, ...place, section, headline, en, zh, content: JSON.stringify(content) };
  return { ...row, checksum: conceptChecksum(row), skills: skillsOf(content) };
}
