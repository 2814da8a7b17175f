// Seeded experiments: what one would see if a test were repeated. Pure.

import { seededRandom } from "@/lib/seeded-random";
import { meanOf } from "../kit/maths";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95% confidence intervals of an accuracy, each from a test set of its own: the share of right answers ± 1.96 standard errors. */
export function accuracyIntervals(options: {
  readonly truth: number;
  readonly testSize: number;
  readonly count: number;
  readonly seed: number;
}): readonly Interval[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, () => {
    const accuracy = shareOfHits(random, options.truth, options.testSize);
    const margin = 1.96 * Math.sqrt((accuracy * (1 - accuracy)) / options.testSize);
    return { low: accuracy - margin, high: accuracy + margin };
  });
}

export function contains({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

function shareOfHits(random: () => number, probability: number, tries: number): number {
  let hits = 0;
  for (let index = 0; index < tries; index += 1) if (random() < probability) hits += 1;
  return hits / tries;
}

/** As many of the items as there are, drawn with replacement. */
export function resample<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items.flatMap(() => items.slice(Math.floor(random() * items.length)).slice(0, 1));
}

/**
 * The means of so many bootstrap samples of `size` answers of which the share `accuracy` is right. A redrawn answer is right with that
 * very probability, so the answers themselves need not be kept.
 */
export function bootstrapAccuracies(options: {
  readonly accuracy: number;
  readonly size: number;
  readonly count: number;
  readonly seed: number;
}): readonly number[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, () => shareOfHits(random, options.accuracy, options.size));
}

/** The value below which the given share of the values lies. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  return meanOf([sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]);
}
