// Drawings of layered networks: columns of units and the links between them.

import { Unit } from "../kit/blocks";
import { countTo } from "../kit/maths";
import { Line, type Point } from "../kit/shapes";
import type { Tone } from "../kit/tones";

/** Places of `count` units in a column around `middle`, from top to bottom. */
export function column(x: number, count: number, middle: number, gap: number): Point[] {
  return countTo(count).map((index): Point => [x, middle + (index - (count - 1) / 2) * gap]);
}

export interface LinkLook {
  readonly tone?: Tone;
  readonly thick?: number;
  readonly dashed?: boolean;
}

interface LinksProps {
  readonly from: readonly Point[];
  readonly to: readonly Point[];
  /** How the link of two units looks; null: there is none. */
  readonly look?: (from: number, to: number) => LinkLook | null;
}

/** A line from each unit of one column to each of the next. */
export function Links({ from, to, look = () => ({}) }: LinksProps) {
  return (
    <>
      {from.flatMap((start, i) =>
        to.map((end, j) => {
          const drawn = look(i, j);
          return drawn === null ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its two ends
            <Line key={`${i}.${j}`} from={start} to={end} tone="ink-3" thick={1} {...drawn} />
          );
        }),
      )}
    </>
  );
}

interface UnitsProps {
  readonly at: readonly Point[];
  readonly tone?: Tone;
  readonly radius?: number;
  readonly labels?: readonly string[];
}

/** The units of a column. */
export function Units({ at, tone = "ink-2", radius = 9, labels = [] }: UnitsProps) {
  return (
    <>
      {at.map((center, index) => (
        <Unit
          key={center[1]}
          at={center}
          tone={tone}
          radius={radius}
          {...(labels[index] === undefined ? {} : { label: labels[index] })}
        />
      ))}
    </>
  );
}
