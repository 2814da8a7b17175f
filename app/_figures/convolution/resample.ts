// Pooling, repeating and interpolating. Pure.

import { meanOf } from "../kit/maths";
import { type Grid, outputSide, windowAt } from "./convolve";

export type Pooling = "max" | "average";

/** One value for all values of a window. */
export function summaryOf(values: readonly number[], kind: Pooling): number {
  return kind === "max" ? Math.max(...values) : meanOf(values);
}

/** The map with each `side` × `side` window replaced by its largest value or its mean. */
export function pool(
  map: Grid,
  { side, stride, kind }: { readonly side: number; readonly stride: number; readonly kind: Pooling },
): Grid {
  const along = (length: number) => outputSide(length, side, { stride, padding: 0 });
  return Array.from({ length: along(map.length) }, (_, row) =>
    Array.from({ length: along(map[0]?.length ?? 0) }, (_, column) =>
      summaryOf(windowAt(map, row * stride, column * stride, side).flat(), kind),
    ),
  );
}

/** Each value so many times. */
export function repeated(row: readonly number[], times: number): number[] {
  return row.flatMap((value) => Array.from({ length: times }, () => value));
}

/** The value at a fractional position of a row, on the straight line between its two neighbors. */
export function linearAt(row: readonly number[], position: number): number {
  const left = Math.min(Math.max(Math.floor(position), 0), row.length - 2);
  const [from = 0, to = from] = [row[left], row[left + 1]];
  return from + (to - from) * (position - left);
}

/** `count` evenly spaced values from the first to the last of a row, linearly interpolated. */
export function stretched(row: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, index) => linearAt(row, (index * (row.length - 1)) / (count - 1)));
}
