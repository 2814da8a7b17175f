// What stride and padding do to the size of a feature map.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { NumberGrid } from "../kit/number-grid";
import { Arrow, Box, Dot, Label } from "../kit/shapes";
import { type Grid, outputSide, padded } from "./convolve";

const INPUT_SIDE = 7;
const FILTER_SIDE = 3;
const CELL = 18;
const STRIDES = [1, 2] as const;

export const stride: FigureSpec = {
  name: "stride",
  height: 216,
  caption: {
    zh: "每个点是滤波器停留一次的中心：步幅加倍，特征图的边长从 5 变成 3",
    en: "Each dot is the center of one stop of the filter: doubling the stride takes the map from 5×5 to 3×3",
  },
  alt: {
    zh: "两个 7×7 的输入，上面画着 3×3 的滤波器的前两个位置和全部停留点。步幅 1 时每次移 1 格，有 5×5 个停留点；步幅 2 时每次移 2 格，只有 3×3 个。",
    en: "Two 7×7 inputs with the first two places of a 3×3 filter and all of its stops. At stride 1 it moves one cell at a time and has 5×5 stops; at stride 2 it moves two cells and has only 3×3.",
  },
  draw: (say) =>
    STRIDES.map((step) => {
      const x = step === 1 ? 12 : 162;
      const stops = outputSide(INPUT_SIDE, FILTER_SIDE, { stride: step, padding: 0 });
      const window = { y: 44, width: FILTER_SIDE * CELL, height: FILTER_SIDE * CELL, radius: 0, fill: "none" } as const;
      const middle = x + (FILTER_SIDE * CELL) / 2;
      return (
        <g key={step}>
          <Label at={[x, 12]} anchor="start" strong>
            {say(`步幅 ${step}`, `stride ${step}`)}
          </Label>
          <Arrow from={[middle, 34]} to={[middle + step * CELL, 34]} tone="accent" />
          <Mesh {...{ x, y: 44, cell: CELL, rows: INPUT_SIDE, columns: INPUT_SIDE }} />
          <Box {...window} x={x} tone="accent" thick={2.5} />
          <Box {...window} x={x + step * CELL} tone="accent" thick={1.5} dashed />
          {Array.from({ length: stops * stops }, (_, index) => {
            const [row, column] = [Math.floor(index / stops), index % stops];
            const at = (place: number) => (place * step + FILTER_SIDE / 2) * CELL;
            return <Dot key={`${row}.${column}`} at={[x + at(column), 44 + at(row)]} radius={3} tone="ink" />;
          })}
          <Label at={[x + (INPUT_SIDE * CELL) / 2, 188]} size={12} tone="ink-2">
            {INPUT_SIDE}×{INPUT_SIDE} → {stops}×{stops}
          </Label>
          <Label at={[x + (INPUT_SIDE * CELL) / 2, 205]} size={12} tone="ink-2">
            {step === 1 ? `7 − 3 + 1 = ${stops}` : `(7 − 3) ÷ ${step} + 1 = ${stops}`}
          </Label>
        </g>
      );
    }),
};

const FRAMED: Grid = [
  [2, 0, 1, 3, 1],
  [1, 1, 2, 0, 2],
  [0, 3, 4, 1, 0],
  [3, 1, 0, 2, 1],
  [1, 0, 2, 1, 3],
];

export const zeroPadding: FigureSpec = {
  name: "zero-padding",
  height: 194,
  caption: {
    zh: "加一圈 0，滤波器就能对准边缘的像素，输出不缩小",
    en: "With a ring of zeros the filter can be centered on edge pixels, and the output keeps its size",
  },
  alt: {
    zh: "5×5 的输入外面镶了一圈 0，成为 7×7。3×3 的滤波器停在左上角，中心正对输入的第一个像素。输出边长为 5 − 3 + 2 + 1 = 5，仍是 5×5；不加填充则只有 3×3。",
    en: "A 5×5 input framed by a ring of zeros, 7×7 in all. A 3×3 filter stands in the corner, centered on the first pixel of the input. The output side is 5 − 3 + 2 + 1 = 5, so 5×5 again; without padding it would be 3×3.",
  },
  draw: (say) => {
    const frame = padded(FRAMED, 1);
    const isRing = (at: number) => at === 0 || at === frame.length - 1;
    const withRing = outputSide(FRAMED.length, FILTER_SIDE, { stride: 1, padding: 1 });
    const without = outputSide(FRAMED.length, FILTER_SIDE, { stride: 1, padding: 0 });
    return (
      <>
        <Label at={[8, 12]} anchor="start" tone="ink-2">
          {say("输入 5×5，加一圈 0", "5×5 input, ring of 0")}
        </Label>
        <NumberGrid
          {...{ x: 8, y: 26, cell: 20, values: frame, size: 12 }}
          tone={(r, c) => (isRing(r) || isRing(c) ? "ink-3" : "line")}
        />
        <Box x={28} y={46} width={100} height={100} tone="ink-2" fill="none" radius={0} />
        <Box x={8} y={26} width={60} height={60} tone="accent" fill="none" radius={0} thick={2.5} />
        <Arrow from={[156, 96]} to={[180, 96]} />
        <Label at={[241, 34]} size={12} tone="ink-2">
          {say("输出", "output")}
        </Label>
        <Mesh x={191} y={46} cell={20} rows={withRing} columns={withRing} tone="ink-3" />
        <Box x={191} y={46} width={20} height={20} tone="accent" radius={0} thick={2} />
        <Label at={[241, 160]}>
          {withRing}×{withRing}
        </Label>
        <Label at={[8, 182]} anchor="start" size={12}>
          5 − 3 + 2 + 1 = {withRing}
        </Label>
        <Label at={[292, 182]} anchor="end" size={12} tone="ink-2">
          {say(`不填充：${without}×${without}`, `no padding: ${without}×${without}`)}
        </Label>
      </>
    );
  },
};
