// The alphabetical groups of the glossary. Pure.

import type { ConceptSummary, Section } from "@/lib/glossary/concept";

const byEnglish = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** The concepts of one group, by their English names. */
export function inSectionOrder(concepts: readonly ConceptSummary[], section: Section): ConceptSummary[] {
  return concepts
    .filter((concept) => concept.section === section)
    .sort((one, other) => byEnglish.compare(one.en, other.en));
}

/** The concepts before and after one in its group of its deck; null at the ends. `concepts` are those of all decks. */
export function neighboursInSection(
  concepts: readonly ConceptSummary[],
  concept: { readonly slug: string; readonly section: Section; readonly deckId: string },
): { readonly previous: ConceptSummary | null; readonly next: ConceptSummary | null } {
  // A topic's id is "<deck>.<slug>".
  const ofDeck = concepts.filter(({ topicId }) => topicId.startsWith(`${concept.deckId}.`));
  const group = inSectionOrder(ofDeck, concept.section);
  const place = group.findIndex(({ slug }) => slug === concept.slug);
  if (place < 0) return { previous: null, next: null };
  return { previous: group[place - 1] ?? null, next: group[place + 1] ?? null };
}

/** "A–G", with the dash that ranges have. */
export function sectionLabel(section: Section): string {
  return section.replace("-", "–");
}
