"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { SkillName } from "@/app/_ui/skill-name";
import type { CurrentCard } from "@/lib/srs/session";
import type { DefinitionLanguage } from "@/lib/srs/session-payload";
import { AnswerSide } from "./answer-side";
import { type CardActions, CardMenu } from "./card-menu";
import { QuestionSide, questionFor } from "./question-side";

interface ReviewCardProps {
  readonly card: CurrentCard;
  readonly revealed: boolean;
  readonly definitionLanguage: DefinitionLanguage;
  readonly actions: CardActions;
  readonly onTap: (event: MouseEvent) => void;
}

/** The card. A tap anywhere on its question shows the answer. */
export function ReviewCard({ card, revealed, definitionLanguage, actions, onTap }: ReviewCardProps) {
  const t = useTranslations("review");
  const answer = useFocusWhen<HTMLElement>(revealed);
  const question = questionFor(card, definitionLanguage);
  const revealOnTap = (event: MouseEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a, button, [data-keys]") !== null;
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (!revealed && !onControl && !isSelecting) onTap(event);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has "Show answer" and the space bar
    <article
      data-testid="review-card"
      data-card-id={card.cardId}
      data-phase={revealed ? "answer" : "question"}
      onClick={revealOnTap}
      className="relative min-h-72 rounded-card sm:min-h-96 border border-line bg-surface px-[clamp(22px,5vw,56px)] pt-[clamp(28px,4.6vw,46px)] pb-[clamp(26px,5vw,52px)]"
    >
      <SectionTab section={card.concept.section} />
      <div className="flex min-h-7 items-center text-small text-ink-2">
        <p>
          <SkillName skill={card.skill} />
          {" · "}
          {t(`kind.${card.kind}`)}
        </p>
        <CardMenu actions={actions} />
      </div>
      <QuestionSide question={question} revealed={revealed} />
      {revealed ? (
        <section
          ref={answer}
          tabIndex={-1}
          aria-label={t("answerLabel")}
          className="mt-[clamp(20px,4vw,34px)] border-line border-t pt-[clamp(18px,4vw,32px)] outline-none"
        >
          <AnswerSide concept={card.concept} skill={card.skill} definitionLanguage={definitionLanguage} />
        </section>
      ) : null}
    </article>
  );
}

/** The alphabetical group of the glossary, as a tab at the card's edge. */
function SectionTab({ section }: { section: string }) {
  const t = useTranslations("review");
  const label = section.replace("-", "–");
  return (
    <span
      title={t("section", { section: label })}
      className="absolute -top-px right-7 rounded-b-lg bg-accent-soft px-2.5 pb-1 pt-0.5 text-[12px] leading-snug tracking-[0.06em] text-accent"
    >
      {label}
    </span>
  );
}

/** Moves the focus to the element as it appears, without scrolling: a screen reader goes on reading there. */
function useFocusWhen<Element extends HTMLElement>(appears: boolean) {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (appears) element.current?.focus({ preventScroll: true });
  }, [appears]);
  return element;
}
