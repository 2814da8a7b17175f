import { expect, test } from "vitest";
import { neighboursInSection } from "@/app/glossary/_components/sections";
import type { ConceptSummary, Section } from "@/lib/glossary/concept";
import type { ConceptId } from "@/lib/srs/types";

function concept(deck: string, en: string, section: Section = "A-G"): ConceptSummary {
  const names = { slug: en.toLowerCase(), en, zh: en, pinyin: "", abbreviations: [] };
  return {
    ...names,
    id: `${deck}.${en}` as ConceptId,
    topicId: `${deck}.all`,
    section,
    definition: { zh: "", en: "" },
  };
}

const CONCEPTS = [
  concept("core", "Cell"),
  concept("core", "Anchor"),
  concept("core", "Batch"),
  concept("core", "Kernel", "H-N"),
  concept("second", "Adam"),
  concept("second", "Bias"),
  concept("core-2", "Attention"),
];

test.each([
  ["core", "anchor", "A-G", null, "batch"],
  ["core", "batch", "A-G", "anchor", "cell"],
  ["core", "cell", "A-G", "batch", null],
  ["core", "kernel", "H-N", null, null],
  ["second", "adam", "A-G", null, "bias"],
  ["core-2", "attention", "A-G", null, null],
  ["core", "adam", "A-G", null, null],
] as const)("%s.%s of %s stands between its neighbours of the same deck", (deckId, slug, section, before, after) => {
  const { previous, next } = neighboursInSection(CONCEPTS, { slug, section, deckId });
  expect([previous?.slug ?? null, next?.slug ?? null]).toEqual([before, after]);
});
