// A picture small enough to be computed with: a house, and filters that each find one thing in it. Pure.

import type { Grid } from "./convolve";

export const PICTURE_SIDE = 32;
const FILTER_SIDE = 5;

/** 1 inside of the house, 0 outside: a triangle on a square. */
function isHouse(row: number, column: number): boolean {
  const fromMiddle = Math.abs(column - (PICTURE_SIDE - 1) / 2);
  const roof = row >= 5 && row <= 15 && fromMiddle <= row - 4.5;
  const walls = row >= 16 && row <= 26 && fromMiddle <= 7.5;
  return roof || walls;
}

export const PICTURE: Grid = Array.from({ length: PICTURE_SIDE }, (_, row) =>
  Array.from({ length: PICTURE_SIDE }, (_, column) => (isHouse(row, column) ? 1 : 0)),
);

function filterOf(weight: (down: number, right: number) => number): Grid {
  const offsets = Array.from({ length: FILTER_SIDE }, (_, index) => index - (FILTER_SIDE - 1) / 2);
  return offsets.map((down) => offsets.map((right) => weight(down, right)));
}

/** Dark to light from the left, from the right, from below; up the two slopes; and how much is light at all. */
export const FILTERS: readonly Grid[] = [
  filterOf((_, right) => Math.sign(right)),
  filterOf((_, right) => -Math.sign(right)),
  filterOf((down) => -Math.sign(down)),
  filterOf((down, right) => Math.sign(down + right)),
  filterOf((down, right) => Math.sign(down - right)),
  filterOf(() => 1),
];
