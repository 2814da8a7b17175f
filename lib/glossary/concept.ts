// What a concept is, as the app passes it around. Pure: types only; the zod schema of the seed files stands in concept-schema.ts.

import type { CardId, ConceptId, Skill } from "../srs/types";

/** The same text in the two languages of the glossary. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The alphabetical groups of the source. */
export const SECTIONS = ["A-G", "H-N", "O-T", "U-Z"] as const;
export type Section = (typeof SECTIONS)[number];

/** All that a concept says, without its links resolved. Stored as JSON in Concept.content. */
export interface ConceptContent {
  readonly slug: string;
  readonly section: Section;
  readonly headline: boolean;
  /** The names to teach. */
  readonly en: string;
  readonly zh: string;
  /** One syllable with its tone mark per Han character of `zh`, separated by spaces. */
  readonly pinyin: string;
  readonly abbreviations: readonly string[];
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly definition: Bilingual;
  readonly plain: Bilingual;
  readonly example?: Bilingual;
  /** TeX. */
  readonly formula?: string;
  /** Slugs. */
  readonly confusable: readonly string[];
  readonly prerequisites: readonly string[];
  /** Where the source was wrong, and what is right. */
  readonly erratum?: Bilingual;
}

/** A link to another concept, enough to show it. */
export interface ConceptLink {
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
}

/** A concept as screens get it. */
export interface ConceptView extends Omit<ConceptContent, "confusable" | "prerequisites"> {
  readonly id: ConceptId;
  readonly deckId: string;
  readonly topic: { readonly id: string; readonly slug: string; readonly name: Bilingual };
  /** The formula as a MathML string made on the server by KaTeX, or null. */
  readonly formulaMathml: string | null;
  readonly confusable: readonly ConceptLink[];
  readonly prerequisites: readonly ConceptLink[];
}

/** One line of the glossary list and of search results. */
export interface ConceptSummary extends ConceptLink {
  readonly id: ConceptId;
  readonly section: Section;
  readonly topicId: string;
  readonly abbreviations: readonly string[];
  readonly pinyin: string;
  readonly definition: Bilingual;
}

export interface CardRef {
  readonly id: CardId;
  readonly conceptId: ConceptId;
  readonly skill: Skill;
}
