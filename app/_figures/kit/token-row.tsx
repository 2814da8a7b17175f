// Tokens and other equal boxes in a row.

import { Box, type Point } from "./shapes";
import type { Tone } from "./tones";

/** A row of boxes of equal width. */
export interface Row {
  readonly x: number;
  readonly y: number;
  /** Width of a box. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** The left edge of a box of the row. */
export function leftOf(row: Row, index: number): number {
  return row.x + index * (row.width + row.gap);
}

/** The middle of the upper edge of a box of the row. */
export function topOf(row: Row, index: number): Point {
  return [leftOf(row, index) + row.width / 2, row.y];
}

/** The middle of the lower edge of a box of the row. */
export function footOf(row: Row, index: number): Point {
  return [leftOf(row, index) + row.width / 2, row.y + row.height];
}

/** The row of the given number of boxes that stands in the middle between two edges. */
export function centeredRow(count: number, look: Omit<Row, "x">, [from, to]: Point = [0, 300]): Row {
  const width = count * look.width + (count - 1) * look.gap;
  return { ...look, x: from + (to - from - width) / 2 };
}

interface TokensProps {
  readonly row: Row;
  readonly texts: readonly string[];
  readonly tone?: (index: number) => Tone | undefined;
  readonly dashed?: (index: number) => boolean;
  readonly size?: number;
}

/** Tokens, numbers or parts of a vector, each in its box. */
export function Tokens({ row, texts, tone = () => undefined, dashed = () => false, size = 13 }: TokensProps) {
  return (
    <>
      {texts.map((text, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
          key={index}
          x={leftOf(row, index)}
          y={row.y}
          width={row.width}
          height={row.height}
          tone={tone(index) ?? "ink-3"}
          dashed={dashed(index)}
          label={text}
          labelSize={size}
        />
      ))}
    </>
  );
}
