"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { ApiFailure } from "@/lib/client/api";
import type { ReviewSession } from "@/lib/client/review-session";
import type { ConceptLink } from "@/lib/glossary/concept";
import type { CurrentCard } from "@/lib/srs/session";
import type { CardId, ConceptId } from "@/lib/srs/types";
import { Line } from "./review-notices";

interface SetAside {
  readonly conceptId: ConceptId;
  readonly cardId: CardId | null;
  readonly concept: ConceptLink;
}

export interface Suspension {
  /** What was set aside last, and can be taken back. */
  readonly last: SetAside | null;
  readonly failure: ApiFailure | null;
  suspend(card: CurrentCard, what: "card" | "concept"): Promise<void>;
  takeBack(): Promise<void>;
  dismiss(): void;
}

/** Setting cards aside asks the server first: unlike an answer it can wait, and a card that only seems gone would be a lie. */
export function useSuspension(review: ReviewSession): Suspension {
  const [last, setLast] = useState<SetAside | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  return {
    last,
    failure,
    async suspend(card, what) {
      const aside = { conceptId: card.conceptId, cardId: what === "card" ? card.cardId : null, concept: card.concept };
      const failed = await review.suspend({ conceptId: aside.conceptId, cardId: aside.cardId, suspended: true });
      setFailure(failed);
      setLast(failed === null ? aside : null);
    },
    async takeBack() {
      if (last === null) return;
      const failed = await review.suspend({ conceptId: last.conceptId, cardId: last.cardId, suspended: false });
      setFailure(failed);
      if (failed === null) setLast(null);
    },
    dismiss() {
      setLast(null);
      setFailure(null);
    },
  };
}

/** What became of it, with the way back. */
export function SuspensionNotice({ suspension }: { suspension: Suspension }) {
  const t = useTranslations("review.notice");
  const chinese = useLocale() === "zh-CN";
  const { last, failure, dismiss } = suspension;
  if (failure !== null) {
    const reason = t(failure.kind === "offline" ? "offlineReason" : "serverReason");
    return (
      <Line tone="warn" role="alert" testId="notice-suspend-failed" onDismiss={dismiss}>
        {t("suspendFailed", { reason })}
      </Line>
    );
  }
  if (last === null) return null;
  const name = chinese ? last.concept.zh : last.concept.en;
  return (
    <Line tone="info" role="status" testId="notice-suspended" onDismiss={dismiss}>
      {t(last.cardId === null ? "suspendedConcept" : "suspendedCard", { name })}{" "}
      <button type="button" className="link" onClick={() => void suspension.takeBack()}>
        {t("takeBack")}
      </button>
    </Line>
  );
}
