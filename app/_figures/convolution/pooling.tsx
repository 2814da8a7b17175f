import type { FigureSpec, Say } from "../figure";
import { NumberGrid } from "../kit/number-grid";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { type Grid, outputSide, windowAt } from "./convolve";
import { Mesh, shown } from "./parts";
import { meanOf, type Pooling, pool, summaryOf } from "./resample";

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
  const result = shown(summaryOf(values, kind));
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
        values={pool(POOLED_MAP, { side: WINDOW_SIDE, stride, kind }).map((line) => line.map((value) => shown(value)))}
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

const GLOBAL_MAPS: readonly Grid[] = [
  [
    [1, 2],
    [3, 6],
  ],
  [
    [0, 4],
    [0, 0],
  ],
  [
    [5, 5],
    [7, 3],
  ],
];

export const globalAveragePooling: FigureSpec = {
  name: "global-average-pooling",
  height: 168,
  caption: { zh: "每张特征图，不论多大，只剩一个平均值", en: "Each feature map, however large, leaves one mean" },
  alt: {
    zh: "三张 2×2 的特征图各变成一个数：1、2、3、6 的平均值是 3，0、4、0、0 的是 1，5、5、7、3 的是 5；结果是长度为 3 的向量。",
    en: "Three 2×2 feature maps each become one number: the mean of 1, 2, 3, 6 is 3, of 0, 4, 0, 0 it is 1, of 5, 5, 7, 3 it is 5. The result is a vector of length 3.",
  },
  draw: (say) => (
    <>
      {GLOBAL_MAPS.map((map, index) => {
        const x = 24 + index * 96;
        return (
          <g key={x}>
            <Label at={[x + 30, 12]} size={12} tone="ink-2">
              {say(`通道 ${index + 1}`, `channel ${index + 1}`)}
            </Label>
            <NumberGrid x={x} y={24} cell={30} values={map} />
            <Arrow from={[x + 30, 90]} to={[x + 30, 122]} />
            <NumberGrid x={x + 15} y={128} cell={30} values={[[shown(meanOf(map.flat()))]]} tone={() => "accent"} />
          </g>
        );
      })}
      <Label at={[108, 106]} size={12} tone="ink-2">
        {say("平均", "mean")}
      </Label>
      <Label at={[204, 106]} size={12} tone="ink-2">
        {say("平均", "mean")}
      </Label>
    </>
  ),
};

/** The regions of the concept's example, in cells of the feature map, and the cells that each is divided into. */
const REGIONS = [
  { rows: 14, columns: 21, x: 12, y: 30 },
  { rows: 28, columns: 14, x: 100, y: 30 },
] as const;
const ROI_CELL = 3.4;
const ROI_PARTS = 7;

export const roiPooling: FigureSpec = {
  name: "roi-pooling",
  height: 168,
  caption: {
    zh: "大小不一的区域都划成 7×7 格，每格只取最大值",
    en: "Regions of any size are divided into 7×7 parts; each part keeps its maximum",
  },
  alt: {
    zh: "特征图上有两个区域，一个 14×21，每格含 2×3 个值；另一个 28×14，每格含 4×2 个值。两者都划成 7×7 格，每格取最大值，都得到 7×7 的特征图。",
    en: "Two regions of a feature map, one 14×21 with parts of 2×3 values, one 28×14 with parts of 4×2 values. Both are divided into 7×7 parts, each part keeps its maximum, and both become 7×7 maps.",
  },
  draw: (say) => (
    <>
      <Box x={4} y={4} width={150} height={140} tone="ink-3" radius={2} />
      {REGIONS.map(({ rows, columns, x, y }) => {
        const [width, height] = [columns * ROI_CELL, rows * ROI_CELL];
        return (
          <g key={x}>
            <Label at={[x + width / 2, y - 11]} size={12}>
              {rows}×{columns}
            </Label>
            <Box {...{ x, y, width, height }} tone="accent" radius={0} />
            {Array.from({ length: ROI_PARTS - 1 }, (_, part) => (part + 1) / ROI_PARTS).map((share) => (
              <g key={share}>
                <Line from={[x, y + share * height]} to={[x + width, y + share * height]} tone="accent" thick={0.75} />
                <Line from={[x + share * width, y]} to={[x + share * width, y + height]} tone="accent" thick={0.75} />
              </g>
            ))}
          </g>
        );
      })}
      <Label at={[79, 156]} size={12} tone="ink-2">
        {say("特征图", "feature map")}
      </Label>
      <Arrow from={[160, 54]} to={[206, 54]} />
      <Arrow from={[160, 110]} to={[206, 110]} />
      <Label at={[183, 42]} size={12} tone="ink-2">
        {say("最大", "max")}
      </Label>
      <Label at={[183, 98]} size={12} tone="ink-2">
        {say("最大", "max")}
      </Label>
      <Mesh x={216} y={28} cell={7.5} rows={ROI_PARTS} columns={ROI_PARTS} tone="accent" />
      <Mesh x={216} y={86} cell={7.5} rows={ROI_PARTS} columns={ROI_PARTS} tone="accent" />
      <Label at={[284, 54]} size={12}>
        7×7
      </Label>
      <Label at={[284, 112]} size={12}>
        7×7
      </Label>
      <Label at={[242, 156]} size={12} tone="ink-2">
        {say("大小相同", "same size")}
      </Label>
    </>
  ),
};
