// Chance that is the same each time: every draw comes from a seeded generator that is passed in.

import type { Point } from "./shapes";

/** Two independent draws of the standard normal distribution from two uniform ones (Box–Muller). */
export function normalPair(random: () => number): Point {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** So many draws of the standard normal distribution. */
export function normals(count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => normalPair(random)[0]);
}

/** `count` different whole numbers below `limit`, in order: a sample without replacement. */
export function chooseSome(count: number, limit: number, random: () => number): number[] {
  return Array.from({ length: limit }, (_, number) => ({ number, lot: random() }))
    .sort((one, other) => one.lot - other.lot)
    .slice(0, count)
    .map(({ number }) => number)
    .sort((one, other) => one - other);
}
