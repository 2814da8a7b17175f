// Grids without numbers: bare, with cells filled, or shaded by value. Each is drawn with few paths, so that hundreds of cells stay light.

import { Label, point, round } from "./shapes";
import { FILL, GROUND, STROKE, type Tone } from "./tones";

interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
}

/** The lines of a grid without numbers, on a plain ground; one path, so that large grids stay light. */
export function Mesh({ x, y, cell, rows, columns, tone = "line" }: GridPlace & { readonly tone?: Tone }) {
  const [width, height] = [round(columns * cell), round(rows * cell)];
  const across = Array.from({ length: rows + 1 }, (_, r) => `M${round(x)},${round(y + r * cell)}h${width}`);
  const down = Array.from({ length: columns + 1 }, (_, c) => `M${round(x + c * cell)},${round(y)}v${height}`);
  return (
    <>
      <rect x={round(x)} y={round(y)} width={width} height={height} className="fill-surface" />
      <path d={[...across, ...down].join("")} className={`fill-none ${STROKE[tone]}`} />
    </>
  );
}

interface CellsProps extends GridPlace {
  readonly on: (row: number, column: number) => boolean;
  readonly tone?: Tone;
  /** The tone's soft ground rather than its full color. */
  readonly soft?: boolean;
}

/** Fills the cells of a grid that are "on"; one path, neighbors in a row joined. */
export function Cells({ x, y, cell, rows, columns, on, tone = "accent", soft }: CellsProps) {
  const runs: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!on(row, column)) continue;
      const start = column;
      while (column + 1 < columns && on(row, column + 1)) column++;
      const width = round((column + 1 - start) * cell);
      runs.push(`M${round(x + start * cell)},${round(y + row * cell)}h${width}v${round(cell)}h${-width}z`);
    }
  }
  return <path d={runs.join("")} className={soft ? GROUND[tone] : FILL[tone]} />;
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
