// What a ranking of scored samples is worth: the ROC curve, the precision–recall curve and the areas below them. Pure.

import { sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";
import { countAt, precisionOf, recallOf, type Scored, specificityOf } from "./counts";

/** The decks' four samples, most confident first. */
export const FOUR_RANKED: readonly Scored[] = [
  { score: 0.9, positive: true },
  { score: 0.7, positive: false },
  { score: 0.6, positive: true },
  { score: 0.2, positive: false },
];

/** [recall, precision] as the threshold falls to each score in turn. */
export function precisionRecallPoints(samples: readonly Scored[]): readonly Point[] {
  return falling(samples).map((threshold) => {
    const counts = countAt(samples, threshold);
    return [recallOf(counts), precisionOf(counts)];
  });
}

/** [false positive rate, true positive rate] as the threshold falls to each score in turn. */
export function rocPoints(samples: readonly Scored[]): readonly Point[] {
  return falling(samples).map((threshold) => {
    const counts = countAt(samples, threshold);
    return [1 - specificityOf(counts), recallOf(counts)];
  });
}

/** The sum of (Rₙ − Rₙ₋₁) Pₙ over the ranked samples. */
export function averagePrecisionOf(samples: readonly Scored[]): number {
  let before = 0;
  return precisionRecallPoints(samples).reduce((sum, [recall, precision]) => {
    const step = (recall - before) * precision;
    before = recall;
    return sum + step;
  }, 0);
}

/** The share of pairs of a positive and a negative sample that are ranked rightly, ties counting one half. */
export function aucOf(samples: readonly Scored[]): number {
  const positive = samples.filter((sample) => sample.positive);
  const negative = samples.filter((sample) => !sample.positive);
  const wins = positive.flatMap((one) =>
    negative.map((other): number => {
      if (one.score === other.score) return 0.5;
      return one.score > other.score ? 1 : 0;
    }),
  );
  return sumOf(wins) / wins.length;
}

function falling(samples: readonly Scored[]): readonly number[] {
  return samples.map(({ score }) => score).sort((one, other) => other - one);
}
