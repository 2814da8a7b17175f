// Means, spreads, distributions and information. Pure.

import { meanOf, normalDensity, standardDeviationOf, sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return meanOf(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

/** The probability of being within so many standard deviations of the mean, by Simpson's rule. */
export function gaussianWithin(deviations: number): number {
  const steps = 200;
  const width = (2 * deviations) / steps;
  const weights = Array.from({ length: steps + 1 }, (_, step) => {
    const density = normalDensity(-deviations + step * width);
    if (step === 0 || step === steps) return density;
    return density * (step % 2 === 1 ? 4 : 2);
  });
  return (sumOf(weights) * width) / 3;
}

/** The probability of each number of heads, 0 to n, in n tosses of a fair coin. */
export function fairCoin(tosses: number): readonly number[] {
  let ways = 1;
  return Array.from({ length: tosses + 1 }, (_, heads) => {
    const probability = ways / 2 ** tosses;
    ways = (ways * (tosses - heads)) / (heads + 1);
    return probability;
  });
}

/** −log₂ p: how surprising an outcome of that probability is, in bits. */
export function surpriseOf(probability: number): number {
  return -Math.log2(probability);
}

/** In bits; outcomes that never happen add nothing. */
export function entropyOf(probabilities: readonly number[]): number {
  return sumOf(probabilities.map((p) => (p === 0 ? 0 : p * surpriseOf(p))));
}

/** Density of Beta(a, b) for whole a and b, at θ. */
export function betaDensity(theta: number, a: number, b: number): number {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const scale = factorial(a + b - 1) / (factorial(a - 1) * factorial(b - 1));
  return scale * theta ** (a - 1) * (1 - theta) ** (b - 1);
}

export interface ConfidenceBin {
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** Expected calibration error: the gaps of the bins, weighted by their numbers of predictions. */
export function calibrationErrorOf(bins: readonly ConfidenceBin[]): number {
  const total = sumOf(bins.map(({ count }) => count));
  return sumOf(bins.map(({ count, confidence, accuracy }) => (count / total) * Math.abs(accuracy - confidence)));
}

/** Mean squared distance from the mean, measured along a direction, of points in the plane. */
export function varianceAlong(points: readonly Point[], radians: number): number {
  return standardDeviationOf(points.map(([x, y]) => x * Math.cos(radians) + y * Math.sin(radians))) ** 2;
}

/** The direction of largest variance, in radians between −π/2 and π/2: that of the covariance matrix's first eigenvector. */
export function principalDirection(points: readonly Point[]): number {
  const [mx, my] = [meanOf(points.map(([x]) => x)), meanOf(points.map(([, y]) => y))];
  const covariance = meanOf(points.map(([x, y]) => (x - mx) * (y - my)));
  const difference = meanOf(points.map(([x, y]) => (x - mx) ** 2 - (y - my) ** 2));
  return Math.atan2(2 * covariance, difference) / 2;
}
