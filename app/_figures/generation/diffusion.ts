// Diffusion of a small set of points. Pure.

import { seededRandom } from "@/lib/seeded-random";
import { dotOf, meanOf, softmaxOf, standardDeviationOf } from "../kit/maths";
import { normalPair } from "../kit/random";
import type { Point } from "../kit/shapes";

export const STEPS = 1000;

export type Schedule = "linear" | "cosine";

/** Noise variance β of step s, from 0.0001 to 0.02 in a straight line (https://arxiv.org/abs/2006.11239). */
const betaOf = (s: number) => 0.0001 + ((0.02 - 0.0001) * (s - 1)) / (STEPS - 1);

const LINEAR: readonly number[] = (() => {
  const left = [1];
  for (let s = 1; s <= STEPS; s++) left.push((left[s - 1] ?? 1) * (1 - betaOf(s)));
  return left;
})();

/** Squared cosine with the offset 0.008 (https://arxiv.org/abs/2102.09672). */
const cosineOf = (t: number) => Math.cos(((t / STEPS + 0.008) / 1.008) * (Math.PI / 2)) ** 2;

/** How much of the signal, as variance, is left after t steps (ᾱ), from 1 to nearly 0. */
export function signalLeft(schedule: Schedule, t: number): number {
  return schedule === "linear" ? (LINEAR[Math.round(t)] ?? 0) : cosineOf(t) / cosineOf(0);
}

/** √ᾱ·x + √(1 − ᾱ)·ε. */
export function noised(x: number, noise: number, left: number): number {
  return Math.sqrt(left) * x + Math.sqrt(1 - left) * noise;
}

function onArc(count: number, radius: number, from: number, to: number): readonly Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = from + ((to - from) * i) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

const OUTLINE: readonly Point[] = [
  ...onArc(26, 1, 0, 2 * Math.PI),
  ...onArc(8, 0.55, Math.PI * 1.15, Math.PI * 1.95),
  [-0.36, 0.36],
  [0.36, 0.36],
  [-0.36, 0.24],
  [0.36, 0.24],
];

/** Coordinates with mean 0 and variance 1, as the formula of the forward process takes them. */
function standardized(points: readonly Point[]): readonly Point[] {
  const along = (axis: 0 | 1) => {
    const values = points.map((pair) => pair[axis]);
    const [mean, deviation] = [meanOf(values), standardDeviationOf(values)];
    return values.map((value) => (value - mean) / deviation);
  };
  const [xs, ys] = [along(0), along(1)];
  return points.map((_, index) => [xs[index] ?? 0, ys[index] ?? 0]);
}

/** The data: a face made of points. */
export const FACE: readonly Point[] = standardized(OUTLINE);

/** So many pairs of standard normal numbers, the same in every run. */
export function normalPairs(count: number, seed: number): readonly Point[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => normalPair(random));
}

const NOISE = normalPairs(FACE.length, 7);

/** The face after t steps of noise. */
export function noisyFace(schedule: Schedule, t: number): readonly Point[] {
  const left = signalLeft(schedule, t);
  return FACE.map(([x, y], index) => {
    const [nx, ny] = NOISE[index] ?? [0, 0];
    return [noised(x, nx, left), noised(y, ny, left)];
  });
}

/** The mean of the data points that a noisy point may come from: what a perfect network would take to be behind the noise. */
export function cleanGuess([x, y]: Point, data: readonly Point[], left: number): Point {
  const scale = Math.sqrt(left);
  const logs = data.map(([dx, dy]) => -((x - scale * dx) ** 2 + (y - scale * dy) ** 2) / (2 * (1 - left)));
  const weights = softmaxOf(logs);
  const mean = (axis: 0 | 1) =>
    dotOf(
      weights,
      data.map((point) => point[axis]),
    );
  return [mean(0), mean(1)];
}

/**
 * Points on their way from noise to data: at each of the times (falling) the noise is estimated from the best guess and the points are put
 * where less of it is left, without fresh noise (https://arxiv.org/abs/2010.02502, eq. 12 with σ = 0). Returns the points at every time.
 */
export function denoisedAt(times: readonly number[], start: readonly Point[], data: readonly Point[]) {
  const stages: (readonly Point[])[] = [start];
  for (const [index, t] of times.slice(0, -1).entries()) {
    const [now, next] = [signalLeft("cosine", t), signalLeft("cosine", times[index + 1] ?? 0)];
    const moved = (stages.at(-1) ?? []).map((point): Point => {
      const guess = cleanGuess(point, data, now);
      const step = (axis: 0 | 1) => {
        const noise = (point[axis] - Math.sqrt(now) * guess[axis]) / Math.sqrt(1 - now);
        return noised(guess[axis], noise, next);
      };
      return [step(0), step(1)];
    });
    stages.push(moved);
  }
  return stages;
}
