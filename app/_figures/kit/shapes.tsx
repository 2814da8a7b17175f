// Text, boxes, arrows and dots. Coordinates are in units of the figure (FIGURE_WIDTH wide), y downwards.

import type { ReactNode } from "react";
import { FILL, GROUND, STROKE, type Tone } from "./tones";

export type Point = readonly [x: number, y: number];

interface LabelProps {
  readonly at: Point;
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly anchor?: "start" | "middle" | "end";
  /** At least 12, so that it can be read on a small phone. */
  readonly size?: number;
  readonly strong?: boolean;
  /** For formula letters and names of functions. */
  readonly italic?: boolean;
}

/** A line of text whose middle (vertically) is at the point. */
export function Label({
  at: [x, y],
  children,
  tone = "ink",
  anchor = "middle",
  size = 13,
  strong,
  italic,
}: LabelProps) {
  return (
    <text
      x={round(x)}
      y={round(y)}
      dy="0.36em"
      textAnchor={anchor}
      fontSize={size}
      className={classes(FILL[tone], "tabular-nums", strong && "font-semibold", italic && "italic")}
    >
      {children}
    </text>
  );
}

export interface BoxLook {
  readonly width: number;
  readonly height: number;
  readonly tone?: Tone;
  /** "ground": the tone's soft colour; "none": see-through. */
  readonly fill?: "ground" | "none";
  readonly dashed?: boolean;
  readonly radius?: number;
  readonly thick?: number;
}

interface BoxProps extends BoxLook {
  readonly x: number;
  readonly y: number;
  /** Set in the middle. */
  readonly label?: ReactNode;
  readonly labelSize?: number;
}

/** A rectangle with an edge, and text in its middle. */
export function Box({ x, y, width, height, tone = "ink-3", fill = "ground", ...rest }: BoxProps) {
  const { dashed, radius = 4, thick = 1.5, label, labelSize = 13 } = rest;
  return (
    <>
      <rect
        {...{ x: round(x), y: round(y), width: round(width), height: round(height) }}
        rx={radius}
        strokeWidth={thick}
        {...(dashed ? { strokeDasharray: "4 3" } : {})}
        className={`${fill === "none" ? "fill-none" : GROUND[tone]} ${STROKE[tone]}`}
      />
      {label === undefined ? null : (
        <Label at={[x + width / 2, y + height / 2]} size={labelSize}>
          {label}
        </Label>
      )}
    </>
  );
}

interface LineProps {
  readonly from: Point;
  readonly to: Point;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly thick?: number;
}

export function Line({ from, to, tone = "ink-3", dashed, thick = 1.5 }: LineProps) {
  return (
    <line
      {...{ x1: round(from[0]), y1: round(from[1]), x2: round(to[0]), y2: round(to[1]) }}
      strokeWidth={thick}
      strokeLinecap="round"
      {...(dashed ? { strokeDasharray: "4 3" } : {})}
      className={STROKE[tone]}
    />
  );
}

interface ArrowProps extends LineProps {
  /** How far its middle is pushed to the left of its direction, in units; 0: straight. */
  readonly bend?: number;
}

const HEAD_LENGTH = 7;
const HEAD_HALF_WIDTH = 3.4;

/** A line, straight or bent, with a head at its end. The head is a triangle and not an SVG marker, whose id two figures would share. */
export function Arrow({ from, to, tone = "ink-2", dashed, thick = 1.5, bend = 0 }: ArrowProps) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const control: Point = [(from[0] + to[0]) / 2 + uy * bend, (from[1] + to[1]) / 2 - ux * bend];
  const angle = Math.atan2(to[1] - control[1], to[0] - control[0]);
  const back: Point = [to[0] - HEAD_LENGTH * Math.cos(angle), to[1] - HEAD_LENGTH * Math.sin(angle)];
  const side = (sign: number) =>
    point([back[0] + sign * HEAD_HALF_WIDTH * Math.sin(angle), back[1] - sign * HEAD_HALF_WIDTH * Math.cos(angle)]);
  return (
    <>
      <path
        d={`M${point(from)} Q${point(control)} ${point(back)}`}
        strokeWidth={thick}
        {...(dashed ? { strokeDasharray: "4 3" } : {})}
        className={`fill-none ${STROKE[tone]}`}
      />
      <path d={`M${point(to)} L${side(1)} L${side(-1)} Z`} className={FILL[tone]} />
    </>
  );
}

/** An arrow with corners. */
export function Elbow({
  points,
  tone = "ink-2",
  dashed,
}: {
  readonly points: readonly Point[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
}) {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) return null;
  return (
    <>
      <Polyline points={points.slice(0, -1)} tone={tone} thick={1.5} {...(dashed ? { dashed } : {})} />
      <Arrow from={from} to={to} tone={tone} {...(dashed ? { dashed } : {})} />
    </>
  );
}

interface DotProps {
  readonly at: Point;
  readonly radius?: number;
  readonly tone?: Tone;
  /** An open dot has the tone's soft ground. */
  readonly open?: boolean;
}

export function Dot({ at, radius = 4, tone = "accent", open }: DotProps) {
  return (
    <circle
      cx={round(at[0])}
      cy={round(at[1])}
      r={radius}
      strokeWidth={1.5}
      className={`${open ? GROUND[tone] : FILL[tone]} ${STROKE[tone]}`}
    />
  );
}

/** A line through points. */
export function Polyline({
  points,
  tone = "accent",
  thick = 2,
  dashed,
}: {
  readonly points: readonly Point[];
  readonly tone?: Tone;
  readonly thick?: number;
  readonly dashed?: boolean;
}) {
  return (
    <polyline
      points={points.map(point).join(" ")}
      strokeWidth={thick}
      strokeLinejoin="round"
      strokeLinecap="round"
      {...(dashed ? { strokeDasharray: "4 3" } : {})}
      className={`fill-none ${STROKE[tone]}`}
    />
  );
}

/** A closed line through points, without filling. */
export function Loop({ points, tone = "line", thick = 1 }: { points: readonly Point[]; tone?: Tone; thick?: number }) {
  return (
    <path
      d={`M${points.map(point).join("L")}Z`}
      strokeWidth={thick}
      strokeLinejoin="round"
      className={`fill-none ${STROKE[tone]}`}
    />
  );
}

/** A filled area between points, see-through. */
export function Area({ points, tone = "accent" }: { readonly points: readonly Point[]; readonly tone?: Tone }) {
  return <polygon points={points.map(point).join(" ")} fillOpacity={0.25} className={FILL[tone]} />;
}

/** The names that apply, joined without gaps: a figure has hundreds of class attributes. */
function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** "x,y" for a path. */
export function point([x, y]: Point): string {
  return `${round(x)},${round(y)}`;
}

/** A hundredth of a unit is less than any screen shows. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
