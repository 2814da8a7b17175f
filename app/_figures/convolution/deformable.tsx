// Filters that move their points, and filters that take images of any size.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { NumberGrid } from "../kit/number-grid";
import { Bars, type Frame } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { outputSide } from "./convolve";
import { linearAt } from "./resample";

/** Offsets, in cells, of the nine points of a 3×3 filter, row by row: they draw the points to the outline of an ellipse. */
const OFFSETS: readonly Point[] = [
  [-0.7, -0.3],
  [0, -0.9],
  [0.7, -0.3],
  [-1.2, 0],
  [0, 0],
  [1.2, 0],
  [-0.7, 0.3],
  [0, 0.9],
  [0.7, 0.3],
];
const NEIGHBORS = [10, 20] as const;

export const deformableConvolution: FigureSpec = {
  name: "deformable-convolution",
  height: 186,
  caption: {
    zh: "九个取样点各按预测的偏移量移开，朝物体的轮廓聚拢；落在两格之间就插值",
    en: "Each of the nine points moves by a predicted offset, toward the outline; between two cells the value is interpolated",
  },
  alt: {
    zh: "网格上有一个椭圆形的物体。3×3 滤波器的九个空心点排成方格，八支箭头从它们指向移开后的实心点，后者落在椭圆的轮廓附近。右边：一点落在取值 10 和 20 的两格正中间，插值得 15。",
    en: "An elliptic object on a grid. Nine open points of a 3×3 filter form a square; eight arrows lead from them to the solid points they have moved to, near the outline of the ellipse. Right: a point halfway between cells of 10 and 20 reads 15 by interpolation.",
  },
  draw: (say) => {
    const [x, y, cell] = [8, 8, 21];
    const middle = 3.5;
    const at = (column: number, row: number): Point => [x + (middle + column) * cell, y + (middle + row) * cell];
    const [cx, cy] = at(0, 0);
    return (
      <>
        <Mesh {...{ x, y, cell, rows: 7, columns: 7 }} />
        <ellipse
          cx={cx}
          cy={cy}
          rx={2.25 * cell}
          ry={1.95 * cell}
          strokeWidth={1.25}
          className="fill-sunken stroke-ink-3"
        />
        {OFFSETS.map(([dx, dy], index) => {
          const [column, row] = [(index % 3) - 1, Math.floor(index / 3) - 1];
          const [from, to] = [at(column, row), at(column + dx, row + dy)];
          return (
            <g key={`${column}.${row}`}>
              {dx === 0 && dy === 0 ? null : <Arrow from={from} to={to} thick={1} tone="accent" />}
              <Dot at={from} radius={3.5} tone="ink-2" open />
              <Dot at={to} radius={4} />
            </g>
          );
        })}
        <Label at={[x + 3.5 * cell, 170]} size={12} tone="ink-2">
          {say("9 点，18 个偏移", "9 points, 18 offsets")}
        </Label>
        <NumberGrid x={190} y={56} cell={44} values={[NEIGHBORS]} size={15} />
        <Dot at={[234, 78]} radius={5} />
        <Arrow from={[234, 104]} to={[234, 122]} tone="accent" />
        <Label at={[234, 136]} strong tone="accent" size={15}>
          {linearAt(NEIGHBORS, 0.5)}
        </Label>
        <Label at={[234, 38]} size={12} tone="ink-2">
          {say("落在两格之间", "between two cells")}
        </Label>
      </>
    );
  },
};

const STAMP_SIDE = 7;
const IMAGE_SIDES = [7, 10] as const;

export const fullyConvolutional: FigureSpec = {
  name: "fully-convolutional-network",
  height: 186,
  caption: {
    zh: "同样的 7×7 滤波器：7×7 的输入给出 1 个答案，10×10 的给出 4×4 张图",
    en: "The same 7×7 filters: a 7×7 input gives one answer, a 10×10 input a 4×4 map of answers",
  },
  alt: {
    zh: "左边，7×7 的滤波器正好盖满 7×7 的输入，输出 1×1。右边，同样的滤波器在 10×10 的输入上有 4×4 个位置，输出 4×4 的图。",
    en: "Left, a 7×7 filter covers a 7×7 input exactly and gives 1×1. Right, the same filter has 4×4 places on a 10×10 input and gives a 4×4 map.",
  },
  draw: (say) =>
    IMAGE_SIDES.map((side, index) => {
      const cell = 8.6;
      const [x, middle] = [8 + index * 126, 80];
      const y = middle - (side * cell) / 2;
      const output = outputSide(side, STAMP_SIDE, { stride: 1, padding: 0 });
      const right = x + side * cell + 30;
      return (
        <g key={side}>
          <Mesh {...{ x, y, cell, rows: side, columns: side }} tone="line" />
          <Box x={x} y={y} width={side * cell} height={side * cell} tone="ink-3" fill="none" radius={0} thick={1} />
          <Box
            {...{ x, y }}
            width={STAMP_SIDE * cell}
            height={STAMP_SIDE * cell}
            tone="accent"
            fill="none"
            radius={0}
            thick={2.5}
          />
          <Arrow from={[x + side * cell + 6, middle]} to={[right - 5, middle]} />
          <Mesh {...{ x: right, y: middle - (output * cell) / 2, cell, rows: output, columns: output }} tone="accent" />
          <Box
            x={right}
            y={middle - (output * cell) / 2}
            width={cell}
            height={cell}
            tone="accent"
            radius={0}
            thick={2}
          />
          <Label at={[x + (side * cell) / 2, 148]}>
            {side}×{side}
          </Label>
          <Label at={[right + (output * cell) / 2, 148]} strong>
            {output}×{output}
          </Label>
          {index === 0 ? null : (
            <Label at={[150, 172]} size={12} tone="ink-2">
              {say("没有全连接层，输入多大都行", "no fully connected layer: any size will do")}
            </Label>
          )}
        </g>
      );
    }),
};

/** EfficientNet's bases: https://arxiv.org/abs/1905.11946 */
const BASES = { depth: 1.2, width: 1.1, resolution: 1.15 } as const;
const PHI = 2;

/** By what factors depth, width, resolution and computation grow at that coefficient. */
export function compoundFactors(phi: number) {
  const depth = BASES.depth ** phi;
  const width = BASES.width ** phi;
  const resolution = BASES.resolution ** phi;
  return { depth, width, resolution, computation: depth * width ** 2 * resolution ** 2 };
}

export const compoundScaling: FigureSpec = {
  name: "compound-scaling",
  height: 186,
  caption: {
    zh: "φ = 2：三样一起按固定比例放大，计算量约为 3.7 倍",
    en: "φ = 2: all three grow together in fixed proportion, and computation about 3.7-fold",
  },
  alt: {
    zh: "四根柱表示 φ = 2 时的放大倍数：层数 1.44，通道数 1.21，分辨率 1.32，计算量约 3.7；虚线是原来的 1 倍。",
    en: "Four bars show the factors at φ = 2: layers 1.44, channels 1.21, resolution 1.32, computation about 3.7; a dashed line marks the original 1.",
  },
  draw: (say) => {
    const frame: Frame = { x: 14, y: 22, width: 272, height: 130, xRange: [0, 1], yRange: [0, 3.8] };
    const { depth, width, resolution, computation } = compoundFactors(PHI);
    const one = frame.y + frame.height * (1 - 1 / 3.8);
    return (
      <>
        <Bars
          frame={frame}
          bars={[
            { label: say("层数", "layers"), value: depth, shown: `×${depth.toFixed(2)}` },
            { label: say("通道数", "channels"), value: width, shown: `×${width.toFixed(2)}` },
            { label: say("分辨率", "resolution"), value: resolution, shown: `×${resolution.toFixed(2)}` },
            {
              label: say("计算量", "compute"),
              value: computation,
              shown: `×${computation.toFixed(1)}`,
              tone: "accent",
            },
          ]}
        />
        <Line from={[frame.x, one]} to={[frame.x + frame.width, one]} dashed tone="ink-2" thick={1} />
      </>
    );
  },
};
