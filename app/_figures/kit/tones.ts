// The colours of figures, as classes that take part in light and dark. Written out, because the stylesheet is made from what stands here.

/** A role, never a colour: accent is what the picture is about, good and warn are what it is set against, ink-3 is background. */
export type Tone = "ink" | "ink-2" | "ink-3" | "accent" | "good" | "warn" | "line";

export const FILL: Readonly<Record<Tone, string>> = {
  ink: "fill-ink",
  "ink-2": "fill-ink-2",
  "ink-3": "fill-ink-3",
  accent: "fill-accent",
  good: "fill-good",
  warn: "fill-warn",
  line: "fill-line",
};

export const STROKE: Readonly<Record<Tone, string>> = {
  ink: "stroke-ink",
  "ink-2": "stroke-ink-2",
  "ink-3": "stroke-ink-3",
  accent: "stroke-accent",
  good: "stroke-good",
  warn: "stroke-warn",
  line: "stroke-line",
};

/** The ground of a box with an edge of that tone; text in ink is readable on all of them. */
export const GROUND: Readonly<Record<Tone, string>> = {
  ink: "fill-surface",
  "ink-2": "fill-surface",
  "ink-3": "fill-sunken",
  accent: "fill-accent-soft",
  good: "fill-good-soft",
  warn: "fill-warn-soft",
  line: "fill-sunken",
};
