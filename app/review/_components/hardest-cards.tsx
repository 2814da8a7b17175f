import Link from "next/link";
import { useTranslations } from "use-intl";
import { SkillName } from "@/app/_ui/skill-name";
import { TermText } from "@/app/_ui/term-text";
import type { Session } from "@/lib/srs/session";
import type { CardId } from "@/lib/srs/types";

/** The cards that gave most trouble today, each with why and the way to its page. */
export function HardestCards({ session, cardIds }: { session: Session; cardIds: readonly CardId[] }) {
  const t = useTranslations("review.done");
  if (cardIds.length === 0) return null;
  return (
    <>
      <h2 className="mt-8 mb-1 font-heading text-section font-medium">{t("hardest")}</h2>
      <ul>
        {cardIds.map((cardId) => (
          <HardCard key={cardId} session={session} cardId={cardId} />
        ))}
      </ul>
    </>
  );
}

function HardCard({ session, cardId }: { session: Session; cardId: CardId }) {
  const t = useTranslations("review.done");
  const card = session.cards.get(cardId);
  const concept = card && session.concepts.get(card.conceptId);
  if (!concept) return null;
  const answers = session.given.filter((answer) => answer.cardId === cardId);
  const again = answers.filter((answer) => answer.quality < 3).length;
  const hard = answers.filter((answer) => answer.quality === 3).length;
  return (
    <li className="border-line border-t py-2.5 first:border-0">
      <Link
        href={`/glossary/${concept.slug}`}
        prefetch={false}
        className="inline-flex flex-wrap items-baseline gap-x-2.5 no-underline hover:underline"
      >
        <TermText text={concept.zh} lang="zh" className="text-lead" />
        <TermText text={concept.en} lang="en" className="text-ink-2" />
      </Link>
      <p className="text-note text-ink-2">
        <SkillName skill={card.skill} />
        {" · "}
        {[again > 0 ? t("again", { count: again }) : "", hard > 0 ? t("hard", { count: hard }) : ""]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
    </li>
  );
}
