import Link from "next/link";
import { TermText } from "@/app/_ui/term-text";
import type { ProgressView } from "@/lib/data/progress";
import { NothingYet, Panel } from "./panel";
import type { Texts } from "./texts";

type HardCard = ProgressView["hardest"][number];

/** What is forgotten most, why it stands here, and where to read it again. A list is its own table. */
export function HardestList({ cards, texts }: { cards: readonly HardCard[]; texts: Texts }) {
  const { t } = texts;
  const concepts = groupByConcept(cards);
  if (concepts.length === 0) {
    return (
      <Panel id="hardest" title={t("hardest.title")}>
        <NothingYet>{t("hardest.empty")}</NothingYet>
      </Panel>
    );
  }
  return (
    <Panel id="hardest" title={t("hardest.title")} note={t("hardest.note")}>
      <ol className="grid gap-x-10 md:grid-cols-2">
        {concepts.map(([first, ...others]) => (
          <li key={first.cardId} className="border-line border-t py-2.5">
            <Link
              href={`/glossary/${first.slug}`}
              prefetch={false}
              className="inline-flex flex-wrap items-baseline gap-x-2.5 no-underline hover:underline"
            >
              <TermText text={first.zh} lang="zh" className="text-lead" />
              <TermText text={first.en} lang="en" className="text-ink-2" />
            </Link>
            {[first, ...others].map((card) => (
              <p key={card.cardId} className="text-note text-ink-2 tabular-nums">
                {reasonOf(card, texts)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type CardsOfConcept = [HardCard, ...HardCard[]];

/** A concept that is hard in several ways stands once, where its hardest card stood. */
function groupByConcept(cards: readonly HardCard[]): readonly CardsOfConcept[] {
  const groups = new Map<string, CardsOfConcept>();
  for (const card of cards) {
    const group = groups.get(card.slug);
    if (group) group.push(card);
    else groups.set(card.slug, [card]);
  }
  return [...groups.values()];
}

function reasonOf(card: HardCard, { t, skill, number }: Texts): string {
  const lapses = card.lapses > 0 ? [t("hardest.lapses", { lapses: card.lapses })] : [];
  const ease = t("hardest.ease", { ease: number(card.efactorHundredths / 100, 2, "exact") });
  return [skill(card.skill), ...lapses, ease, t("hardest.answers", { answers: card.answers })].join(" · ");
}
