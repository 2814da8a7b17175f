import { Label, round } from "./shapes";
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
