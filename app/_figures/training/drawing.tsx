// What the figures of training and networks draw in common. Coordinates are in units of the figure.

import { countTo } from "../kit/maths";
import { type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point, Polyline, point, round } from "../kit/shapes";
import { STROKE, type Tone } from "../kit/tones";

/** The parts of a curve whose y lies in the range, each ending on its border where the curve leaves it. */
export function clipToRange(values: readonly Point[], range: readonly [low: number, high: number]): Point[][] {
  const [low, high] = range;
  const isInside = ([, y]: Point) => y >= low && y <= high;
  const runs: Point[][] = [];
  let run: Point[] = [];
  let previous: Point | undefined;
  for (const value of values) {
    if (previous !== undefined && isInside(previous) !== isInside(value)) {
      run.push(crossing(previous, value, range));
    }
    if (isInside(value)) {
      run.push(value);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    previous = value;
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function crossing(from: Point, to: Point, [low, high]: readonly [number, number]): Point {
  const border = Math.max(from[1], to[1]) > high ? high : low;
  const part = (border - from[1]) / (to[1] - from[1]);
  return [from[0] + part * (to[0] - from[0]), border];
}

interface ClippedCurveProps {
  readonly frame: Frame;
  readonly of: (x: number) => number;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly thick?: number;
  readonly steps?: number;
}

/** The graph of a function that may leave the frame and come back. */
export function ClippedCurve({ frame, of, steps = 160, ...look }: ClippedCurveProps) {
  const [from, to] = frame.xRange;
  const values = countTo(steps + 1).map((step): Point => {
    const x = from + ((to - from) * step) / steps;
    return [x, of(x)];
  });
  return (
    <>
      {clipToRange(values, frame.yRange).map((run) => (
        <Polyline key={run[0]?.[0]} points={run.map((value) => place(frame, value))} {...look} />
      ))}
    </>
  );
}

interface PathProps {
  readonly points: readonly Point[];
  readonly tone?: Tone;
  readonly radius?: number;
  readonly thick?: number;
  readonly dashed?: boolean;
}

/** Points joined by a line, each with a dot; the first one is open. */
export function Path({ points, tone = "accent", radius = 3, thick = 1.5, dashed }: PathProps) {
  return (
    <>
      <Polyline points={points} tone={tone} thick={thick} {...(dashed ? { dashed } : {})} />
      {points.map((at, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the path
        <Dot key={index} at={at} radius={radius} tone={tone} open={index === 0} />
      ))}
    </>
  );
}

/** A closed line through points, without filling. */
export function Loop({ points, tone = "line", thick = 1 }: { points: readonly Point[]; tone?: Tone; thick?: number }) {
  return (
    <path
      d={`M${points.map(point).join("L")}Z`}
      strokeWidth={thick}
      strokeLinejoin="round"
      className={`fill-none ${STROKE[tone]}`}
    />
  );
}

/** A bracket below (or, with `up`, above) a stretch, with a text at its middle. */
export function Bracket({
  from,
  to,
  y,
  up,
  children,
}: {
  from: number;
  to: number;
  y: number;
  up?: boolean;
  children: string;
}) {
  const depth = up ? -6 : 6;
  return (
    <>
      <Polyline
        points={[
          [from, y],
          [from, y + depth],
          [to, y + depth],
          [to, y],
        ]}
        tone="ink-3"
        thick={1.5}
      />
      <Label at={[(from + to) / 2, y + depth + (up ? -10 : 11)]} size={12} tone="ink-2">
        {children}
      </Label>
    </>
  );
}

/** A cross, as for what is left out. */
export function Cross({ at: [x, y], size = 6, tone = "warn" }: { at: Point; size?: number; tone?: Tone }) {
  return (
    <>
      <Line from={[x - size, y - size]} to={[x + size, y + size]} tone={tone} thick={2} />
      <Line from={[x - size, y + size]} to={[x + size, y - size]} tone={tone} thick={2} />
    </>
  );
}

/** A name beside a short piece of its line, in a row of such names. */
export function Legend({
  at: [x, y],
  tone,
  dashed,
  children,
}: {
  at: Point;
  tone: Tone;
  dashed?: boolean;
  children: string;
}) {
  return (
    <>
      <Line from={[x, y]} to={[x + 16, y]} tone={tone} thick={2} {...(dashed ? { dashed } : {})} />
      <Label at={[x + 21, y]} anchor="start" size={12} tone="ink-2">
        {children}
      </Label>
    </>
  );
}

/** A circle with a text in it: a unit of a network, a class. */
export function Unit({
  at,
  radius = 11,
  tone = "ink-2",
  dashed,
  label,
}: {
  at: Point;
  radius?: number;
  tone?: Tone;
  dashed?: boolean;
  label?: string;
}) {
  return (
    <>
      <circle
        cx={round(at[0])}
        cy={round(at[1])}
        r={radius}
        strokeWidth={1.5}
        {...(dashed ? { strokeDasharray: "3 3" } : {})}
        className={`${UNIT_GROUND[tone]} ${STROKE[tone]}`}
      />
      {label === undefined ? null : <Label at={at}>{label}</Label>}
    </>
  );
}

const UNIT_GROUND: Readonly<Record<Tone, string>> = {
  ink: "fill-surface",
  "ink-2": "fill-surface",
  "ink-3": "fill-surface",
  accent: "fill-accent-soft",
  good: "fill-good-soft",
  warn: "fill-warn-soft",
  line: "fill-sunken",
};
