// app/_figures holds the glossary's pictures: SVG drawn by typed components without hooks, the numbers in them computed. `npm run generate`
// renders each in both languages (lib/data/generated/figures.json), so that neither a page nor a card needs their code; those that can be
// played with have a second life in interactive/, loaded on the page that shows one. What figures of more than one subject draw or compute with
// stands in kit/, each thing once.

import type { ReactNode } from "react";
import type { Bilingual } from "@/lib/glossary/concept";

export type FigureLanguage = keyof Bilingual;

/** Picks the text of the language that is drawn. */
export type Say = (zh: string, en: string) => string;

export function sayIn(language: FigureLanguage): Say {
  return (zh, en) => (language === "zh" ? zh : en);
}

/** Every picture is this wide in its own units, which are about pixels on a phone: text of 13 units is readable at 320 px. */
export const FIGURE_WIDTH = 300;

/** A picture of the glossary. */
export interface FigureSpec {
  /** What the seed's files call it. */
  readonly name: string;
  /** In units of FIGURE_WIDTH. */
  readonly height: number;
  /** One line below the picture: what to look at. */
  readonly caption: Bilingual;
  /** Says what the picture shows, numbers included, to somebody who does not see it. */
  readonly alt: Bilingual;
  readonly draw: (say: Say) => ReactNode;
  /** There is a version of the same name in interactive/. */
  readonly interactive?: true;
  /** The caption of that version, true whatever it is set to; as `caption` when left out. */
  readonly liveCaption?: Bilingual;
}
