// What a card shows first and what it asks, as data: the screen decides how it looks. Pure.

import type { DefinitionLanguage } from "../srs/session-payload";
import type { Skill } from "../srs/types";
import type { Bilingual, ConceptContent, FormulaView } from "./concept";

/** A value for the `lang` attribute. */
export type TextLanguage = "en" | "zh-Hans";

/** A piece of what is shown, in the order in which it is read. */
export type FacePiece = { readonly lang: TextLanguage } & (
  | { readonly role: "term" | "definition"; readonly text: string }
  /** `text`: how it is read aloud. */
  | { readonly role: "formula"; readonly text: string; readonly mathml: string }
);

/** What the learner is to recall. "term": in either language. */
export type AskedFor = "zh-term" | "en-term" | "term" | "definition" | "formula";

/** What a card shows first. Abbreviations and pinyin belong to the answer: they would give half of it away. */
export interface Question {
  readonly asks: AskedFor;
  readonly front: readonly FacePiece[];
}

/** The parts of a concept that its questions are made of. */
export interface QuestionConcept extends Pick<ConceptContent, "en" | "zh" | "definition"> {
  readonly formula: FormulaView | null;
}

interface QuestionInput {
  readonly concept: QuestionConcept;
  readonly skill: Skill;
  readonly definitionLanguage: DefinitionLanguage;
}

/**
 * The question of a card. Names are given in both languages where neither is asked for, since telling them together is what the glossary
 * teaches; the learner's choice of language is about definitions, and about how a formula is read aloud.
 */
export function questionOf({ concept, skill, definitionLanguage }: QuestionInput): Question {
  const english: FacePiece = { role: "term", lang: "en", text: concept.en };
  const chinese: FacePiece = { role: "term", lang: "zh-Hans", text: concept.zh };
  switch (skill) {
    case "en-zh":
      return { asks: "zh-term", front: [english] };
    case "zh-en":
      return { asks: "en-term", front: [chinese] };
    case "term-definition":
      return { asks: "definition", front: [english, chinese] };
    case "term-formula":
      return { asks: "formula", front: [english, chinese] };
    // A card that was answered today may be asked again by an undo after its formula has gone.
    case "formula-term":
    case "definition-term": {
      const formula = skill === "formula-term" && concept.formula?.asked;
      const front = formula
        ? formulaPieces(formula, definitionLanguage)
        : definitionPieces(concept, definitionLanguage);
      return { asks: "term", front };
    }
  }
}

/** One piece, read aloud in the first language of definitions. */
function formulaPieces({ mathml, reading }: FormulaView["asked"], language: DefinitionLanguage): FacePiece[] {
  return textsIn(language, reading)
    .slice(0, 1)
    .map((text) => ({ ...text, role: "formula", mathml }));
}

function definitionPieces({ definition }: QuestionConcept, language: DefinitionLanguage): FacePiece[] {
  return textsIn(language, definition).map((text) => ({ ...text, role: "definition" }));
}

function textsIn(language: DefinitionLanguage, { zh, en }: Bilingual): Pick<FacePiece, "lang" | "text">[] {
  const texts = { zh: { lang: "zh-Hans", text: zh }, en: { lang: "en", text: en } } as const;
  return language === "both" ? [texts.zh, texts.en] : [texts[language]];
}
