import { Dots } from "../kit/dots";
import { type Point, Polyline } from "../kit/shapes";
import type { Tone } from "../kit/tones";

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
      <Dots at={points.slice(0, 1)} radius={radius} tone={tone} open />
      <Dots at={points.slice(1)} radius={radius} tone={tone} />
    </>
  );
}
