// Parts of drawings of models: boxes with a few lines of text, units, operators, piles of feature maps.

import { Box, Label, type Point, round } from "./shapes";
import { STROKE, type Tone } from "./tones";

interface BlockProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The first line is in ink, further ones are quieter. */
  readonly lines: readonly string[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly size?: number;
}

/** A box with one to three lines of text in its middle. */
export function Block({ x, y, width, height, lines, tone = "ink-3", dashed, size = 13 }: BlockProps) {
  const pitch = size + 3;
  const first = y + height / 2 - ((lines.length - 1) * pitch) / 2;
  return (
    <>
      <Box {...{ x, y, width, height, tone }} {...(dashed ? { dashed } : {})} />
      {lines.map((line, index) => (
        <Label
          key={line}
          at={[x + width / 2, first + index * pitch]}
          size={index === 0 ? size : Math.max(12, size - 1)}
          tone={index === 0 ? "ink" : "ink-2"}
        >
          {line}
        </Label>
      ))}
    </>
  );
}

interface UnitProps {
  readonly at: Point;
  readonly radius?: number;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly label?: string;
  readonly labelSize?: number;
}

/** A circle with a text in it: a unit of a network, a class, the sign of an operation. */
export function Unit({ at, radius = 11, tone = "ink-2", dashed, label, labelSize = 13 }: UnitProps) {
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
      {label === undefined ? null : (
        <Label at={at} size={labelSize}>
          {label}
        </Label>
      )}
    </>
  );
}

/** As GROUND, but that a unit in the background is as bright as the rest. */
const UNIT_GROUND: Readonly<Record<Tone, string>> = {
  ink: "fill-surface",
  "ink-2": "fill-surface",
  "ink-3": "fill-surface",
  accent: "fill-accent-soft",
  good: "fill-good-soft",
  warn: "fill-warn-soft",
  line: "fill-sunken",
};

/** A circle with an operator in it: +, ×. */
export function Operator({
  at,
  sign,
  radius = 10,
}: {
  readonly at: Point;
  readonly sign: "+" | "×";
  readonly radius?: number;
}) {
  const arm = radius * 0.5;
  const [dx, dy] = sign === "+" ? [arm, 0] : [arm * 0.75, arm * 0.75];
  const [x, y] = at;
  return (
    <>
      <circle cx={round(x)} cy={round(y)} r={radius} strokeWidth={1.5} className="fill-accent-soft stroke-accent" />
      <path
        d={`M${round(x - dx)},${round(y - dy)}L${round(x + dx)},${round(y + dy)}M${round(x - dy)},${round(y + dx)}L${round(x + dy)},${round(y - dx)}`}
        strokeWidth={1.75}
        strokeLinecap="round"
        className="fill-none stroke-ink"
      />
    </>
  );
}

interface PileProps {
  /** Left and top of the whole pile. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** How far each map stands out from the one before it. */
  readonly shift?: number;
  /** The tone of one map, counted from the front. */
  readonly tone?: (index: number) => Tone;
}

/** Feature maps behind one another, the first in front at the lower left. It is (count − 1) · shift wider and higher than a map. */
export function Pile({ x, y, width, height, count, shift = 4, tone = () => "accent" }: PileProps) {
  return Array.from({ length: count }, (_, place) => count - 1 - place).map((index) => (
    <Box
      key={index}
      x={x + index * shift}
      y={y + (count - 1 - index) * shift}
      {...{ width, height }}
      radius={1}
      thick={1.25}
      tone={tone(index)}
    />
  ));
}
