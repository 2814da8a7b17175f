// Curves that may leave the frame and come back.

import { countTo } from "./maths";
import { type Frame, place } from "./plot";
import { type Point, Polyline } from "./shapes";
import type { Tone } from "./tones";

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
