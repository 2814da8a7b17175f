"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Notice, type NoticeTone } from "@/app/_ui/notice";
import type { ReviewSession } from "@/lib/client/review-session";
import type { SaveStateView } from "./save-state";

const ACTION = "link -my-1 inline-block py-1";

/** What stands in the way of saving: what happened, where the answers are, what to do. */
export function TroubleNotices({ save, review }: { save: SaveStateView; review: ReviewSession }) {
  const t = useTranslations("review.notice");
  return (
    <>
      {save.phase === "signed-out" ? (
        <Line tone="warn" role="alert" testId="notice-signed-out">
          {t("signedOut", { count: save.pending })}{" "}
          <a href="/sign-in?next=%2Freview" className={ACTION}>
            {t("signIn")}
          </a>
        </Line>
      ) : null}
      {save.rejected > 0 ? <RejectedNotice count={save.rejected} review={review} /> : null}
      {save.durable ? null : (
        <Line tone="warn" role="status" testId="notice-volatile">
          {t("volatile")}
        </Line>
      )}
    </>
  );
}

const KNOWN_REASONS = ["operation-conflict", "unknown-card", "invalid-input", "too-large"] as const;

function RejectedNotice({ count, review }: { count: number; review: ReviewSession }) {
  const t = useTranslations("review");
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    void review.sync.listRejected().then((rows) => {
      if (!gone && rows.length === count) setCodes([...new Set(rows.map((row) => row.code))]);
    });
    return () => {
      gone = true;
    };
  }, [count, review]);
  const reasons = codes.map((code) => t(`reason.${KNOWN_REASONS.find((known) => known === code) ?? "other"}`));
  return (
    <Line tone="danger" role="alert" testId="notice-rejected">
      {t("notice.rejected", { count, reasons: reasons.join("；") })}
      <span className="flex flex-wrap gap-x-5">
        <button type="button" className={ACTION} onClick={() => void review.sync.retryRejected()}>
          {t("notice.retry")}
        </button>
        <button type="button" className={ACTION} onClick={() => void review.sync.discardRejected()}>
          {t("notice.discard")}
        </button>
      </span>
    </Line>
  );
}

interface HintNoticesProps {
  readonly firstTime: boolean;
  readonly guest: boolean;
  /** Answers given today. */
  readonly answered: number;
  readonly newDay: boolean;
  /** Due cards beyond today's limit. */
  readonly waiting: number;
  readonly limit: number;
}

/** After so many answers a guest has something to lose. */
const GUEST_HINT_FROM = 5;

/** At most one quiet line. */
export function HintNotice({ firstTime, guest, answered, newDay, waiting, limit }: HintNoticesProps) {
  const t = useTranslations("review.notice");
  const guestHint = useDismissal("termwise-guest-hint");
  const waitingHint = useDismissal(null);
  if (firstTime && answered === 0) {
    return (
      <Line tone="info" testId="notice-first-time">
        {t("firstTime")}
      </Line>
    );
  }
  if (guest && answered >= GUEST_HINT_FROM && !guestHint.dismissed) {
    return (
      <Line tone="info" role="status" testId="notice-guest" onDismiss={guestHint.dismiss}>
        {t("guest")}{" "}
        <Link href="/sign-up" prefetch={false} className={ACTION}>
          {t("signUp")}
        </Link>
      </Line>
    );
  }
  const text = newDay ? t("newDay") : waiting > 0 ? t("waiting", { count: waiting, limit }) : null;
  if (text === null || waitingHint.dismissed) return null;
  return (
    <Line tone="info" role="status" testId="notice-day" onDismiss={waitingHint.dismiss}>
      {text}
    </Line>
  );
}

interface LineProps {
  readonly tone: NoticeTone;
  readonly role?: "alert" | "status";
  readonly testId: string;
  readonly children: ReactNode;
  readonly onDismiss?: () => void;
}

/** A notice above the card, with a way to be rid of it. */
export function Line({ tone, role, testId, children, onDismiss }: LineProps) {
  const t = useTranslations("review.notice");
  return (
    <div data-testid={testId} className="mb-3">
      <Notice tone={tone} {...(role ? { role } : {})}>
        {children}
        {onDismiss ? (
          <button type="button" onClick={onDismiss} className={`${ACTION} ml-4`}>
            {t("dismiss")}
          </button>
        ) : null}
      </Notice>
    </div>
  );
}

/** Dismissed for good under the key in this browser, or with null for as long as the page is there. */
function useDismissal(key: string | null) {
  const [dismissed, setDismissed] = useState(() => key !== null && readFlag(key));
  return {
    dismissed,
    dismiss() {
      setDismissed(true);
      if (key !== null) writeFlag(key);
    },
  };
}

function readFlag(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false; // storage refused: the hint comes back, no harm done
  }
}

function writeFlag(key: string): void {
  try {
    localStorage.setItem(key, "dismissed");
  } catch {
    // storage refused: the hint comes back, no harm done
  }
}
