import type { FigureSpec, Say } from "../figure";
import { NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Arrow, Box, Label } from "../kit/shapes";
import { type Grid, outputSide, windowAt } from "./convolve";
import { type Pooling, pool, summaryOf } from "./resample";

/** The 2×2 neighborhood of the concepts' example, 3, 9, 0, 6, stands in its corner. */
export const POOLED_MAP: Grid = [
  [3, 9, 1, 2],
  [0, 6, 4, 1],
  [5, 2, 8, 0],
  [1, 4, 3, 7],
];
export const POOLING_HEIGHT = 196;
export const WINDOW_SIDE = 2;

const CELL = 34;
const [LEFT, TOP] = [10, 26];

export interface PoolingState {
  readonly kind: Pooling;
  readonly stride: number;
  /** Stop of the window, counted row by row from 0. */
  readonly position: number;
}

/** What pooling does at one stop of the window. */
export function poolingAt({ kind, stride, position }: PoolingState) {
  const perRow = outputSide(POOLED_MAP.length, WINDOW_SIDE, { stride, padding: 0 });
  const [row, column] = [Math.floor(position / perRow), position % perRow];
  const values = windowAt(POOLED_MAP, row * stride, column * stride, WINDOW_SIDE).flat();
  return { perRow, row, column, values, output: summaryOf(values, kind) };
}

/** How the value is worked out, in one line. */
export function workingOf(kind: Pooling, values: readonly number[]): string {
  const result = trimmed(summaryOf(values, kind));
  return kind === "max"
    ? `max(${values.join(", ")}) = ${result}`
    : `(${values.join(" + ")}) ÷ ${values.length} = ${result}`;
}

/** The map with the window on it, and the smaller map of its summaries. */
export function PoolingWindow({ say, ...state }: PoolingState & { say: Say }) {
  const { kind, stride } = state;
  const { perRow, row, column, values, output } = poolingAt(state);
  const [right, top] = [292 - perRow * CELL, TOP + (4 - perRow) * (CELL / 2)];
  const isUnder = (at: number, start: number) => at >= start * stride && at < start * stride + WINDOW_SIDE;
  const middle = TOP + 2 * CELL;
  return (
    <>
      <Label at={[LEFT, 12]} anchor="start" tone="ink-2">
        {say("特征图", "feature map")}
      </Label>
      <Label at={[292, 12]} anchor="end" tone="ink-2">
        {kind === "max" ? say("取最大值", "keep the largest") : say("取平均值", "take the mean")}
      </Label>
      <NumberGrid
        {...{ x: LEFT, y: TOP, cell: CELL, values: POOLED_MAP }}
        tone={(r, c) => {
          if (!isUnder(r, row) || !isUnder(c, column)) return "line";
          return kind === "average" || POOLED_MAP[r]?.[c] === output ? "accent" : "line";
        }}
      />
      <Box
        x={LEFT + column * stride * CELL}
        y={TOP + row * stride * CELL}
        width={WINDOW_SIDE * CELL}
        height={WINDOW_SIDE * CELL}
        tone="accent"
        fill="none"
        radius={0}
        thick={2.5}
      />
      <Arrow from={[LEFT + 4 * CELL + 8, middle]} to={[right - 8, middle]} />
      <NumberGrid
        {...{ x: right, y: top, cell: CELL }}
        values={pool(POOLED_MAP, { side: WINDOW_SIDE, stride, kind }).map((line) =>
          line.map((value) => trimmed(value)),
        )}
        tone={(r, c) => (r === row && c === column ? "accent" : "line")}
      />
      <Box
        x={right + column * CELL}
        y={top + row * CELL}
        width={CELL}
        height={CELL}
        tone="accent"
        fill="none"
        radius={0}
        thick={2.5}
      />
      <Label at={[LEFT, 182]} anchor="start">
        {workingOf(kind, values)}
      </Label>
    </>
  );
}

export const pooling: FigureSpec = {
  name: "pooling",
  height: POOLING_HEIGHT,
  caption: {
    zh: "窗口每次移 2 格，只留下其中最大的数：4×4 变成 2×2",
    en: "The window moves by 2 and keeps its largest number: 4×4 becomes 2×2",
  },
  liveCaption: {
    zh: "窗口每停一处，只留下一个数；步幅越大，输出越小",
    en: "Each stop of the window leaves one number; the larger the stride, the smaller the output",
  },
  alt: {
    zh: "4×4 的特征图被 2×2 的窗口以步幅 2 扫过；左上角的 3、9、0、6 中最大的是 9，写进 2×2 的输出；其余三格是 4、5、8。",
    en: "A 2×2 window sweeps a 4×4 feature map at stride 2. The largest of 3, 9, 0, 6 in the corner is 9, which goes into the 2×2 output; its other cells are 4, 5 and 8.",
  },
  draw: (say) => <PoolingWindow say={say} kind="max" stride={2} position={0} />,
  interactive: true,
};

export const averagePooling: FigureSpec = {
  name: "average-pooling",
  height: POOLING_HEIGHT,
  caption: { zh: "窗口里的数相加再除以个数，人人都算数", en: "Add up the window and divide: every value counts" },
  alt: {
    zh: "4×4 的特征图被 2×2 的窗口以步幅 2 扫过；左上角的 3、9、0、6 相加得 18，除以 4 得 4.5，写进 2×2 的输出；其余三格是 2、3、4.5。",
    en: "A 2×2 window sweeps a 4×4 feature map at stride 2. In the corner 3, 9, 0, 6 add up to 18, and 18 / 4 = 4.5 goes into the 2×2 output; its other cells are 2, 3 and 4.5.",
  },
  draw: (say) => <PoolingWindow say={say} kind="average" stride={2} position={0} />,
};
