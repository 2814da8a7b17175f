// Shapes that the figures of evaluation and systems share: hatching, fields of many dots, bars that lie, and brackets.

import { Box, Label, Line, type Point, Polyline, round } from "./shapes";
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

/** Many round dots in one path; a thousand circles would weigh ten times as much. */
export function DotField({ dots, size, tone }: { dots: readonly Point[]; size: number; tone: Tone }) {
  const path = dots.map(([x, y]) => `M${round(x)} ${round(y)}h.01`).join("");
  return <path d={path} strokeWidth={size} strokeLinecap="round" className={`fill-none ${STROKE[tone]}`} />;
}

interface LyingBarProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height?: number;
  /** 0 to 1. */
  readonly share: number;
  readonly tone?: Tone;
}

/** A bar from left to right, in the outline of a full one. */
export function LyingBar({ x, y, width, height = 10, share, tone = "accent" }: LyingBarProps) {
  return (
    <>
      <Box x={x} y={y - height / 2} width={width} height={height} tone="line" radius={2} thick={1} />
      <rect
        {...{ x: round(x), y: round(y - height / 2), width: round(width * share), height }}
        rx={2}
        className={FILL[tone]}
      />
    </>
  );
}

/** A square bracket below (or above) a stretch from one x to another, with what it measures. */
export function Bracket({
  from,
  to,
  y,
  label,
  above = false,
  tone = "ink-2",
}: {
  from: number;
  to: number;
  y: number;
  label: string;
  above?: boolean;
  tone?: Tone;
}) {
  const way = above ? -1 : 1;
  return (
    <>
      <Polyline
        points={[
          [from, y],
          [from, y + 5 * way],
          [to, y + 5 * way],
          [to, y],
        ]}
        tone={tone}
        thick={1.25}
      />
      <Label at={[(from + to) / 2, y + 15 * way]} size={12} tone={tone}>
        {label}
      </Label>
    </>
  );
}

/** A tick (right) or a cross (wrong), drawn because fonts differ in theirs. */
export function Verdict({ at: [x, y], right, size = 5 }: { at: Point; right: boolean; size?: number }) {
  if (right)
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
  return (
    <>
      <Line from={[x - size * 0.8, y - size * 0.8]} to={[x + size * 0.8, y + size * 0.8]} tone="warn" thick={2} />
      <Line from={[x - size * 0.8, y + size * 0.8]} to={[x + size * 0.8, y - size * 0.8]} tone="warn" thick={2} />
    </>
  );
}

/** A marker on an axis: a small triangle that points up to the place. */
export function Pointer({ at: [x, y], tone = "ink" }: { at: Point; tone?: Tone }) {
  return <path d={`M${round(x)} ${round(y)}l5 9h-10Z`} className={FILL[tone]} />;
}
