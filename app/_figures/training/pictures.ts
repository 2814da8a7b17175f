// Small pictures, and what augmentation makes of them. Pure.

import { meanOf } from "../kit/maths";

/** Brightness from 0 to 1, row by row. */
export type Picture = readonly (readonly number[])[];

function picture(...rows: readonly string[]): Picture {
  return rows.map((row) => [...row].map((sign) => (sign === "#" ? 0.85 : sign === "+" ? 0.45 : 0.06)));
}

/** Faces of a cat (pointed ears) and a dog (hanging ears), 8 × 8. */
export const CAT = picture(
  "#......#",
  "##....##",
  "########",
  "#.####.#",
  "########",
  "###..###",
  ".##++##.",
  "..####..",
);
export const DOG = picture(
  "..####..",
  ".######.",
  "##.##.##",
  "++####++",
  "++####++",
  "++#..#++",
  "+.####.+",
  "...##...",
);

/** λ of the first picture and 1 − λ of the second, pixel by pixel. */
export function mixPictures(first: Picture, second: Picture, share: number): Picture {
  return first.map((row, r) => row.map((value, c) => share * value + (1 - share) * (second[r]?.[c] ?? 0)));
}

/** A square of a picture. */
export interface Patch {
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

const isIn = ({ row, column, size }: Patch, r: number, c: number) =>
  r >= row && r < row + size && c >= column && c < column + size;

/** The first picture with a square of the second, at the same place. */
export function pastePatch(first: Picture, second: Picture, patch: Patch): Picture {
  return first.map((row, r) => row.map((value, c) => (isIn(patch, r, c) ? (second[r]?.[c] ?? 0) : value)));
}

/** Share of a picture that a square covers. */
export function patchShare(whole: Picture, patch: Patch): number {
  return meanOf(whole.flatMap((row, r) => row.map((_, c) => (isIn(patch, r, c) ? 1 : 0))));
}

/** The window of a picture from that row and column on. */
export function cropOf(whole: Picture, { row, column }: { row: number; column: number }, size: number): Picture {
  return whole.slice(row, row + size).map((line) => line.slice(column, column + size));
}
