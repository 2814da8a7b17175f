// Measures of likeness, losses made of them, and sums over time. Pure.

import { softmaxOf } from "../kit/maths";

export function cosineSimilarity([ux, uy]: readonly [number, number], [vx, vy]: readonly [number, number]): number {
  return (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy));
}

/** max(0, d(a, p) − d(a, n) + m). */
export function tripletLoss(toSame: number, toOther: number, margin: number): number {
  return Math.max(0, toSame - toOther + margin);
}

/** −ln of the share of the first candidate, the match, among exp(s / τ). */
export function infoNceLoss(similarities: readonly number[], temperature: number): number {
  return -Math.log(softmaxOf(similarities, temperature)[0] ?? 0);
}

/** Rewards added up, each step later multiplied by γ once more. */
export function discountedReturn(rewards: readonly number[], discount: number): number {
  return rewards.reduceRight((later, reward) => reward + discount * later, 0);
}

/** Mean result plus the bonus for few visits: Q + c√(ln N / n) (https://link.springer.com/chapter/10.1007/11871842_29). */
export function upperBound(mean: number, visits: number, parentVisits: number, c = 1): number {
  return mean + c * Math.sqrt(Math.log(parentVisits) / visits);
}
