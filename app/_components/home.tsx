import Link from "next/link";
import { LinkButton } from "@/app/_ui/button";
import type { SessionUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { getSession } from "@/lib/data/study-session";
import { getT } from "@/lib/i18n/server";
import { standingAnswers } from "@/lib/srs/answer-log";
import type { SessionPayload } from "@/lib/srs/session-payload";
import { NextBatch } from "./next-batch";
import { StudyDate } from "./study-date";

/** A learner's start: what there is to do today, and one button to do it. */
export async function Home({ user }: { user: SessionUser }) {
  const [t, session] = await Promise.all([getT("landing"), getSession(user.id, { nowMs: nowMs() })]);
  const { counts } = session;
  const left = counts.due + counts.new + counts.drill;
  return (
    <div className="mx-auto max-w-[720px] py-[clamp(1rem,6vh,4rem)]">
      <p className="text-small text-ink-2">
        <StudyDate studyDay={session.studyDay} style="full" />
      </p>
      {left > 0 ? <TodaysCards session={session} left={left} /> : <NothingLeft session={session} />}
      {user.kind === "guest" ? (
        <p className="mt-14 border-line border-t pt-5 text-small text-ink-2">
          <span className="block text-ink">{t("home.guestTitle")}</span>
          {t("home.guestText")}{" "}
          <Link href="/sign-up" className="link whitespace-nowrap">
            {t("home.guestAction")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

async function TodaysCards({ session, left }: { session: SessionPayload; left: number }) {
  const t = await getT("landing");
  const { counts, limits, today, msPerAnswer } = session;
  const kinds = (["due", "new", "drill"] as const).filter((kind) => counts[kind] > 0);
  return (
    <>
      <h1 className="mt-1 font-heading font-medium text-title">
        {t.rich("home.total", {
          count: left,
          b: (chunks) => <b className="mx-0.5 font-medium text-[1.6em] leading-none tabular-nums">{chunks}</b>,
        })}
        <span className="whitespace-nowrap font-normal font-ui text-lead text-ink-2 max-sm:mt-2 max-sm:block sm:ml-3">
          {t("home.estimate", { minutes: Math.round((left * msPerAnswer) / 60_000) })}
        </span>
      </h1>
      <dl className="mt-7 flex gap-x-12 border-line border-y py-4">
        {kinds.map((kind) => (
          <div key={kind} className="flex flex-col-reverse">
            <dt className="text-note text-ink-2">{t(`home.${kind}`)}</dt>
            <dd className="font-latin-term text-[28px] leading-tight tabular-nums">{counts[kind]}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href="/review" variant="primary" className="px-9 max-sm:w-full">
          {t(today.length > 0 ? "home.resume" : "home.start")}
        </LinkButton>
        <Link href="/progress" className="link inline-flex min-h-11 items-center">
          {t("home.progress")}
        </Link>
      </div>
      {counts.waiting > 0 ? (
        <p className="mt-4 text-small text-ink-2">
          {t("home.waiting", { count: counts.waiting, limit: limits.reviewsPerDay })}
        </p>
      ) : null}
      {session.next === null ? null : (
        <div className="mt-4 text-small text-ink-2">
          <NextBatch session={session} />
        </div>
      )}
    </>
  );
}

async function NothingLeft({ session }: { session: SessionPayload }) {
  const t = await getT("landing");
  const answers = standingAnswers(session.today).length;
  return (
    <>
      <h1 className="mt-1 font-heading font-medium text-title">
        {t(answers > 0 ? "home.doneTitle" : "home.nothingTitle")}
      </h1>
      <div className="mt-3 text-lead text-ink-2">
        {answers > 0 ? <p>{t("home.done", { count: answers })}</p> : null}
        <NextBatch session={session} />
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href="/progress" variant="primary" className="max-sm:w-full">
          {t("home.progress")}
        </LinkButton>
        {session.moreNew > 0 ? (
          <Link href="/review" className="link inline-flex min-h-11 items-center">
            {t("home.more")}
          </Link>
        ) : (
          <Link href="/settings" className="link inline-flex min-h-11 items-center">
            {t("home.settings")}
          </Link>
        )}
      </div>
      <p className="mt-3 text-note text-ink-2">
        {session.moreNew > 0 ? t("home.moreNote", { count: session.moreNew }) : t("home.noMore")}
      </p>
    </>
  );
}
