// Convolution as deep learning does it (the filter is not flipped), on small maps. Pure.
// https://arxiv.org/abs/1603.07285 (Dumoulin, Visin: A guide to convolution arithmetic for deep learning)

import { dotOf, sumOf } from "../kit/maths";

/** Rows of numbers: a feature map or a filter. */
export type Grid = readonly (readonly number[])[];

export interface Steps {
  readonly stride: number;
  /** Rings of zeros around the input. */
  readonly padding: number;
}

/** Side of the output, in cells: ⌊(W − F + 2P) / S⌋ + 1. */
export function outputSide(input: number, filter: number, { stride, padding }: Steps): number {
  return Math.floor((input - filter + 2 * padding) / stride) + 1;
}

/** The map with `width` rings of zeros around it. */
export function padded(map: Grid, width: number): Grid {
  const columns = (map[0]?.length ?? 0) + 2 * width;
  return Array.from({ length: map.length + 2 * width }, (_, row) =>
    Array.from({ length: columns }, (_, column) => map[row - width]?.[column - width] ?? 0),
  );
}

/** The `side` × `side` values whose upper left corner is at that row and column. */
export function windowAt(map: Grid, row: number, column: number, side: number): Grid {
  return map.slice(row, row + side).map((values) => values.slice(column, column + side));
}

/** The sum of the products of two maps of equal size. */
export function weightedSum(values: Grid, weights: Grid): number {
  return sumOf(values.map((row, r) => dotOf(row, weights[r] ?? [])));
}

/** The feature map that a square filter yields. */
export function convolve(map: Grid, filter: Grid, { stride, padding }: Steps = { stride: 1, padding: 0 }): Grid {
  const input = padded(map, padding);
  const along = (length: number) => outputSide(length, filter.length, { stride, padding: 0 });
  return Array.from({ length: along(input.length) }, (_, row) =>
    Array.from({ length: along(input[0]?.length ?? 0) }, (_, column) =>
      weightedSum(windowAt(input, row * stride, column * stride, filter.length), filter),
    ),
  );
}

/** In one dimension, stride 1, no padding. */
export function convolveRow(row: readonly number[], filter: readonly number[]): number[] {
  return Array.from({ length: row.length - filter.length + 1 }, (_, at) => dotOf(filter, row.slice(at)));
}

/** The prints that a transposed convolution leaves in one dimension, each as long as the output, and their sum. */
export function transposedRow(row: readonly number[], filter: readonly number[], stride: number) {
  const length = (row.length - 1) * stride + filter.length;
  const prints = row.map((value, index) =>
    Array.from({ length }, (_, at) => {
      const weight = filter[at - index * stride];
      return weight === undefined ? null : value * weight;
    }),
  );
  const sum = Array.from({ length }, (_, at) => sumOf(prints.map((print) => print[at] ?? 0)));
  return { prints, sum };
}

/** The receptive field after each of some layers, in input cells: r_l = r_{l−1} + (k_l − 1) · s_1 ⋯ s_{l−1}. https://distill.pub/2019/computing-receptive-fields */
export function receptiveFields(layers: readonly { readonly side: number; readonly stride: number }[]): number[] {
  let [field, jump] = [1, 1];
  return layers.map(({ side, stride }) => {
    field += (side - 1) * jump;
    jump *= stride;
    return field;
  });
}

/** Cells that a filter of `side` weights spans when it reads every `rate`-th cell: k + (k − 1)(r − 1). */
export function dilatedSpan(side: number, rate: number): number {
  return side + (side - 1) * (rate - 1);
}
