import { useTranslations } from "use-intl";
import type { Presentation } from "@/lib/client/review-controller";
import type { CurrentCard } from "@/lib/srs/session";
import type { DefinitionLanguage } from "@/lib/srs/session-payload";
import { questionFor, questionText } from "./question-side";

interface ReviewAnnouncerProps {
  readonly card: CurrentCard | null;
  readonly shown: Presentation | null;
  readonly definitionLanguage: DefinitionLanguage;
}

/** Tells a screen reader, politely, which card has come. */
export function ReviewAnnouncer({ card, shown, definitionLanguage }: ReviewAnnouncerProps) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  return (
    <p aria-live="polite" className="sr-only">
      <span key={shown?.id ?? "done"}>
        {card === null
          ? t("announceDone")
          : t("announce", {
              skill: common(`skillsSpoken.${card.skill}`),
              kind: t(`kind.${card.kind}`),
              question: questionText(questionFor(card, definitionLanguage)),
            })}
      </span>
    </p>
  );
}
