// Marks set on or beside what is drawn: hatching, brackets, crosses and ticks, pointers, legends.

import { Label, Line, type Point, Polyline, round } from "./shapes";
import { FILL, STROKE, type Tone } from "./tones";

interface HatchProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone?: Tone;
  /** Units between the lines, along the edge. */
  readonly gap?: number;
}

/** Slanted lines in a rectangle, so that what is marked is not marked by colour alone. */
export function Hatch({ x, y, width, height, tone = "ink-3", gap = 6 }: HatchProps) {
  const count = Math.max(0, Math.ceil((width + height) / gap) - 1);
  const lines = Array.from({ length: count }, (_, index) => {
    const along = (index + 1) * gap;
    const from: Point = [x + Math.min(along, width), y + Math.max(0, along - width)];
    const to: Point = [x + Math.max(0, along - height), y + Math.min(along, height)];
    return `M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}`;
  });
  return <path d={lines.join("")} strokeWidth={1} className={STROKE[tone]} />;
}

interface BracketProps {
  readonly from: number;
  readonly to: number;
  /** Where its ends are; it opens towards what it measures. */
  readonly y: number;
  readonly label: string;
  readonly above?: boolean;
  readonly tone?: Tone;
  /** The tone of its line, where that is quieter than the text. */
  readonly edge?: Tone;
  readonly thick?: number;
  readonly depth?: number;
  /** From the line to the middle of the text. */
  readonly gap?: number;
}

/** A square bracket below (or above) a stretch from one x to another, with what it measures. */
export function Bracket({ from, to, y, label, above = false, tone = "ink-2", edge = tone, ...look }: BracketProps) {
  const { thick = 1.25, depth = 5, gap = 10 } = look;
  const way = above ? -1 : 1;
  return (
    <>
      <Polyline
        points={[
          [from, y],
          [from, y + depth * way],
          [to, y + depth * way],
          [to, y],
        ]}
        tone={edge}
        thick={thick}
      />
      <Label at={[(from + to) / 2, y + (depth + gap) * way]} size={12} tone={tone}>
        {label}
      </Label>
    </>
  );
}

interface CrossProps {
  readonly at: Point;
  readonly size?: number;
  readonly tone?: Tone;
  readonly thick?: number;
}

/** A cross over what is wrong or left out. */
export function Cross({ at: [x, y], size = 6, tone = "warn", thick = 2 }: CrossProps) {
  return (
    <>
      <Line from={[x - size, y - size]} to={[x + size, y + size]} tone={tone} thick={thick} />
      <Line from={[x - size, y + size]} to={[x + size, y - size]} tone={tone} thick={thick} />
    </>
  );
}

/** A tick (right) or a cross (wrong), drawn because fonts differ in theirs. */
export function Verdict({ at, right, size = 5 }: { at: Point; right: boolean; size?: number }) {
  if (!right) return <Cross at={at} size={size * 0.8} />;
  const [x, y] = at;
  return (
    <Polyline
      points={[
        [x - size, y],
        [x - size * 0.25, y + size * 0.75],
        [x + size, y - size * 0.8],
      ]}
      tone="good"
    />
  );
}

/** A marker on an axis: a small triangle that points up to the place. */
export function Pointer({ at: [x, y], tone = "ink" }: { at: Point; tone?: Tone }) {
  return <path d={`M${round(x)} ${round(y)}l5 9h-10Z`} className={FILL[tone]} />;
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
