// Definitions that are nearly the same: a card that shows one of them could not say which of two concepts it asks for. Pure.

import type { ConceptContent } from "./concept";
import type { DeckIssue } from "./deck-check";

/** Share of common pieces above which two definitions count as one (Jaccard index of their sets of pieces). */
const SIMILAR = 0.6;

/** Each pair of nearly equal definitions once, at the later concept. */
export function similarityIssues(concepts: readonly ConceptContent[]): DeckIssue[] {
  return (["zh", "en"] as const).flatMap((language) => {
    const pieces = concepts.map(({ definition }) => piecesOf(definition[language], language));
    return pieces.flatMap((own, concept) => {
      const before = pieces.slice(0, concept).findIndex((other) => jaccard(own, other) >= SIMILAR);
      const twin = concepts[before];
      if (!twin) return [];
      return [{ concept, path: ["definition", language], message: `is nearly the definition of ${twin.slug}` }];
    });
  });
}

/** Pairs of neighbours: Chinese characters, English words. Pairs and not single ones, since order is what tells "not predicted" apart. */
function piecesOf(text: string, language: "zh" | "en"): ReadonlySet<string> {
  const units = text.toLowerCase().match(language === "zh" ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}]+/gu) ?? [];
  return new Set(units.slice(1).map((unit, index) => `${units[index]} ${unit}`));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  // No need to count when the sizes alone say that it is less.
  if (small.size < SIMILAR * large.size) return 0;
  let common = 0;
  for (const piece of small) if (large.has(piece)) common += 1;
  return common / (one.size + other.size - common);
}
