// Attention in small numbers. Pure.

import { dotOf, softmaxOf } from "../kit/maths";

export type Vector = readonly number[];

/** Weights of a query over keys: the softmax of the dot products divided by the square root of the dimension (https://arxiv.org/abs/1706.03762). */
export function attentionWeights(query: Vector, keys: readonly Vector[]): readonly number[] {
  return softmaxOf(keys.map((key) => dotOf(query, key) / Math.sqrt(query.length)));
}

/** The mean of vectors by weights. */
export function weightedMean(weights: readonly number[], values: readonly Vector[]): Vector {
  const [first = []] = values;
  return first.map((_, part) =>
    dotOf(
      weights,
      values.map((value) => value[part] ?? 0),
    ),
  );
}

/** Which position may look at which: a rule over `positions` rows and columns. */
export function openCells(positions: number, may: (row: number, column: number) => boolean): readonly boolean[][] {
  return Array.from({ length: positions }, (_, r) => Array.from({ length: positions }, (_, c) => may(r, c)));
}

export function countOpen(cells: readonly (readonly boolean[])[]): number {
  return cells.flat().filter(Boolean).length;
}

/** Every position sees all. */
export const seesAll = () => true;
/** A position sees itself and what came before. */
export const seesPast = (row: number, column: number) => column <= row;
/** A position sees itself and the `size` − 1 places before it. */
export const seesWindow = (size: number) => (row: number, column: number) => column <= row && row - column < size;
/** A position sees the place before it, itself, every `stride`-th place and, from the first, all. */
export const seesSome = (stride: number) => (row: number, column: number) =>
  column <= row && (row - column < 2 || column % stride === 0);
