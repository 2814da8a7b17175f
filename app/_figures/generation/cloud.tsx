import { type Frame, place } from "../kit/plot";
import { type Point, round } from "../kit/shapes";
import { FILL, type Tone } from "../kit/tones";

interface CloudProps {
  readonly points: readonly Point[];
  readonly frame: Frame;
  readonly radius: number;
  readonly tone?: Tone;
}

/** Points in a square without axes; those that leave it are left out. */
export function Cloud({ points, frame, radius, tone = "accent" }: CloudProps) {
  const [low, high] = frame.xRange;
  const inside = points
    .map((pair, index) => ({ pair, index }))
    .filter(({ pair }) => pair.every((value) => value > low && value < high));
  return (
    <g className={FILL[tone]}>
      {inside.map(({ pair, index }) => {
        const [x, y] = place(frame, pair);
        return <circle key={index} cx={round(x)} cy={round(y)} r={radius} />;
      })}
    </g>
  );
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
