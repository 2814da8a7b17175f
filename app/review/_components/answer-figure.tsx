import { lazy, Suspense, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FigureFrame, StillFigure } from "@/app/_ui/figure-frame";
import type { FigureView } from "@/lib/glossary/concept";

/** Only for those who ask for it: most cards are looked at, not played with. */
const LiveFigure = lazy(() => import("@/app/_figures/live-figure").then((file) => ({ default: file.LiveFigure })));

/** The concept's picture; it came with the day's queue and needs no network. */
export function AnswerFigure({ figure }: { figure: FigureView }) {
  const t = useTranslations("review.answer");
  const language = useLocale() === "en" ? "en" : "zh";
  const [live, setLive] = useState(false);
  const still = <StillFigure svg={figure.svg} />;
  return (
    <div className="mt-5 max-w-[30em]">
      <FigureFrame caption={figure.caption}>
        {live ? (
          <Suspense fallback={still}>
            <LiveFigure name={figure.name} svg={figure.svg} language={language} />
          </Suspense>
        ) : (
          still
        )}
      </FigureFrame>
      {figure.interactive && !live ? (
        <button type="button" onClick={() => setLive(true)} className="link mt-1 min-h-11 text-small">
          {t("play")}
        </button>
      ) : null}
    </div>
  );
}
