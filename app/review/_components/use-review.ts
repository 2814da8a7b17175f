"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ApiFailure } from "@/lib/client/api";
import { openReviewSession, type ReviewLearner, type ReviewSession } from "@/lib/client/review-session";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { SaveStateView } from "./save-state";

export type OpenedReview =
  | { readonly kind: "opening" }
  | { readonly kind: "failed"; readonly failure: ApiFailure }
  | {
      readonly kind: "open";
      readonly review: ReviewSession;
      readonly save: SaveStateView;
      /** The queue was replaced because a study day began while the page was open. */
      readonly newDay: boolean;
    };

const NOTHING_PENDING: SaveStateView = { phase: "idle", pending: 0, rejected: 0, durable: true };

/** Opens the review of a learner for as long as the screen is there. */
export function useReview(learner: ReviewLearner, payload: SessionPayload | null): OpenedReview {
  const [opened, setOpened] = useState<ReviewSession | ApiFailure | null>(null);
  const [save, setSave] = useState(NOTHING_PENDING);
  const [newDay, setNewDay] = useState(false);
  const { userId, guest } = learner;
  useEffect(() => {
    let stopped = false;
    let stop = () => {};
    const listener = {
      status: (status: Omit<SaveStateView, "durable">) => setSave(({ durable }) => ({ ...status, durable })),
      volatile: () => setSave((state) => ({ ...state, durable: false })),
      newDay: () => setNewDay(true),
    };
    void openReviewSession({ learner: { userId, guest }, payload, listener, stopped: () => stopped }).then((result) => {
      if (result === null) return;
      setOpened(result.ok ? result.value : result.failure);
      if (result.ok) stop = () => result.value.stop();
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [userId, guest, payload]);
  useWarningBeforeLoss(!save.durable && save.pending > 0);
  if (opened === null) return { kind: "opening" };
  return "controller" in opened ? { kind: "open", review: opened, save, newDay } : { kind: "failed", failure: opened };
}

/** Asks before the page is closed while answers live in it alone. */
function useWarningBeforeLoss(atRisk: boolean): void {
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [atRisk]);
}

/** The session and the card on the screen, as they change. */
export function useReviewView({ controller }: ReviewSession) {
  return useSyncExternalStore(controller.subscribe, controller.view, controller.view);
}
