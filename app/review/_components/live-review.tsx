"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { isSameGesture, type Tap } from "@/lib/client/gesture";
import type { ReviewSession } from "@/lib/client/review-session";
import { type CurrentCard, currentCard, previews } from "@/lib/srs/session";
import { DayEnd } from "./day-end";
import { GradeBar, KeyHint } from "./grade-bar";
import { HelpDialog } from "./help-dialog";
import { ReviewAnnouncer } from "./review-announcer";
import { ReviewCard } from "./review-card";
import { ReviewFrame } from "./review-frame";
import { ReviewHeader } from "./review-header";
import { HintNotice, TroubleNotices } from "./review-notices";
import type { SaveStateView } from "./save-state";
import { SuspensionNotice, useSuspension } from "./suspension";
import { useReviewView } from "./use-review";
import { type KeyActions, useReviewKeys } from "./use-review-keys";

interface LiveReviewProps {
  readonly review: ReviewSession;
  readonly save: SaveStateView;
  readonly newDay: boolean;
  readonly guest: boolean;
}

/** The review under way. */
export function LiveReview({ review, save, newDay, guest }: LiveReviewProps) {
  const { session, shown } = useReviewView(review);
  const [helping, setHelping] = useState(false);
  const router = useRouter();
  const suspension = useSuspension(review);
  const isNewGesture = useGestureGuard();
  useStartOfCard(shown?.id);
  const card = currentCard(session);
  const { controller } = review;
  const { settings, counts, limits, next } = session.payload;
  const actions = {
    canUndo: session.given.length > 0,
    onUndo: () => void controller.undo(),
    onSuspendCard: () => void (card && suspension.suspend(card, "card")),
    onSuspendConcept: () => void (card && suspension.suspend(card, "concept")),
    onOpenConcept: () => card && router.push(`/glossary/${card.concept.slug}`),
    onHelp: () => setHelping(true),
  };
  const onKey: KeyActions = (action) => {
    if (action.kind === "undo") actions.onUndo();
    else if (action.kind === "help") actions.onHelp();
    else if (action.kind === "suspend-card") actions.onSuspendCard();
    else if (action.kind === "open-concept") actions.onOpenConcept();
    else if (shown !== null && action.kind === "show-answer") controller.reveal(shown.id);
    else if (shown !== null && action.kind === "grade") controller.grade(shown.id, action.quality);
  };
  const phase = card === null || session.phase === "done" ? null : session.phase;
  useReviewKeys({ phase, twoButtons: settings.twoButtons }, onKey);
  const reveal = (event: MouseEvent) => {
    if (shown !== null && isNewGesture(event)) controller.reveal(shown.id);
  };
  const grades = phase === "answer" ? previews(session) : null;
  return (
    <ReviewFrame
      header={<ReviewHeader session={session} save={save} />}
      footer={
        shown === null ? null : grades === null ? (
          <ShowAnswer onPress={reveal} />
        ) : (
          <GradeBar
            previews={grades}
            twoButtons={settings.twoButtons}
            onGrade={(quality, event) => {
              if (isNewGesture(event)) controller.grade(shown.id, quality);
            }}
          />
        )
      }
    >
      <TroubleNotices save={save} review={review} />
      <SuspensionNotice suspension={suspension} />
      <HintNotice
        firstTime={next === null && session.payload.today.length === 0 && isAllNew(session.payload.cards)}
        guest={guest}
        answered={session.given.length}
        newDay={newDay}
        waiting={counts.waiting}
        limit={limits.reviewsPerDay}
      />
      {card === null ? (
        <DayEnd session={session} review={review} onUndo={actions.onUndo} />
      ) : (
        <ReviewCard
          key={shown?.id}
          card={card}
          revealed={phase === "answer"}
          definitionLanguage={settings.definitionLanguage}
          actions={actions}
          onTap={reveal}
        />
      )}
      <ReviewAnnouncer card={card} shown={shown} definitionLanguage={settings.definitionLanguage} />
      <HelpDialog open={helping} twoButtons={settings.twoButtons} onClose={() => setHelping(false)} />
    </ReviewFrame>
  );
}

function isAllNew(cards: readonly Pick<CurrentCard, "progress">[]): boolean {
  return cards.length > 0 && cards.every((card) => card.progress === null);
}

/** The one thing to do on a question. */
function ShowAnswer({ onPress }: { onPress: (event: MouseEvent) => void }) {
  const t = useTranslations("review");
  return (
    <Button
      variant="primary"
      data-testid="show-answer"
      data-keys="page"
      onClick={onPress}
      className="min-h-15 w-full touch-manipulation"
    >
      {t("showAnswer")}
      <KeyHint label={t("help.space")} />
    </Button>
  );
}

/** The grade button that had the focus is gone with its card: the focus waits at the top of the screen, and so does the eye. */
function useStartOfCard(presentationId: string | undefined): void {
  const previous = useRef(presentationId);
  useEffect(() => {
    if (previous.current === presentationId) return;
    previous.current = presentationId;
    if (presentationId === undefined) return;
    window.scrollTo(0, 0);
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [presentationId]);
}

/** Refuses the second tap of a double tap, whatever stands under the finger by then. */
function useGestureGuard(): (event: MouseEvent) => boolean {
  const previous = useRef<Tap | null>(null);
  return (event) => {
    // A click without a count is a key's, or an assistive device's.
    const tap = event.detail === 0 ? null : { timeMs: event.timeStamp, x: event.clientX, y: event.clientY };
    const same = isSameGesture(previous.current, tap);
    previous.current = tap;
    return !same;
  };
}
