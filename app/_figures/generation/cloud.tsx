import { DotField } from "../kit/dots";
import { type Frame, place } from "../kit/plot";
import type { Point } from "../kit/shapes";
import type { Tone } from "../kit/tones";

interface CloudProps {
  readonly points: readonly Point[];
  readonly frame: Frame;
  readonly radius: number;
  readonly tone?: Tone;
}

/** Points in a square without axes; those that leave it are left out. */
export function Cloud({ points, frame, radius, tone = "accent" }: CloudProps) {
  const [low, high] = frame.xRange;
  const inside = points.filter((pair) => pair.every((value) => value > low && value < high));
  return <DotField dots={inside.map((pair) => place(frame, pair))} size={2 * radius} tone={tone} />;
}

/** A square of the plane around the middle of the data. */
export const square = (x: number, y: number, side: number): Frame => ({
  x,
  y,
  width: side,
  height: side,
  xRange: [-2.7, 2.7],
  yRange: [-2.7, 2.7],
});
