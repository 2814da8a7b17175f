// Many dots of one look, light enough to stand in a page: a thousand circles would weigh ten times as much.

import { type Point, round } from "./shapes";
import { FILL, GROUND, STROKE, type Tone } from "./tones";

interface DotsProps {
  readonly at: readonly Point[];
  readonly radius: number;
  readonly tone?: Tone;
  /** Open dots have the tone's soft ground. */
  readonly open?: boolean;
}

/** Dots with an edge, each as Dot draws one. */
export function Dots({ at, radius, tone = "accent", open }: DotsProps) {
  return (
    <g strokeWidth={1.5} className={`${open ? GROUND[tone] : FILL[tone]} ${STROKE[tone]}`}>
      {at.map(([x, y], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <circle key={index} cx={round(x)} cy={round(y)} r={radius} />
      ))}
    </g>
  );
}

/** Plain dots here and there, in one path. */
export function DotField({ dots, size, tone }: { dots: readonly Point[]; size: number; tone: Tone }) {
  const path = dots.map(([x, y]) => `M${round(x)} ${round(y)}h.01`).join("");
  return <path d={path} strokeWidth={size} strokeLinecap="round" className={`fill-none ${STROKE[tone]}`} />;
}

/** A crowd that stands in columns, filled downwards, one after another. */
interface Crowd {
  /** How many stand before those that are meant. */
  readonly before: number;
  readonly count: number;
  /** How many a column holds. */
  readonly rows: number;
}

/** The columns that a part of a crowd takes up, each with its first and last row. */
export function columnsOf({ before, count, rows }: Crowd): { column: number; first: number; last: number }[] {
  const end = before + count;
  const [from, to] = [Math.floor(before / rows), Math.ceil(end / rows)];
  return Array.from({ length: count > 0 ? to - from : 0 }, (_, index) => {
    const start = (from + index) * rows;
    return { column: from + index, first: Math.max(0, before - start), last: Math.min(rows, end - start) - 1 };
  });
}

interface DotColumnsProps extends Crowd {
  /** The middle of the first dot of the whole crowd. */
  readonly x: number;
  readonly y: number;
  readonly pitch: number;
  readonly size: number;
  readonly tone: Tone;
}

/** Plain dots in columns. A column is one dashed line: dashes without length have round ends, which are dots. */
export function DotColumns({ x, y, pitch, size, tone, ...crowd }: DotColumnsProps) {
  const lines = columnsOf(crowd).map(({ column, first, last }) => {
    // A little longer than to the last dot, which rounding could cut off.
    const length = round((last - first) * pitch + 0.1);
    return `M${round(x + column * pitch)} ${round(y + first * pitch)}v${length}`;
  });
  return (
    <path
      d={lines.join("")}
      strokeWidth={size}
      strokeLinecap="round"
      strokeDasharray={`0 ${pitch}`}
      className={`fill-none ${STROKE[tone]}`}
    />
  );
}
