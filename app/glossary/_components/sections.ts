// The alphabetical groups of the glossary. Pure.

import type { ConceptSummary, Section } from "@/lib/glossary/concept";

const byEnglish = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** The concepts of one group, by their English names. */
export function inSectionOrder(concepts: readonly ConceptSummary[], section: Section): ConceptSummary[] {
  return concepts
    .filter((concept) => concept.section === section)
    .sort((one, other) => byEnglish.compare(one.en, other.en));
}

/** "A–G", with the dash that ranges have. */
export function sectionLabel(section: Section): string {
  return section.replace("-", "–");
}
