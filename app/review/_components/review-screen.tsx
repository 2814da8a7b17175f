"use client";

import { useTranslations } from "use-intl";
import { Button, LinkButton } from "@/app/_ui/button";
import type { ApiFailure } from "@/lib/client/api";
import type { ReviewLearner } from "@/lib/client/review-session";
import type { SessionPayload } from "@/lib/srs/session-payload";
import { DayPanel } from "./day-panel";
import { LiveReview } from "./live-review";
import { ReviewFrame } from "./review-frame";
import { LeaveLink } from "./review-header";
import { useReview } from "./use-review";

interface ReviewScreenProps {
  readonly learner: ReviewLearner;
  /** null when the server could not give the queue; then the one kept in this browser serves. */
  readonly payload: SessionPayload | null;
}

/** The review, from opening to the end of the day. */
export function ReviewScreen({ learner, payload }: ReviewScreenProps) {
  const opened = useReview(learner, payload);
  switch (opened.kind) {
    case "opening":
      return <OpeningScreen />;
    case "failed":
      return <FailedScreen failure={opened.failure} />;
    case "open":
      return <LiveReview {...opened} guest={learner.guest} />;
  }
}

/** What the server sends: which card is next is known only in the browser, where unsent answers are. */
function OpeningScreen() {
  const t = useTranslations("review");
  return (
    <ReviewFrame header={<QuietHeader />}>
      <div role="status" className="min-h-60 rounded-card border border-line bg-surface p-[clamp(22px,5vw,56px)]">
        <p className="text-small text-ink-2">{t("loading")}</p>
        <noscript>
          <p className="mt-3">{t("noScript")}</p>
        </noscript>
      </div>
    </ReviewFrame>
  );
}

function FailedScreen({ failure }: { failure: ApiFailure }) {
  const t = useTranslations("review.failed");
  const signedOut = failure.kind === "signed-out";
  return (
    <ReviewFrame header={<QuietHeader />}>
      <DayPanel title={t("title")} state="failed">
        <p role="alert">{t(signedOut ? "signedOut" : failure.kind === "offline" ? "offline" : "text")}</p>
        <div className="mt-7 flex flex-wrap gap-3">
          {signedOut ? (
            <LinkButton href="/sign-in?next=%2Freview" prefetch={false} variant="primary">
              {t("signIn")}
            </LinkButton>
          ) : (
            <Button variant="primary" onClick={() => window.location.reload()}>
              {t("retry")}
            </Button>
          )}
          <LinkButton href="/" prefetch={false}>
            {t("home")}
          </LinkButton>
        </div>
      </DayPanel>
    </ReviewFrame>
  );
}

function QuietHeader() {
  return (
    <header className="mx-auto w-full max-w-[880px] px-5 pt-1.5">
      <div className="flex min-h-11 items-center">
        <LeaveLink />
      </div>
      <div className="mt-1 h-1 rounded-full bg-sunken" />
    </header>
  );
}
