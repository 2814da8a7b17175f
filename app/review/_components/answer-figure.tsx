import { type ComponentType, useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FigureFrame, StillFigure } from "@/app/_ui/figure-frame";
import type { FigureView } from "@/lib/glossary/concept";

type Interactive = ComponentType<{ language: "zh" | "en" }>;

/** The concept's picture; it came with the day's queue and needs no network. What can be played with is loaded for those who ask for it. */
export function AnswerFigure({ figure }: { figure: FigureView }) {
  const t = useTranslations("review.answer");
  const language = useLocale() === "en" ? "en" : "zh";
  const [Live, setLive] = useState<Interactive | null>(null);
  const [failed, setFailed] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (Live !== null) frame.current?.focus({ preventScroll: true });
  }, [Live]);
  const play = async () => {
    const interactive = await loadInteractive(figure.name);
    setFailed(interactive === null);
    if (interactive !== null) setLive(() => interactive);
  };
  return (
    <div className="mt-5 max-w-[30em] lg:col-start-2 lg:row-span-2 lg:row-start-1">
      {/* While somebody plays, keys do not grade. */}
      <div ref={frame} {...(Live === null ? {} : { tabIndex: -1, "data-keys": "dialog" })} className="outline-none">
        <FigureFrame caption={Live === null ? figure.caption : figure.liveCaption}>
          {Live === null ? <StillFigure svg={figure.svg} /> : <Live language={language} />}
        </FigureFrame>
      </div>
      {figure.interactive && Live === null ? (
        <>
          <button type="button" onClick={play} className="link mt-1 min-h-11 text-small">
            {t("play")}
          </button>
          <output className="ml-3 text-small text-ink-2">{failed ? t("playFailed") : null}</output>
        </>
      ) : null}
    </div>
  );
}

/** Null without the network, or when the app on the server has become another one since. */
async function loadInteractive(name: string): Promise<Interactive | null> {
  try {
    return await (await import("@/app/_figures/interactive/load")).loadInteractive(name);
  } catch {
    return null;
  }
}
