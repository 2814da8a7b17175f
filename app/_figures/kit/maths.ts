// The mathematics that figures of several subjects compute with. Pure.

import type { Point } from "./shapes";

/** `count` whole numbers from 0 on. */
export function countTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

/** Of the values as a whole population (n below the fraction, not n − 1). */
export function standardDeviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

/** The dot product; of vectors of unequal length only the shared part counts. */
export function dotOf(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

export function squaredDistance([ax, ay]: Point, [bx, by]: Point): number {
  return (ax - bx) ** 2 + (ay - by) ** 2;
}

/** The place at an angle on a circle, counterclockwise from the right, in a figure whose y runs downwards. */
export function onCircle([x, y]: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(angle), y - radius * Math.sin(angle)];
}

/** Probabilities from scores: exp(z / T) over their sum; a score of −∞ gives 0. The highest score is taken off first, against overflow. */
export function softmaxOf(scores: readonly number[], temperature = 1): readonly number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp((score - highest) / temperature));
  const total = sumOf(raised);
  return raised.map((value) => value / total);
}

/** The density of a normal distribution at x; of the standard one unless mean and deviation are given. */
export function normalDensity(x: number, mean = 0, deviation = 1): number {
  return Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
}

/** The line y = slope · x + intercept with the least sum of squared errors. */
export function leastSquares(points: readonly Point[]): { readonly slope: number; readonly intercept: number } {
  const [mx, my] = [meanOf(points.map(([x]) => x)), meanOf(points.map(([, y]) => y))];
  const slope = sumOf(points.map(([x, y]) => (x - mx) * (y - my))) / sumOf(points.map(([x]) => (x - mx) ** 2));
  return { slope, intercept: my - slope * mx };
}
