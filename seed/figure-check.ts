import { DRAWN_FIGURES } from "@/lib/data/figures";
import type { ConceptContent } from "@/lib/glossary/concept";
import type { DeckIssue } from "@/lib/glossary/deck-check";

/** Figures that concepts name and nobody has drawn. */
export function figureIssues(concepts: readonly ConceptContent[]): DeckIssue[] {
  return concepts.flatMap(({ figures }, concept) =>
    figures.flatMap((name, position) =>
      Object.hasOwn(DRAWN_FIGURES, name)
        ? []
        : [{ concept, path: ["figures", position], message: `names ${name}, which is not drawn` }],
    ),
  );
}

/** A text alternative says what is seen: shorter than this it only names the picture. Characters. */
const ALT_LENGTH_MIN = { zh: 15, en: 40 } as const;

/** What is wrong with the figures themselves: shown by no concept, or without a text that says the same. */
export function figureProblems(concepts: readonly ConceptContent[]): string[] {
  const named = new Set(concepts.flatMap(({ figures }) => figures));
  return Object.entries(DRAWN_FIGURES).flatMap(([name, { alt, caption }]) => [
    ...(named.has(name) ? [] : [`figure ${name}: no concept shows it`]),
    ...(["zh", "en"] as const).flatMap((language) => [
      ...(alt[language].length < ALT_LENGTH_MIN[language] ? [`figure ${name}: has no ${language} alternative`] : []),
      ...(caption[language].trim() === "" ? [`figure ${name}: has no ${language} caption`] : []),
    ]),
  ]);
}
