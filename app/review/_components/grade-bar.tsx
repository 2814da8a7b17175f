import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { DEFAULT_QUALITY } from "@/lib/client/review-keys";
import type { GradePreview } from "@/lib/srs/session";
import type { Quality } from "@/lib/srs/types";
import { labelInterval } from "./interval-label";

export type GradeQuality = 1 | 3 | 4 | 5;

const FOUR: readonly GradeQuality[] = [1, 3, 4, 5];
const TWO: readonly GradeQuality[] = [1, 4];

interface GradeBarProps {
  /** What each grade would do to the card. */
  readonly previews: Readonly<Record<Quality, GradePreview>>;
  readonly twoButtons: boolean;
  readonly onGrade: (quality: GradeQuality, event: MouseEvent) => void;
}

/** The grades, each with what it leads to, within reach of a thumb. */
export function GradeBar({ previews, twoButtons, onGrade }: GradeBarProps) {
  const t = useTranslations("review");
  const grades = twoButtons ? TWO : FOUR;
  const good = previews[DEFAULT_QUALITY];
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t("grades")}</legend>
      {good.changesSchedule ? null : (
        <p className="mb-2 text-center text-note text-ink-2">
          {t("drillNote", { when: t("interval.inDays", { count: good.intervalDays }) })}
        </p>
      )}
      <div className={`grid gap-2 sm:gap-2.5 ${twoButtons ? "grid-cols-2" : "grid-cols-4"}`}>
        {grades.map((quality, index) => (
          <GradeButton
            key={quality}
            quality={quality}
            digit={index + 1}
            preview={previews[quality]}
            onClick={(event) => onGrade(quality, event)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface GradeButtonProps {
  readonly quality: GradeQuality;
  readonly digit: number;
  readonly preview: GradePreview;
  readonly onClick: (event: MouseEvent) => void;
}

function GradeButton({ quality, digit, preview, onClick }: GradeButtonProps) {
  const t = useTranslations("review.grade");
  const isMain = quality === DEFAULT_QUALITY;
  const look = isMain
    ? "border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong"
    : "border-line bg-surface text-ink hover:border-ink-3";
  return (
    <button
      type="button"
      data-testid={`grade-${quality}`}
      onClick={onClick}
      className={`min-h-15 touch-manipulation rounded-control border px-1 py-1.5 leading-snug transition-colors duration-150 ${look}`}
    >
      <span className="font-medium">{t(`${quality}`)}</span>
      <KeyHint label={String(digit)} />
      <small className={`block text-note tabular-nums ${isMain ? "" : "text-ink-2"}`}>
        <Outcome quality={quality} preview={preview} />
      </small>
    </button>
  );
}

/** The key that does the same; for the eye of those who have a keyboard. */
export function KeyHint({ label }: { label: string }) {
  return (
    <span
      aria-hidden="true"
      className="ml-2 rounded border border-current/50 px-1 font-ui text-[11px] font-normal max-md:hidden pointer-coarse:hidden"
    >
      {label}
    </span>
  );
}

function Outcome({ quality, preview }: { quality: GradeQuality; preview: GradePreview }) {
  const t = useTranslations("review.interval");
  if (!preview.changesSchedule) return preview.askedAgainToday ? t("drillAgain") : t("drillPassed");
  if (quality < 3) return t("again");
  const { unit, count } = labelInterval(preview.intervalDays);
  return t(unit, { count });
}
