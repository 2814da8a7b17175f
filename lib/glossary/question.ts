// What a card shows and what it asks, as data: the screen decides how it looks. Pure.

import type { DefinitionLanguage } from "../srs/session-payload";
import type { Skill } from "../srs/types";
import type { ConceptContent } from "./concept";

/** A value for the `lang` attribute. */
export type TextLanguage = "en" | "zh-Hans";

/** A piece of one face, in the order in which it is read. */
export interface FacePiece {
  readonly role: "term" | "abbreviation" | "pinyin" | "definition";
  readonly lang: TextLanguage;
  readonly text: string;
}

/** What the learner is to recall. "term": in either language. */
export type AskedFor = "zh-term" | "en-term" | "term" | "definition";

export interface Question {
  readonly asks: AskedFor;
  readonly front: readonly FacePiece[];
  readonly back: readonly FacePiece[];
}

/** The parts of a concept that its cards are made of. */
export type QuestionConcept = Pick<ConceptContent, "en" | "zh" | "pinyin" | "abbreviations" | "definition">;

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
