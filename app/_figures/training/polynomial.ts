// Polynomials fitted by least squares. Pure.

import { countTo, meanOf, sumOf } from "../kit/maths";
import type { Point } from "../kit/shapes";

/** Solves a system of linear equations by elimination; each row holds its coefficients and, last, its right side. */
export function solveLinear(rows: readonly (readonly number[])[]): number[] {
  const [pivot, ...others] = [...rows].sort((one, other) => Math.abs(other[0] ?? 0) - Math.abs(one[0] ?? 0));
  if (pivot === undefined) return [];
  const [head = 0, ...tail] = pivot;
  const reduced = others.map(([first = 0, ...rest]) =>
    rest.map((value, index) => value - (first / head) * (tail[index] ?? 0)),
  );
  const known = solveLinear(reduced);
  const rest = sumOf(known.map((value, index) => value * (tail[index] ?? 0)));
  return [((tail.at(-1) ?? 0) - rest) / head, ...known];
}

/** Chebyshev polynomials T₀ … T_degree at t in [−1, 1]: a basis in which high degrees can be computed. */
function chebyshev(degree: number, t: number): number[] {
  return countTo(degree + 1).map((n) => Math.cos(n * Math.acos(Math.max(-1, Math.min(1, t)))));
}

/** The polynomial of that degree with the least sum of squared errors at the points; `range` is where it will be evaluated. */
export function fitPolynomial(
  points: readonly Point[],
  degree: number,
  [from, to]: readonly [number, number],
): (x: number) => number {
  const basisAt = (x: number) => chebyshev(degree, (2 * (x - from)) / (to - from) - 1);
  const design = points.map(([x, y]) => ({ basis: basisAt(x), y }));
  const factors = solveLinear(
    countTo(degree + 1).map((row) => [
      ...countTo(degree + 1).map((column) =>
        sumOf(design.map(({ basis }) => (basis[row] ?? 0) * (basis[column] ?? 0))),
      ),
      sumOf(design.map(({ basis, y }) => (basis[row] ?? 0) * y)),
    ]),
  );
  return (x) => sumOf(basisAt(x).map((value, index) => value * (factors[index] ?? 0)));
}

/** Mean squared error of a function at points. */
export function meanSquaredError(points: readonly Point[], of: (x: number) => number): number {
  return meanOf(points.map(([x, y]) => (y - of(x)) ** 2));
}
