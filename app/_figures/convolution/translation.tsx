import type { FigureSpec } from "../figure";
import { Cells, Mesh } from "../kit/cell-grid";
import { MarkedGrid } from "../kit/number-grid";
import { Arrow, Box, Label } from "../kit/shapes";
import { convolve, convolveRow, type Grid } from "./convolve";

const ROW = [0, 0, 5, 0, 0, 0, 0] as const;
const SHIFTED_ROW = [0, ...ROW.slice(0, -1)];
const ROW_FILTER = [1, 2, 1] as const;

export const translationEquivariance: FigureSpec = {
  name: "translation-equivariance",
  height: 212,
  caption: {
    zh: "输入右移一格，输出也右移一格，此外什么都没变",
    en: "Shift the input right by one and the output shifts by one too; nothing else changes",
  },
  alt: {
    zh: "滤波器 1、2、1 扫过 0、0、5、0、0、0、0，得 5、10、5、0、0。输入右移一格成 0、0、0、5、0、0、0，输出也右移一格成 0、5、10、5、0。",
    en: "The filter 1, 2, 1 turns 0, 0, 5, 0, 0, 0, 0 into 5, 10, 5, 0, 0. The input shifted right by one, 0, 0, 0, 5, 0, 0, 0, gives the output shifted by one, 0, 5, 10, 5, 0.",
  },
  draw: (say) => (
    <>
      {[ROW, SHIFTED_ROW].map((row, index) => {
        const y = 6 + index * 116;
        const output = convolveRow(row, ROW_FILTER);
        return (
          <g key={row.join("")}>
            <Label at={[6, y + 13]} anchor="start" tone="ink-2">
              {say("输入", "input")}
            </Label>
            <MarkedGrid x={72} y={y} cell={26} values={[row]} tone={(_, c) => (row[c] ? "accent" : "line")} />
            <Arrow from={[163, y + 30]} to={[163, y + 50]} />
            <Label at={[172, y + 39]} anchor="start" size={12} tone="ink-2">
              {say("滤波器 1 2 1", "filter 1 2 1")}
            </Label>
            <Label at={[6, y + 67]} anchor="start" tone="ink-2">
              {say("输出", "output")}
            </Label>
            <MarkedGrid
              x={98}
              y={y + 54}
              cell={26}
              values={[output]}
              tone={(_, c) => (output[c] ? "accent" : "line")}
            />
          </g>
        );
      })}
      <Arrow from={[137, 103]} to={[163, 103]} tone="accent" />
      <Label at={[172, 103]} anchor="start" size={12} tone="accent">
        {say("右移一格", "shift by one")}
      </Label>
    </>
  ),
};

const CROSS: Grid = [
  [0, 1, 0],
  [1, 1, 1],
  [0, 1, 0],
];
const IMAGE_SIDE = 6;

/** An image with the cross at that row and column. */
export function imageWithCross(top: number, left: number): Grid {
  return Array.from({ length: IMAGE_SIDE }, (_, row) =>
    Array.from({ length: IMAGE_SIDE }, (_, column) => CROSS[row - top]?.[column - left] ?? 0),
  );
}

const PLACES = [
  { top: 0, left: 0 },
  { top: 3, left: 2 },
] as const;

export const translationInvariance: FigureSpec = {
  name: "translation-invariance",
  height: 206,
  caption: {
    zh: "十字挪了地方，特征图跟着变；但全图的最大值都是 5，答案不变",
    en: "The cross has moved and the feature map with it, but the largest value is 5 both times: the same answer",
  },
  alt: {
    zh: "两幅 6×6 的图像，十字一个在左上，一个靠右下。用十字形的滤波器扫过，特征图中最大的 5 分别出现在不同位置；对全图取最大值，两次都得 5。",
    en: "Two 6×6 images with a cross, one at the top left, one lower right. A cross-shaped filter gives feature maps whose largest value, 5, stands in different places; the maximum over the map is 5 both times.",
  },
  draw: (say) =>
    PLACES.map(({ top, left }, index) => {
      const [y, image] = [22 + index * 94, imageWithCross(top, left)];
      const map = convolve(image, CROSS);
      const largest = Math.max(...map.flat());
      const grid = { x: 8, y, cell: 14, rows: IMAGE_SIDE, columns: IMAGE_SIDE };
      return (
        <g key={top}>
          <Mesh {...grid} />
          <Cells {...grid} tone="ink-2" on={(r, c) => image[r]?.[c] === 1} />
          <Arrow from={[98, y + 42]} to={[118, y + 42]} />
          <MarkedGrid
            {...{ x: 124, y, cell: 21, values: map, size: 12 }}
            tone={(r, c) => (map[r]?.[c] === largest ? "accent" : "line")}
          />
          <Arrow from={[214, y + 42]} to={[248, y + 42]} />
          <Box x={256} y={y + 26} width={32} height={32} tone="accent" label={largest} labelSize={16} />
          {index === 0 ? (
            <>
              <Label at={[50, 10]} size={12} tone="ink-2">
                {say("图像", "image")}
              </Label>
              <Label at={[166, 10]} size={12} tone="ink-2">
                {say("特征图", "feature map")}
              </Label>
              <Label at={[266, 10]} size={12} tone="ink-2">
                {say("最大值", "maximum")}
              </Label>
            </>
          ) : null}
        </g>
      );
    }),
};
