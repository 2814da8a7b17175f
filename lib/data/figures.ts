import "server-only";
import type { Bilingual, FigureView } from "@/lib/glossary/concept";
import rendered from "./generated/figures.json";

/** A figure as scripts/generate-figures.tsx draws it. */
export interface DrawnFigure {
  readonly caption: Bilingual;
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
  return { name, caption: figure.caption[language], svg: figure.svg[language], interactive: figure.interactive };
}
