import { TermText } from "@/app/_ui/term-text";
import { NeighbourLinks } from "@/app/glossary/_components/neighbour-links";
import { neighboursInSection } from "@/app/glossary/_components/sections";
import { listConcepts } from "@/lib/data/glossary";
import type { ConceptSummary, ConceptView } from "@/lib/glossary/concept";
import { getT } from "@/lib/i18n/server";

/** The concepts before and after this one in its alphabetical group of its deck. */
export async function ConceptNeighbours({ concept }: { concept: ConceptView }) {
  const [t, concepts] = await Promise.all([getT("glossary"), listConcepts()]);
  const { previous, next } = neighboursInSection(concepts, concept);
  return (
    <NeighbourLinks
      label={t("concept.neighbours")}
      previous={previous && { ...targetOf(previous), label: t("concept.previous") }}
      next={next && { ...targetOf(next), label: t("concept.next") }}
    />
  );
}

function targetOf({ slug, en, zh }: ConceptSummary) {
  const name = (
    <>
      <TermText lang="en" text={en} className="mt-0.5 block text-[18px] leading-snug" />
      <TermText lang="zh" text={zh} className="block text-ink-2" />
    </>
  );
  return { path: `/glossary/${slug}`, name };
}
