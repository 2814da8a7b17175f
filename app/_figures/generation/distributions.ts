// Distributions and what lies between them. Pure.

import { dotOf, squaredDistance, sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";

/** What each value adds to KL(p‖q): p ln(p/q), in nats. */
export function divergenceTerms(p: readonly number[], q: readonly number[]): readonly number[] {
  return p.map((value, index) => (value === 0 ? 0 : value * Math.log(value / (q[index] ?? 0))));
}

/** KL(p‖q) in nats. */
export function klDivergence(p: readonly number[], q: readonly number[]): number {
  return sumOf(divergenceTerms(p, q));
}

/** KL of a normal code to the standard normal, one dimension: (μ² + σ² − ln σ² − 1) / 2. */
export function codeDivergence(mean: number, deviation: number): number {
  return (mean ** 2 + deviation ** 2 - Math.log(deviation ** 2) - 1) / 2;
}

/** The index of the entry of the codebook that is nearest to the feature. */
export function nearestEntry(feature: Point, codebook: readonly Point[]): number {
  const distances = codebook.map((entry) => squaredDistance(feature, entry));
  return distances.indexOf(Math.min(...distances));
}

/** What each row of a zero-sum game brings on average against a mixture of the columns. */
export function expectedPayoffs(
  payoffs: readonly (readonly number[])[],
  mixture: readonly number[],
): readonly number[] {
  return payoffs.map((row) => dotOf(row, mixture));
}
