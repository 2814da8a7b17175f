// Many dots of one look, light enough to stand in a page.

import { type Point, round } from "./shapes";
import { STROKE, type Tone } from "./tones";

/** Many round dots in one path; a thousand circles would weigh ten times as much. */
export function DotField({ dots, size, tone }: { dots: readonly Point[]; size: number; tone: Tone }) {
  const path = dots.map(([x, y]) => `M${round(x)} ${round(y)}h.01`).join("");
  return <path d={path} strokeWidth={size} strokeLinecap="round" className={`fill-none ${STROKE[tone]}`} />;
}
