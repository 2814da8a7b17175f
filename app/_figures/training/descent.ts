// Descent on functions of one and two variables, and the functions it runs on. Pure.

import { countTo, sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";

/** Where w is after each step, the start first: w ← w − η f′(w). */
export function descend(slope: (w: number) => number, start: number, rate: number, steps: number): number[] {
  return countTo(steps).reduce<number[]>(
    (path) => {
      const w = path.at(-1) ?? start;
      return [...path, w - rate * slope(w)];
    },
    [start],
  );
}

interface PlaneDescent {
  readonly gradient: (at: Point, step: number) => Point;
  readonly start: Point;
  readonly rate: number;
  readonly steps: number;
  /** β of v ← βv + g; 0 is plain gradient descent. */
  readonly momentum?: number;
}

/** The path of gradient descent with two parameters, the start first. */
export function descendPlane({ gradient, start, rate, steps, momentum = 0 }: PlaneDescent): Point[] {
  const path: Point[] = [start];
  let at = start;
  let velocity: Point = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    const [gx, gy] = gradient(at, step);
    velocity = [momentum * velocity[0] + gx, momentum * velocity[1] + gy];
    at = [at[0] - rate * velocity[0], at[1] - rate * velocity[1]];
    path.push(at);
  }
  return path;
}

/** ½(a·x² + 2b·xy + c·y²) around a center. */
export interface Bowl {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly center: Point;
}

export function bowlValue({ a, b, c, center }: Bowl, [x, y]: Point): number {
  const [dx, dy] = [x - center[0], y - center[1]];
  return (a * dx * dx + 2 * b * dx * dy + c * dy * dy) / 2;
}

export function bowlGradient({ a, b, c, center }: Bowl, [x, y]: Point): Point {
  const [dx, dy] = [x - center[0], y - center[1]];
  return [a * dx + b * dy, b * dx + c * dy];
}

/** Points of the closed line on which a bowl has that value. */
export function contourOf(bowl: Bowl, value: number, points = 96): Point[] {
  return countTo(points).map((index): Point => {
    const angle = (2 * Math.PI * index) / points;
    const direction: Point = [bowl.center[0] + Math.cos(angle), bowl.center[1] + Math.sin(angle)];
    const radius = Math.sqrt(value / bowlValue(bowl, direction));
    return [bowl.center[0] + radius * Math.cos(angle), bowl.center[1] + radius * Math.sin(angle)];
  });
}

/** Samples (x, y) of a line with noise. */
export interface LineSample {
  readonly x: number;
  readonly y: number;
}

/** Gradient of the mean squared error, by (w, b), of ŷ = wx + b over some samples. */
export function lineGradient(samples: readonly LineSample[], [w, b]: Point): Point {
  const errors = samples.map(({ x, y }) => ({ x, error: w * x + b - y }));
  return [
    (2 * sumOf(errors.map(({ x, error }) => error * x))) / samples.length,
    (2 * sumOf(errors.map(({ error }) => error))) / samples.length,
  ];
}

/** The mean squared error of ŷ = wx + b, less its least value, as a bowl over (w, b). */
export function lineBowl(samples: readonly LineSample[]): Bowl {
  const n = samples.length;
  const xx = sumOf(samples.map(({ x }) => x * x)) / n;
  const x1 = sumOf(samples.map(({ x }) => x)) / n;
  const xy = sumOf(samples.map(({ x, y }) => x * y)) / n;
  const y1 = sumOf(samples.map(({ y }) => y)) / n;
  const w = (xy - x1 * y1) / (xx - x1 * x1);
  return { a: 2 * xx, b: 2 * x1, c: 2, center: [w, y1 - w * x1] };
}
