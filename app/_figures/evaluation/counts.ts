// The four counts of a two-class decision and the metrics made from them. Pure.

export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** The decks' running example: 100 images, 12 with a cat. */
export const CAT_COUNTS: Counts = { tp: 8, fp: 2, fn: 4, tn: 86 };

/** 0 where nothing is counted. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function accuracyOf({ tp, fp, fn, tn }: Counts): number {
  return share(tp + tn, tp + fp + fn + tn);
}

/** 0 when nothing is called positive, so that curves and averages have a number there. */
export function precisionOf({ tp, fp }: Counts): number {
  return share(tp, tp + fp);
}

/** As the textbooks have it: null, undefined, when nothing is called positive. */
export function definedPrecisionOf(counts: Counts): number | null {
  return counts.tp + counts.fp === 0 ? null : precisionOf(counts);
}

export function recallOf({ tp, fn }: Counts): number {
  return share(tp, tp + fn);
}

export function specificityOf({ tn, fp }: Counts): number {
  return share(tn, tn + fp);
}

/** The harmonic mean of two numbers; 0 when both are. */
export function harmonicMean(one: number, other: number): number {
  return share(2 * one * other, one + other);
}

/** The harmonic mean of precision and recall, written with the counts: so it is 0, and defined, also when nothing is called positive. */
export function f1Of({ tp, fp, fn }: Counts): number {
  return share(2 * tp, 2 * tp + fp + fn);
}

export interface Scored {
  /** 0 to 1. */
  readonly score: number;
  readonly positive: boolean;
}

function scored(positive: boolean, scores: readonly number[]): readonly Scored[] {
  return scores.map((score) => ({ score, positive }));
}

/** Twenty samples whose scores overlap: eight positive, twelve negative. */
export const TWENTY_SAMPLES: readonly Scored[] = [
  ...scored(true, [0.97, 0.91, 0.86, 0.79, 0.72, 0.63, 0.55, 0.38]),
  ...scored(false, [0.76, 0.67, 0.58, 0.47, 0.42, 0.35, 0.3, 0.26, 0.21, 0.16, 0.11, 0.05]),
];

/** Counts with every sample called positive whose score is at least the threshold. */
export function countAt(samples: readonly Scored[], threshold: number): Counts {
  const number = (positive: boolean, called: boolean) =>
    samples.filter((sample) => sample.positive === positive && sample.score >= threshold === called).length;
  return { tp: number(true, true), fp: number(false, true), fn: number(true, false), tn: number(false, false) };
}

/** Cohen's kappa of two people's yes and no, from how often both, one, the other and neither said yes. */
export function kappaOf({
  both,
  first,
  second,
  neither,
}: Readonly<Record<"both" | "first" | "second" | "neither", number>>) {
  const total = both + first + second + neither;
  const observed = (both + neither) / total;
  const [yesOne, yesTwo] = [(both + first) / total, (both + second) / total];
  const byChance = yesOne * yesTwo + (1 - yesOne) * (1 - yesTwo);
  return { observed, byChance, kappa: (observed - byChance) / (1 - byChance) };
}
