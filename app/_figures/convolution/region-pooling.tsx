// Pooling over the whole map, and over regions of any size.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { meanOf } from "../kit/maths";
import { NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import type { Grid } from "./convolve";

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
            <NumberGrid x={x + 15} y={128} cell={30} values={[[trimmed(meanOf(map.flat()))]]} tone={() => "accent"} />
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
