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

/** A path around the cells of a grid that are "on", neighbors in a row joined. */
function outlineOf({ x, y, cell, rows, columns }: GridPlace, on: CellsProps["on"]): string {
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
  return runs.join("");
}

/** Fills the cells of a grid that are "on", in one path. */
export function Cells({ on, tone = "accent", soft, ...place }: CellsProps) {
  return <path d={outlineOf(place, on)} className={soft ? GROUND[tone] : FILL[tone]} />;
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
  const place: GridPlace = { x, y, cell, rows: shades.length, columns: shades[0]?.length ?? 0 };
  const [width, height] = [round(place.columns * cell), round(place.rows * cell)];
  const cells = shades.flatMap((row, r) =>
    row.map((shade, c) => ({ shade, left: x + c * cell, top: y + r * cell, text: texts?.[r]?.[c] })),
  );
  const closed = cells.filter(({ shade }) => shade === null);
  const opacityAt = (row: number, column: number) => round((shades[row]?.[column] ?? 0) * darkest);
  const opacities = new Set(shades.flatMap((row, r) => row.map((_, c) => opacityAt(r, c))));
  const rules = [
    ...shades.map((_, r) => `M${point([x, y + r * cell])}h${width}`),
    ...(shades[0] ?? []).map((_, c) => `M${point([x + c * cell, y])}v${height}`),
  ];
  const [inset, stroke] = [cell * 0.3, round(cell * 0.4)];
  return (
    <>
      <rect {...{ x, y, width, height }} className="fill-surface stroke-line" />
      {closed.length === 0 ? null : (
        <path d={outlineOf(place, (r, c) => shades[r]?.[c] === null)} className="fill-sunken" />
      )}
      <g className={FILL[tone]}>
        {[...opacities].map((opacity) =>
          opacity === 0 ? null : (
            <path key={opacity} d={outlineOf(place, (r, c) => opacityAt(r, c) === opacity)} fillOpacity={opacity} />
          ),
        )}
      </g>
      <path d={rules.join("")} className="fill-none stroke-line" />
      {closed.length === 0 || texts !== undefined ? null : (
        <path
          d={closed
            .map(({ left, top }) => `M${point([left + inset, top + cell - inset])}l${stroke}-${stroke}`)
            .join("")}
          className="fill-none stroke-ink-3"
        />
      )}
      {texts === undefined
        ? null
        : cells.map(({ shade, left, top, text }) => (
            <Label
              key={point([left, top])}
              at={[left + cell / 2, top + cell / 2]}
              size={size}
              tone={shade === null ? "ink-2" : "ink"}
            >
              {text}
            </Label>
          ))}
    </>
  );
}
