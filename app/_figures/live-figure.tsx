"use client";

import { type ComponentType, useEffect, useState } from "react";
import { FigureFrame, StillFigure } from "@/app/_ui/figure-frame";
import type { FigureView } from "@/lib/glossary/concept";
import type { FigureLanguage } from "./figure";
import { loadInteractive } from "./interactive/load";

interface LiveFigureProps {
  readonly figure: FigureView;
  readonly language: FigureLanguage;
}

/** A picture that can be played with; without JavaScript, and until that is there, the still one. */
export function LiveFigure({ figure, language }: LiveFigureProps) {
  const { name } = figure;
  const [Interactive, setInteractive] = useState<ComponentType<{ language: FigureLanguage }> | null>(null);
  useEffect(() => {
    let wanted = true;
    loadInteractive(name).then((component) => {
      if (wanted) setInteractive(() => component);
    });
    return () => {
      wanted = false;
    };
  }, [name]);
  return (
    <FigureFrame caption={Interactive === null ? figure.caption : figure.liveCaption}>
      {Interactive === null ? <StillFigure svg={figure.svg} /> : <Interactive language={language} />}
    </FigureFrame>
  );
}
