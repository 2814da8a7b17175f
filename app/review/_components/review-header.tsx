import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { StrokeIcon } from "@/app/_ui/stroke-icon";
import { counts, estimateMs, type Session } from "@/lib/srs/session";
import { SaveState, type SaveStateView } from "./save-state";

/** How much is left, how long it takes, and whether it is saved. */
export function ReviewHeader({ session, save }: { session: Session; save: SaveStateView }) {
  const t = useTranslations("review");
  const left = session.queue.length;
  const byKind = counts(session);
  const bold = { b: (text: ReactNode) => <b className="font-semibold text-ink tabular-nums">{text}</b> };
  return (
    <header className="mx-auto w-full max-w-[880px] px-5 pt-1.5">
      <div className="flex min-h-11 items-center gap-x-2.5 text-note text-ink-2 sm:gap-x-3.5 sm:text-small">
        <LeaveLink />
        <p className="flex gap-x-2.5 whitespace-nowrap sm:gap-x-3.5">
          <span className="sr-only">{t("counts.label")}</span>
          {(["new", "due", "drill"] as const).map((kind) => (
            <span key={kind}>{t.rich(`counts.${kind}`, { ...bold, count: byKind[kind] })}</span>
          ))}
        </p>
        <Estimate shown={left > 0}>
          {t.rich("estimate", { ...bold, minutes: Math.round(estimateMs(session) / 60_000) })}
        </Estimate>
        <SaveState save={save} />
      </div>
      <ProgressLine done={session.given.length} left={left} />
    </header>
  );
}

/** The way out of the review, a thumb wide. */
export function LeaveLink() {
  const t = useTranslations("review");
  return (
    <Link
      href="/"
      prefetch={false}
      aria-label={t("leave")}
      className="-ml-3 grid size-11 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <StrokeIcon>
        <path d="M17 10H3.5M9 4.5 3.5 10 9 15.5" />
      </StrokeIcon>
    </Link>
  );
}

/** Takes the room that is left, and is not seen where that is too little: it would wrap to a second line, which is cut off. */
function Estimate({ shown, children }: { shown: boolean; children: ReactNode }) {
  return (
    <span className="flex h-11 min-w-0 grow basis-0 flex-wrap justify-end overflow-hidden">
      <span className="h-11 w-px" />
      {shown ? <span className="flex h-11 items-center whitespace-pre">{children}</span> : null}
    </span>
  );
}

function ProgressLine({ done, left }: { done: number; left: number }) {
  const t = useTranslations("review.progress");
  const total = done + left;
  return (
    <div
      role="progressbar"
      aria-label={t("label")}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, total)}
      aria-valuenow={done}
      aria-valuetext={t("value", { done, left })}
      className="mt-1 h-1 overflow-hidden rounded-full bg-sunken"
    >
      {/* An SVG attribute, because the content security policy refuses style attributes. */}
      <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="block size-full">
        <rect
          width={total === 0 ? 0 : (100 * done) / total}
          height="1"
          fill="var(--accent)"
          className="transition-[width] duration-150"
        />
      </svg>
    </div>
  );
}
