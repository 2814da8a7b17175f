import "server-only";
import type { Bilingual, FigureView } from "@/lib/glossary/concept";
import rendered from "./generated/figures.json";

/** A figure as scripts/generate-figures.tsx draws it. */
export interface DrawnFigure {
  readonly caption: Bilingual;
  readonly liveCaption: Bilingual;
  readonly alt: Bilingual;
  readonly interactive: boolean;
  readonly svg: Bilingual;
}

/** Every figure, by its name. */
export const DRAWN_FIGURES: Readonly<Record<string, DrawnFigure>> = rendered;

/** A figure in one language; null when there is none of that name, as in content of a newer version. */
export function figureView(name: string, language: keyof Bilingual): FigureView | null {
  const figure = Object.hasOwn(DRAWN_FIGURES, name) ? DRAWN_FIGURES[name] : undefined;
  if (figure === undefined) return null;
  const { caption, liveCaption, svg, interactive } = figure;
  return { name, caption: caption[language], liveCaption: liveCaption[language], svg: svg[language], interactive };
}
