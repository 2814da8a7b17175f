"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button, LinkButton } from "@/app/_ui/button";
import type { ApiFailure } from "@/lib/client/api";
import type { ReviewSession } from "@/lib/client/review-session";
import { type Session, type SessionSummary, summary } from "@/lib/srs/session";
import { DayPanel } from "./day-panel";
import { HardestCards } from "./hardest-cards";

interface DayEndProps {
  readonly session: Session;
  readonly review: ReviewSession;
  readonly onUndo: () => void;
}

/** Nothing is left to be asked: the day's summary, or when the next review is, or what to do to begin at all. */
export function DayEnd({ session, review, onUndo }: DayEndProps) {
  const t = useTranslations("review");
  const { payload, given } = session;
  if (given.length > 0) {
    return (
      <DayPanel title={t("done.title")} state="summary" testId="queue-done">
        <Figures day={summary(session)} />
        <HardestCards session={session} cardIds={summary(session).hardest} />
        <NextSteps moreNew={payload.moreNew} review={review}>
          <Button variant="plain" data-testid="undo" onClick={onUndo}>
            {t("done.undo")}
          </Button>
        </NextSteps>
      </DayPanel>
    );
  }
  if (payload.next === null && payload.moreNew === 0) {
    return (
      <DayPanel title={t("empty.title")} state="empty" testId="queue-done">
        <p>{t("empty.text")}</p>
        <LinkButton href="/settings" prefetch={false} variant="primary" className="mt-7">
          {t("empty.action")}
        </LinkButton>
      </DayPanel>
    );
  }
  return (
    <DayPanel title={t("nothing.title")} state="nothing" testId="queue-done">
      <NextReview session={session} />
      <NextSteps moreNew={payload.moreNew} review={review} />
    </DayPanel>
  );
}

function NextReview({ session: { payload } }: { session: Session }) {
  const t = useTranslations("review.nothing");
  const format = useFormatter();
  if (payload.next === null) return <p>{t("noNext")}</p>;
  const { studyDay, due } = payload.next;
  if (studyDay === payload.studyDay + 1) return <p>{t("nextTomorrow", { count: due })}</p>;
  // A study day is a calendar day already, so it is written as if in UTC.
  const date = format.dateTime(studyDay * 86_400_000, { month: "long", day: "numeric", timeZone: "UTC" });
  return <p>{t("next", { date, count: due })}</p>;
}

function Figures({ day }: { day: SessionSummary }) {
  const t = useTranslations("review.done");
  const { passed, of } = day.firstTryRate;
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4">
      <Figure name={t("answered")} value={t("answeredValue", { count: day.answered })} />
      <Figure name={t("time")} value={t("minutes", { minutes: Math.round(day.elapsedMs / 60_000) })} />
      <Figure
        name={t("firstTry")}
        value={of === 0 ? "—" : format.number(passed / of, { style: "percent", maximumFractionDigits: 0 })}
        note={t("firstTryNote", { passed, asked: of })}
      />
      <Figure name={t("tomorrow")} value={t("tomorrowValue", { count: day.dueTomorrow })} />
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div className="flex flex-col">
      <dt className="order-2 text-note text-ink-2">{name}</dt>
      <dd className="order-1 font-heading text-[clamp(22px,4vw,30px)] leading-tight tabular-nums">{value}</dd>
      {note ? <dd className="order-3 text-note text-ink-2">{note}</dd> : null}
    </div>
  );
}

/** New cards that "learn more" asks for at once. */
const EXTRA_NEW = 6;

function NextSteps({ moreNew, review, children }: { moreNew: number; review: ReviewSession; children?: ReactNode }) {
  const t = useTranslations("review.done");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const count = Math.min(EXTRA_NEW, moreNew);
  const learnMore = async () => {
    setBusy(true);
    setFailure(await review.learnMore(count));
    setBusy(false);
  };
  return (
    <div className="mt-8">
      <div className="flex flex-wrap gap-3">
        {count > 0 ? (
          <Button variant="primary" busy={busy} data-testid="learn-more" onClick={() => void learnMore()}>
            {t("more", { count })}
          </Button>
        ) : null}
        <LinkButton href="/" prefetch={false} variant={count > 0 ? "quiet" : "primary"}>
          {t("home")}
        </LinkButton>
        <LinkButton href="/progress" prefetch={false}>
          {t("progress")}
        </LinkButton>
        {children}
      </div>
      {failure ? <LearnMoreFailed failure={failure} /> : null}
      {count === 0 ? <p className="mt-4 text-small text-ink-2">{t("noMore")}</p> : null}
    </div>
  );
}

function LearnMoreFailed({ failure }: { failure: ApiFailure }) {
  const t = useTranslations("review");
  const reason = t(failure.kind === "offline" ? "notice.offlineReason" : "notice.serverReason");
  return (
    <p role="alert" className="mt-4 text-small">
      {t("done.moreFailed", { reason })}{" "}
      {failure.kind === "signed-out" ? (
        <Link href="/sign-in?next=%2Freview" prefetch={false} className="link">
          {t("notice.signIn")}
        </Link>
      ) : null}
    </p>
  );
}
