import type { FigureSpec, Say } from "../figure";
import { NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Arrow, Box, Label } from "../kit/shapes";
import { convolve, type Grid, outputSide, padded, type Steps, weightedSum, windowAt } from "./convolve";

/** The 2×2 patch of the concept's example, 1, 2, 3, 4, stands in its second row and column. */
export const INPUT: Grid = [
  [2, 0, 1, 3, 1],
  [1, 1, 2, 0, 2],
  [0, 3, 4, 1, 0],
  [3, 1, 0, 2, 1],
  [1, 0, 2, 1, 3],
];
export const FILTER: Grid = [
  [1, 0],
  [0, -1],
];
export const SLIDING_HEIGHT = 224;
export const FIRST_STEPS: Steps = { stride: 1, padding: 0 };
/** Where the still picture has the filter: on the patch of the example. */
export const FIRST_POSITION = 5;

const [LEFT, RIGHT] = [4, 296];
const SIDE = 133;
/** Side of a cell that leaves a negative number some air. */
const LEAST_CELL = 23;
const TOP = 26;

/** What the filter does at one of its stops, which are counted row by row from 0. */
export function stopAt(position: number, steps: Steps) {
  const perRow = outputSide(INPUT.length, FILTER.length, steps);
  const [row, column] = [Math.floor(position / perRow), position % perRow];
  const values = windowAt(padded(INPUT, steps.padding), row * steps.stride, column * steps.stride, FILTER.length);
  return { perRow, row, column, values, output: weightedSum(values, FILTER) };
}

/** "1×1 + 2×0" of one row of the window. */
function products(values: readonly number[], weights: readonly number[]): string {
  const factor = (value: number) => (value < 0 ? `(${trimmed(value)})` : trimmed(value));
  return values.map((value, index) => `${value}×${factor(weights[index] ?? 0)}`).join(" + ");
}

/** The input with the window on it, the output, and the sum that gives the marked cell of the output. */
export function SlidingFilter({ say, steps, position }: { say: Say; steps: Steps; position: number }) {
  const { stride, padding } = steps;
  const { perRow, row, column, values, output } = stopAt(position, steps);
  const input = padded(INPUT, padding);
  const cell = SIDE / input.length;
  const outputCell = Math.max(cell, LEAST_CELL);
  const outputWidth = perRow * outputCell;
  const [right, top] = [RIGHT - outputWidth, TOP + (SIDE - outputWidth) / 2];
  const isZero = (r: number, c: number) => Math.min(r, c) < padding || Math.max(r, c) >= INPUT.length + padding;
  const isUnder = (at: number, start: number) => at >= start * stride && at < start * stride + FILTER.length;
  const [upper = [], lower = []] = values;
  return (
    <>
      <Label at={[LEFT, 12]} anchor="start" tone="ink-2">
        {say("输入 ", "input ")}
        <tspan className="italic">I</tspan>
      </Label>
      <Label at={[RIGHT, 12]} anchor="end" tone="ink-2">
        {say("特征图", "feature map")}
      </Label>
      <NumberGrid
        {...{ x: LEFT, y: TOP, cell, values: input, size: 12 }}
        tone={(r, c) => (isUnder(r, row) && isUnder(c, column) ? "accent" : isZero(r, c) ? "ink-3" : "line")}
      />
      <Box
        x={LEFT + column * stride * cell}
        y={TOP + row * stride * cell}
        width={FILTER.length * cell}
        height={FILTER.length * cell}
        tone="accent"
        fill="none"
        radius={0}
        thick={2.5}
      />
      <Arrow from={[LEFT + SIDE + 5, TOP + SIDE / 2]} to={[right - 5, TOP + SIDE / 2]} />
      <NumberGrid
        {...{ x: right, y: top, cell: outputCell, size: 12 }}
        values={convolve(INPUT, FILTER, steps).map((line) => line.map((value) => trimmed(value)))}
        tone={(r, c) => (r === row && c === column ? "accent" : "line")}
      />
      <Box
        x={right + column * outputCell}
        y={top + row * outputCell}
        width={outputCell}
        height={outputCell}
        tone="accent"
        fill="none"
        radius={0}
        thick={2.5}
      />
      <Label at={[LEFT, 195]} anchor="start" tone="ink-2">
        {say("滤波器 ", "filter ")}
        <tspan className="italic">K</tspan>
      </Label>
      <NumberGrid x={68} y={172} cell={23} values={FILTER.map((line) => line.map((value) => trimmed(value)))} />
      <Label at={[130, 184]} anchor="start">
        {products(upper, FILTER[0] ?? [])}
      </Label>
      <Label at={[130, 206]} anchor="start">
        + {products(lower, FILTER[1] ?? [])} = <tspan className="fill-accent font-semibold">{trimmed(output)}</tspan>
      </Label>
    </>
  );
}

export const convolution: FigureSpec = {
  name: "convolution",
  height: SLIDING_HEIGHT,
  caption: {
    zh: "窗口里的数与滤波器两两相乘，再全部相加，得到特征图上的一格",
    en: "Multiply window and filter pair by pair and add up: one cell of the feature map",
  },
  alt: {
    zh: "5×5 的输入上有一个 2×2 的窗口，盖住 1、2、3、4；滤波器为 1、0、0、−1。1×1 + 2×0 + 3×0 + 4×(−1) = −3，写在 4×4 的特征图上与窗口对应的一格里。",
    en: "A 2×2 window on a 5×5 input covers 1, 2, 3, 4; the filter is 1, 0, 0, −1. 1×1 + 2×0 + 3×0 + 4×(−1) = −3 stands in the matching cell of the 4×4 feature map.",
  },
  draw: (say) => <SlidingFilter say={say} steps={FIRST_STEPS} position={FIRST_POSITION} />,
  interactive: true,
};
