// What a card shows and what it asks, as data: the screen decides how it looks. Pure.

import type { DefinitionLanguage } from "../srs/session-payload";
import type { Skill } from "../srs/types";
import type { ConceptContent, FormulaView } from "./concept";

/** A value for the `lang` attribute. */
export type TextLanguage = "en" | "zh-Hans";

/** A piece of one face, in the order in which it is read. */
export type FacePiece = { readonly lang: TextLanguage } & (
  | { readonly role: "term" | "abbreviation" | "pinyin" | "definition"; readonly text: string }
  /** `text`: how it is read aloud. */
  | { readonly role: "formula"; readonly text: string; readonly mathml: string }
);

/** What the learner is to recall. "term": in either language. */
export type AskedFor = "zh-term" | "en-term" | "term" | "definition" | "formula";

export interface Question {
  readonly asks: AskedFor;
  readonly front: readonly FacePiece[];
  readonly back: readonly FacePiece[];
}

/** The parts of a concept that its cards are made of. */
export interface QuestionConcept extends Pick<ConceptContent, "en" | "zh" | "pinyin" | "abbreviations" | "definition"> {
  readonly formula: FormulaView | null;
}

/**
 * The two faces of a card. Names are always given in both languages where neither is asked for, since telling them together is what the
 * glossary teaches; the learner's choice of language is about definitions.
 */
export function questionOf(input: {
  readonly concept: QuestionConcept;
  readonly skill: Skill;
  readonly definitionLanguage: DefinitionLanguage;
}): Question {
  const { concept, skill, definitionLanguage } = input;
  const english = englishName(concept);
  const chinese = chineseName(concept);
  const definition = definitionPieces(concept, definitionLanguage);
  switch (skill) {
    case "en-zh":
      return { asks: "zh-term", front: english, back: chinese };
    case "zh-en":
      return { asks: "en-term", front: chinese.filter((piece) => piece.role === "term"), back: english };
    case "term-definition":
      return { asks: "definition", front: [...english, ...chinese], back: definition };
    case "definition-term":
      return { asks: "term", front: definition, back: [...english, ...chinese] };
    case "formula-term": {
      // A card that was answered today may be asked again by an undo after its formula has gone.
      const front = concept.formula === null ? definition : formulaPieces(concept.formula.asked, definitionLanguage);
      return { asks: "term", front, back: [...english, ...chinese] };
    }
    case "term-formula": {
      const formula = concept.formula === null ? [] : formulaPieces(concept.formula, definitionLanguage);
      return { asks: "formula", front: [...english, ...chinese], back: [...formula, ...definition] };
    }
  }
}

function englishName(concept: QuestionConcept): FacePiece[] {
  return [
    { role: "term", lang: "en", text: concept.en },
    ...concept.abbreviations.map((text): FacePiece => ({ role: "abbreviation", lang: "en", text })),
  ];
}

function chineseName(concept: QuestionConcept): FacePiece[] {
  const term: FacePiece = { role: "term", lang: "zh-Hans", text: concept.zh };
  return concept.pinyin === "" ? [term] : [term, { role: "pinyin", lang: "zh-Hans", text: concept.pinyin }];
}

function formulaPieces({ mathml, reading }: FormulaView["asked"], language: DefinitionLanguage): FacePiece[] {
  const piece = { role: "formula", mathml } as const;
  return [
    language === "en" ? { ...piece, lang: "en", text: reading.en } : { ...piece, lang: "zh-Hans", text: reading.zh },
  ];
}

function definitionPieces(concept: QuestionConcept, language: DefinitionLanguage): FacePiece[] {
  const zh: FacePiece = { role: "definition", lang: "zh-Hans", text: concept.definition.zh };
  const en: FacePiece = { role: "definition", lang: "en", text: concept.definition.en };
  switch (language) {
    case "zh":
      return [zh];
    case "en":
      return [en];
    case "both":
      return [zh, en];
  }
}
