// Parts of drawings of models: boxes with a few lines of text, rows of tokens, and shaded matrices.

import { Box, Label, type Point, point, round } from "./shapes";
import { FILL, type Tone } from "./tones";

interface BlockProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The first line is in ink, further ones are quieter. */
  readonly lines: readonly string[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly size?: number;
}

/** A box with one to three lines of text in its middle. */
export function Block({ x, y, width, height, lines, tone = "ink-3", dashed, size = 13 }: BlockProps) {
  const pitch = size + 3;
  const first = y + height / 2 - ((lines.length - 1) * pitch) / 2;
  return (
    <>
      <Box {...{ x, y, width, height, tone }} {...(dashed ? { dashed } : {})} />
      {lines.map((line, index) => (
        <Label
          key={line}
          at={[x + width / 2, first + index * pitch]}
          size={index === 0 ? size : Math.max(12, size - 1)}
          tone={index === 0 ? "ink" : "ink-2"}
        >
          {line}
        </Label>
      ))}
    </>
  );
}

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

interface ShadedGridProps {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Rows of shades from 0 (empty) to 1 (full); null: a cell that is crossed out. */
  readonly shades: readonly (readonly (number | null)[])[];
  readonly tone?: Tone;
  /** Texts of the cells. */
  readonly texts?: readonly (readonly string[])[];
  readonly size?: number;
}

/** Text in ink stays readable on this much of a tone. */
const DARKEST_UNDER_TEXT = 0.5;

/** A matrix whose numbers are seen as shades; its side lengths are its rows and columns times `cell`. */
export function ShadedGrid({ x, y, cell, shades, tone = "accent", texts, size = 12 }: ShadedGridProps) {
  const darkest = texts === undefined ? 0.85 : DARKEST_UNDER_TEXT;
  const cells = shades.flatMap((row, r) =>
    row.map((shade, c) => ({ shade, left: x + c * cell, top: y + r * cell, text: texts?.[r]?.[c] })),
  );
  const closed = cells.filter(({ shade }) => shade === null);
  const [width, height] = [(shades[0]?.length ?? 0) * cell, shades.length * cell];
  // Lines and strokes as single paths: a picture of hundreds of cells stays small.
  const rules = [
    ...shades.map((_, r) => `M${point([x, y + r * cell])}h${round(width)}`),
    ...(shades[0] ?? []).map((_, c) => `M${point([x + c * cell, y])}v${round(height)}`),
  ];
  const inset = cell * 0.3;
  return (
    <>
      <rect {...{ x, y, width: round(width), height: round(height) }} className="fill-surface stroke-line" />
      <path
        d={closed.map(({ left, top }) => `M${point([left, top])}h${cell}v${cell}h${-cell}z`).join("")}
        className="fill-sunken"
      />
      <g className={FILL[tone]}>
        {cells.map(({ shade, left, top }) =>
          shade === null || shade === 0 ? null : (
            <rect
              key={point([left, top])}
              {...{ x: round(left), y: round(top), width: cell, height: cell }}
              fillOpacity={round(shade * darkest)}
            />
          ),
        )}
      </g>
      <path d={rules.join("")} className="fill-none stroke-line" />
      {texts === undefined ? (
        <path
          d={closed
            .map(
              ({ left, top }) =>
                `M${point([left + inset, top + cell - inset])}L${point([left + cell - inset, top + inset])}`,
            )
            .join("")}
          className="fill-none stroke-ink-3"
        />
      ) : (
        cells.map(({ shade, left, top, text }) => (
          <Label
            key={point([left, top])}
            at={[left + cell / 2, top + cell / 2]}
            size={size}
            tone={shade === null ? "ink-2" : "ink"}
          >
            {text}
          </Label>
        ))
      )}
    </>
  );
}
