// Grids of numbers: a matrix, a feature map, a filter.

import { Box, Label, round } from "./shapes";
import { GROUND, STROKE, type Tone } from "./tones";

interface NumberGridProps {
  readonly x: number;
  readonly y: number;
  /** Side of a cell; at least 20 for one digit. */
  readonly cell: number;
  /** Rows of numbers, or of texts; null leaves a cell empty. */
  readonly values: readonly (readonly (number | string | null)[])[];
  /** The tone of a cell; "line" unless it says otherwise. */
  readonly tone?: (row: number, column: number) => Tone | undefined;
  readonly size?: number;
}

/** A matrix, a feature map or a filter, cell by cell. Its side lengths are its rows and columns times `cell`. */
export function NumberGrid({ x, y, cell, values, tone = () => undefined, size = 13 }: NumberGridProps) {
  return (
    <>
      {values.flatMap((row, r) =>
        row.map((value, c) => {
          const look = tone(r, c) ?? "line";
          const [left, top] = [x + c * cell, y + r * cell];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            <g key={`${r}.${c}`}>
              <rect
                {...{ x: round(left), y: round(top), width: cell, height: cell }}
                className={`${look === "line" ? "fill-surface" : GROUND[look]} ${STROKE[look]}`}
              />
              {value === null ? null : (
                <Label at={[left + cell / 2, top + cell / 2]} size={size}>
                  {value}
                </Label>
              )}
            </g>
          );
        }),
      )}
    </>
  );
}

/** A NumberGrid whose toned cells have all four of their edges, which the next cell would cover. */
export function MarkedGrid(props: NumberGridProps) {
  const { x, y, cell, values, tone = () => undefined } = props;
  return (
    <>
      <NumberGrid {...props} />
      {values.flatMap((row, r) =>
        row.map((_, c) => {
          const look = tone(r, c) ?? "line";
          if (look === "line" || look === "ink-3") return null;
          const place = { x: x + c * cell, y: y + r * cell, width: cell, height: cell };
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          return <Box key={`${r}.${c}`} {...place} tone={look} fill="none" radius={0} thick={1.25} />;
        }),
      )}
    </>
  );
}
