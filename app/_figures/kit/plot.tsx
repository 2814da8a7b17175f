// Plots: a frame that maps numbers to the figure, axes, curves and bars. All curves are computed from functions or data.

import type { ReactNode } from "react";
import { Box, Label, Line, type Point, Polyline, round } from "./shapes";
import { FILL, type Tone } from "./tones";

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly xRange: readonly [from: number, to: number];
  readonly yRange: readonly [from: number, to: number];
}

/** The place of a pair of numbers in the figure. */
export function place(frame: Frame, [x, y]: Point): Point {
  const across = (x - frame.xRange[0]) / (frame.xRange[1] - frame.xRange[0]);
  const up = (y - frame.yRange[0]) / (frame.yRange[1] - frame.yRange[0]);
  return [frame.x + across * frame.width, frame.y + (1 - up) * frame.height];
}

interface Tick {
  readonly at: number;
  readonly label?: string;
}

interface AxesProps {
  readonly frame: Frame;
  /** Names of the axes: to the right below, and above the vertical one. */
  readonly xName?: string;
  readonly yName?: string;
  readonly xTicks?: readonly Tick[];
  readonly yTicks?: readonly Tick[];
  /** Where the axes cross; the lower left corner unless given. */
  readonly origin?: Point;
}

/** The two axes with their names and ticks. Leave 30 units to the left and 34 below where there are ticks and names. */
export function Axes({ frame, xName, yName, xTicks = [], yTicks = [], origin }: AxesProps) {
  const [ox, oy] = origin ?? [frame.xRange[0], frame.yRange[0]];
  const bottom = frame.y + frame.height;
  return (
    <>
      <Line from={place(frame, [frame.xRange[0], oy])} to={place(frame, [frame.xRange[1], oy])} />
      <Line from={place(frame, [ox, frame.yRange[0]])} to={place(frame, [ox, frame.yRange[1]])} />
      {xTicks.map(({ at, label = String(at) }) => {
        const [x, y] = place(frame, [at, oy]);
        return (
          <g key={at}>
            <Line from={[x, y]} to={[x, y + 4]} />
            <Label at={[x, y + 13]} size={12} tone="ink-2">
              {label}
            </Label>
          </g>
        );
      })}
      {yTicks.map(({ at, label = String(at) }) => {
        const [x, y] = place(frame, [ox, at]);
        return (
          <g key={at}>
            <Line from={[x - 4, y]} to={[x, y]} />
            <Label at={[x - 7, y]} anchor="end" size={12} tone="ink-2">
              {label}
            </Label>
          </g>
        );
      })}
      {xName === undefined ? null : (
        <Label at={[frame.x + frame.width, bottom + (xTicks.length > 0 ? 28 : 13)]} anchor="end" size={12} tone="ink-2">
          {xName}
        </Label>
      )}
      {yName === undefined ? null : (
        <Label at={[Math.max(frame.x - 24, 2), frame.y - 11]} anchor="start" size={12} tone="ink-2">
          {yName}
        </Label>
      )}
    </>
  );
}

interface CurveProps {
  readonly frame: Frame;
  readonly of: (x: number) => number;
  /** Part of the x axis; the whole unless given. */
  readonly from?: number;
  readonly to?: number;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  readonly thick?: number;
  /** Segments that it is made of. */
  readonly steps?: number;
}

/** The graph of a function, cut off where it leaves the frame. */
export function Curve({ frame, of, from = frame.xRange[0], to = frame.xRange[1], steps = 80, ...look }: CurveProps) {
  const values = Array.from({ length: steps + 1 }, (_, step): Point => {
    const x = from + ((to - from) * step) / steps;
    return [x, of(x)];
  });
  const [low, high] = frame.yRange;
  const inside = values.filter(([, y]) => y >= low - 1e-9 && y <= high + 1e-9);
  return <Polyline points={inside.map((value) => place(frame, value))} {...look} />;
}

interface Bar {
  readonly value: number;
  readonly label: string;
  /** Text above it; the value unless given. */
  readonly shown?: string;
  readonly tone?: Tone;
}

/** Bars from zero to the top of the frame's yRange, each with its value above and its name below. */
export function Bars({ frame, bars }: { readonly frame: Frame; readonly bars: readonly Bar[] }): ReactNode {
  const slot = frame.width / bars.length;
  const width = Math.min(44, slot * 0.62);
  const bottom = frame.y + frame.height;
  return (
    <>
      {bars.map(({ value, label, shown = String(value), tone = "ink-3" }, index) => {
        const middle = frame.x + slot * (index + 0.5);
        const [, top] = place(frame, [0, value]);
        return (
          <g key={label}>
            <Box x={middle - width / 2} y={top} width={width} height={bottom - top} tone={tone} radius={2} />
            <Label at={[middle, top - 9]} size={12}>
              {shown}
            </Label>
            <Label at={[middle, bottom + 12]} size={12} tone="ink-2">
              {label}
            </Label>
          </g>
        );
      })}
      <Line from={[frame.x, bottom]} to={[frame.x + frame.width, bottom]} />
    </>
  );
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
