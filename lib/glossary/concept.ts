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

/** What a letter of a formula stands for. */
export interface FormulaSymbol extends Bilingual {
  /** TeX; several that belong together are separated by commas. */
  readonly tex: string;
}

/** A formula as the seed's files say it. */
export interface FormulaContent {
  /** TeX, with `\term{…}` around the concept's own name: a card that asks for the name shows a question mark there. */
  readonly tex: string;
  /** How it is read aloud, with `{term}` where the concept's own name stands. */
  readonly reading: Bilingual;
  /** In order of appearance. */
  readonly symbols: readonly FormulaSymbol[];
}

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
  readonly formula?: FormulaContent;
  /** Names of pictures (app/_figures), the one that says most first. */
  readonly figures: readonly string[];
  /** Slugs. */
  readonly confusable: readonly string[];
  readonly prerequisites: readonly string[];
  /** What tells the concept from another one that shares a name with it. */
  readonly homonym?: Bilingual;
  /** Where the source was wrong, and what is right. */
  readonly erratum?: Bilingual;
}

/** A link to another concept, enough to show it. */
export interface ConceptLink {
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
}

/** A formula as screens show it. */
export interface FormulaView {
  /** MathML made on the server by KaTeX. */
  readonly mathml: string;
  /** How it is read aloud. */
  readonly reading: Bilingual;
  /** The same with a question mark in place of the concept's own name, for the card that asks for it. */
  readonly asked: { readonly mathml: string; readonly reading: Bilingual };
  readonly symbols: readonly (Bilingual & { readonly mathml: string })[];
}

/** A concept as screens get it. */
export interface ConceptView extends Omit<ConceptContent, "confusable" | "prerequisites" | "formula"> {
  readonly id: ConceptId;
  readonly deckId: string;
  readonly topic: { readonly id: string; readonly slug: string; readonly name: Bilingual };
  readonly formula: FormulaView | null;
  readonly confusable: readonly ConceptLink[];
  readonly prerequisites: readonly ConceptLink[];
}

/** A picture as screens get it, in one language. */
export interface FigureView {
  readonly name: string;
  /** One line below the picture. */
  readonly caption: string;
  /** The same for the version that can be played with. */
  readonly liveCaption: string;
  /** The whole `<svg>` element, with its text alternative; drawn from the app's own components. */
  readonly svg: string;
  /** Whether there is a version that can be played with. */
  readonly interactive: boolean;
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
