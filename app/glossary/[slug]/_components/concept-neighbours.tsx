import Link from "next/link";
import { TermText } from "@/app/_ui/term-text";
import { inSectionOrder } from "@/app/glossary/_components/sections";
import { listConcepts } from "@/lib/data/glossary";
import type { ConceptSummary, ConceptView } from "@/lib/glossary/concept";
import { getT } from "@/lib/i18n/server";

/** The concepts before and after this one in its alphabetical group of its deck. */
export async function ConceptNeighbours({ concept }: { concept: ConceptView }) {
  const [t, concepts] = await Promise.all([getT("glossary"), listConcepts()]);
  const own = concepts.filter((other) => other.topicId.startsWith(`${concept.deckId}.`));
  const group = inSectionOrder(own, concept.section);
  const place = group.findIndex((other) => other.slug === concept.slug);
  const previous = group[place - 1];
  const next = group[place + 1];
  return (
    <nav
      aria-label={t("concept.neighbours")}
      data-print="hide"
      className="mt-12 grid grid-cols-2 gap-4 border-line border-t pt-6"
    >
      {previous ? <Neighbour concept={previous} label={t("concept.previous")} arrow="←" /> : <span />}
      {next ? <Neighbour concept={next} label={t("concept.next")} arrow="→" /> : null}
    </nav>
  );
}

function Neighbour({ concept, label, arrow }: { concept: ConceptSummary; label: string; arrow: "←" | "→" }) {
  const forward = arrow === "→";
  return (
    <Link
      href={`/glossary/${concept.slug}`}
      prefetch={false}
      rel={forward ? "next" : "prev"}
      className={`block rounded-control py-2 no-underline hover:text-accent ${forward ? "text-right" : ""}`}
    >
      <span className="block text-note text-ink-2">
        {forward ? null : <span aria-hidden="true">{arrow} </span>}
        {label}
        {forward ? <span aria-hidden="true"> {arrow}</span> : null}
      </span>
      <TermText lang="en" text={concept.en} className="mt-0.5 block text-[18px] leading-snug" />
      <TermText lang="zh" text={concept.zh} className="block text-ink-2" />
    </Link>
  );
}
