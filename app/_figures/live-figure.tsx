"use client";

import { type ComponentType, useEffect, useState } from "react";
import { StillFigure } from "@/app/_ui/figure-frame";
import type { FigureLanguage } from "./figure";
import { loadInteractive } from "./interactive/load";

interface LiveFigureProps {
  readonly name: string;
  /** What is shown without JavaScript, and until the other version is there. */
  readonly svg: string;
  readonly language: FigureLanguage;
}

/** A picture that can be played with. */
export function LiveFigure({ name, svg, language }: LiveFigureProps) {
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
  return Interactive === null ? <StillFigure svg={svg} /> : <Interactive language={language} />;
}
