// What figures of maps, layers and blocks have in common.

import type { ComponentProps } from "react";
import { NumberGrid } from "../kit/number-grid";
import { Arrow, Box, Label, type Point, Polyline, round } from "../kit/shapes";
import { FILL, GROUND, STROKE, type Tone } from "../kit/tones";

/** A NumberGrid whose toned cells have all four of their edges, which the next cell would cover. */
export function MarkedGrid(props: ComponentProps<typeof NumberGrid>) {
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

interface PileProps {
  /** Left and top of the whole pile. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** How far each map stands out from the one before it. */
  readonly shift?: number;
  /** The tone of one map, counted from the front. */
  readonly tone?: (index: number) => Tone;
}

/** Feature maps behind one another, the first in front at the lower left. It is (count − 1) · shift wider and higher than a map. */
export function Pile({ x, y, width, height, count, shift = 4, tone = () => "accent" }: PileProps) {
  return Array.from({ length: count }, (_, place) => count - 1 - place).map((index) => (
    <Box
      key={index}
      x={x + index * shift}
      y={y + (count - 1 - index) * shift}
      {...{ width, height }}
      radius={1}
      thick={1.25}
      tone={tone(index)}
    />
  ));
}

/** A circle with an operator in it: +, ×. */
export function Operator({
  at,
  sign,
  radius = 10,
}: {
  readonly at: Point;
  readonly sign: "+" | "×";
  readonly radius?: number;
}) {
  const arm = radius * 0.5;
  const [dx, dy] = sign === "+" ? [arm, 0] : [arm * 0.75, arm * 0.75];
  const [x, y] = at;
  return (
    <>
      <circle cx={round(x)} cy={round(y)} r={radius} strokeWidth={1.5} className="fill-accent-soft stroke-accent" />
      <path
        d={`M${round(x - dx)},${round(y - dy)}L${round(x + dx)},${round(y + dy)}M${round(x - dy)},${round(y + dx)}L${round(x + dy)},${round(y - dx)}`}
        strokeWidth={1.75}
        strokeLinecap="round"
        className="fill-none stroke-ink"
      />
    </>
  );
}

/** An arrow with corners. */
export function Elbow({
  points,
  tone = "ink-2",
  dashed,
}: {
  readonly points: readonly Point[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
}) {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) return null;
  return (
    <>
      <Polyline points={points.slice(0, -1)} tone={tone} thick={1.5} {...(dashed ? { dashed } : {})} />
      <Arrow from={from} to={to} tone={tone} {...(dashed ? { dashed } : {})} />
    </>
  );
}

/** A bracket below or above a stretch, with its name. */
export function Brace({
  from,
  to,
  y,
  label,
  up,
  tone = "ink-2",
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly label: string;
  /** The name stands above and the ends point down. */
  readonly up?: boolean;
  readonly tone?: Tone;
}) {
  const tip = up ? 4 : -4;
  return (
    <>
      <Polyline
        points={[
          [from, y + tip],
          [from, y],
          [to, y],
          [to, y + tip],
        ]}
        tone={tone}
        thick={1.25}
      />
      <Label at={[(from + to) / 2, y - tip * 2.5]} size={12} tone={tone}>
        {label}
      </Label>
    </>
  );
}
