import type { FigureSpec } from "../figure";
import { Pile } from "../kit/blocks";
import { Cells, Mesh } from "../kit/cell-grid";
import { sumOf } from "../kit/maths";
import { NumberGrid } from "../kit/number-grid";
import { counted } from "../kit/numbers";
import { Arrow, Box, Label } from "../kit/shapes";
import { convolve, type Grid } from "./convolve";
import { FILTERS, PICTURE, PICTURE_SIDE } from "./house";

/** The cells of a map that are at least that share of its largest value. */
function strongCells(map: Grid, share: number): (row: number, column: number) => boolean {
  const bound = share * Math.max(...map.flat());
  return (row, column) => (map[row]?.[column] ?? 0) >= bound;
}

/** A filter as a small picture: positive weights filled, negative ones gray, zeros empty. */
function FilterIcon({ x, y, filter }: { x: number; y: number; filter: Grid }) {
  const grid = { x, y, cell: 3.4, rows: filter.length, columns: filter.length };
  return (
    <>
      <Mesh {...grid} tone="line" />
      <Cells {...grid} tone="ink" on={(r, c) => (filter[r]?.[c] ?? 0) > 0} />
      <Cells {...grid} tone="ink-3" on={(r, c) => (filter[r]?.[c] ?? 0) < 0} />
      <Box {...{ x, y }} width={17} height={17} tone="ink-3" fill="none" radius={0} thick={1} />
    </>
  );
}

/** A feature map: where its filter answers at all, and where strongly. */
function ResponseMap({ x, y, filter }: { x: number; y: number; filter: Grid }) {
  const map = convolve(PICTURE, filter);
  const grid = { x, y, cell: 1.9, rows: map.length, columns: map.length };
  const side = map.length * grid.cell;
  return (
    <>
      <Box {...{ x, y }} width={side} height={side} tone="line" radius={0} thick={1} />
      <Cells {...grid} tone="accent" soft on={strongCells(map, 0.4)} />
      <Cells {...grid} tone="accent" on={strongCells(map, 0.75)} />
    </>
  );
}

export const featureMap: FigureSpec = {
  name: "feature-map",
  height: 186,
  caption: {
    zh: "6 个滤波器各找一种图案，得到 6 张特征图：红处就是找到的地方",
    en: "Six filters look for one pattern each and give six feature maps: red is where it was found",
  },
  alt: {
    zh: "左边是 32×32 的图像，画着一座房子。六个 5×5 的滤波器各给出一张 28×28 的特征图，依次在房子的左墙、右墙、底边、左屋檐、右屋檐处有强响应，最后一张在整座房子内部都强。",
    en: "On the left a 32×32 picture of a house. Six 5×5 filters each give a 28×28 feature map; in turn they respond to the left wall, the right wall, the lower edge, the left slope, the right slope, and to the whole inside.",
  },
  draw: (say) => (
    <>
      <Label at={[46, 34]} size={12} tone="ink-2">
        32×32
      </Label>
      <Box x={4} y={46} width={84} height={84} tone="line" radius={0} thick={1} />
      <Cells
        {...{ x: 4, y: 46, cell: 84 / PICTURE_SIDE, rows: PICTURE_SIDE, columns: PICTURE_SIDE }}
        tone="ink-2"
        on={(r, c) => PICTURE[r]?.[c] === 1}
      />
      <Arrow from={[92, 88]} to={[110, 88]} />
      {FILTERS.map((filter, index) => {
        const [x, y] = [116 + (index % 3) * 63, 4 + Math.floor(index / 3) * 80];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its place
          <g key={index}>
            <FilterIcon x={x + 18} y={y} filter={filter} />
            <ResponseMap x={x} y={y + 20} filter={filter} />
          </g>
        );
      })}
      <Label at={[4, 174]} anchor="start" size={12} tone="ink-2">
        {say("6 个 5×5 滤波器", "six 5×5 filters")}
      </Label>
      <Label at={[296, 174]} anchor="end" size={12} tone="ink-2">
        {say("6 张 28×28 特征图", "six 28×28 maps")}
      </Label>
    </>
  ),
};

const SLICES = [
  { zh: "红", en: "red", tone: "accent" },
  { zh: "绿", en: "green", tone: "good" },
  { zh: "蓝", en: "blue", tone: "ink-3" },
] as const;
const SLICE_SIDE = 3;

export const filterSlices: FigureSpec = {
  name: "filter",
  height: 150,
  caption: {
    zh: "一个滤波器贯穿全部通道：3×3 的滤波器处理彩色图像时有 27 个权重",
    en: "A filter reaches through all channels: on a color image a 3×3 filter has 27 weights",
  },
  alt: {
    zh: "一个 3×3 的滤波器由三片组成，红、绿、蓝通道各一片，每片 9 个权重，共 27 个。三片的结果相加，得到一张特征图。",
    en: "One 3×3 filter has three slices, one each for the red, green and blue channel, with 9 weights a slice and 27 in all. Their results are added into one feature map.",
  },
  draw: (say) => (
    <>
      {SLICES.map(({ zh, en, tone }, index) => {
        const x = 8 + index * 64;
        return (
          <g key={en}>
            <Label at={[x + 24, 12]} size={12} tone="ink-2">
              {say(zh, en)}
            </Label>
            <Mesh {...{ x, y: 24, cell: 16, rows: SLICE_SIDE, columns: SLICE_SIDE }} tone="ink-3" />
            <Box {...{ x, y: 24 }} width={48} height={48} tone={tone} fill="none" radius={0} thick={2} />
            <Label at={[x + 24, 84]} size={12}>
              3×3
            </Label>
            {index < SLICES.length - 1 ? <Label at={[x + 56, 48]}>+</Label> : null}
          </g>
        );
      })}
      <Arrow from={[192, 48]} to={[222, 48]} />
      <Mesh x={230} y={18} cell={10} rows={6} columns={6} tone="ink-3" />
      <Box x={250} y={38} width={10} height={10} tone="accent" radius={0} />
      <Label at={[260, 90]} size={12} tone="ink-2">
        {say("特征图", "feature map")}
      </Label>
      <Label at={[8, 112]} anchor="start" size={12} tone="ink-2">
        {say("一个滤波器", "one filter")}
      </Label>
      <Label at={[8, 134]} anchor="start">
        3×3×3 = <tspan className="font-semibold">{SLICE_SIDE * SLICE_SIDE * SLICES.length}</tspan>
        {say(" 个权重", " weights")}
      </Label>
    </>
  ),
};

const DEPTH = 6;

export const depth: FigureSpec = {
  name: "depth",
  height: 158,
  caption: {
    zh: "用几个滤波器，输出就叠几张特征图：这就是深度",
    en: "As many feature maps are stacked in the output as there are filters: that is the depth",
  },
  alt: {
    zh: "32×32 的图像经过 6 个 5×5 的滤波器，得到 6 张叠在一起的 28×28 的特征图，输出为 28×28×6，深度是 6。",
    en: "A 32×32 image goes through six 5×5 filters, which give six stacked feature maps of 28×28: the output is 28×28×6 and its depth is 6.",
  },
  draw: (say) => (
    <>
      <Box x={6} y={40} width={64} height={64} tone="ink-3" radius={1} />
      <Box x={18} y={52} width={10} height={10} tone="accent" radius={0} />
      <Label at={[38, 118]} size={12}>
        32×32
      </Label>
      <Label at={[38, 136]} size={12} tone="ink-2">
        {say("图像", "image")}
      </Label>
      <Arrow from={[76, 72]} to={[98, 72]} />
      {Array.from({ length: DEPTH }, (_, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its place
          key={index}
          x={106 + (index % 2) * 20}
          y={40 + Math.floor(index / 2) * 23}
          width={14}
          height={14}
          radius={0}
          tone="accent"
        />
      ))}
      <Label at={[123, 118]} size={12}>
        6 × (5×5)
      </Label>
      <Label at={[123, 136]} size={12} tone="ink-2">
        {say("滤波器", "filters")}
      </Label>
      <Arrow from={[152, 72]} to={[171, 72]} />
      <Pile x={178} y={14} width={58} height={58} count={DEPTH} shift={7} />
      <Label at={[207, 118]} size={12}>
        28×28×6
      </Label>
      <Label at={[207, 136]} size={12} tone="ink-2">
        {say("输出", "output")}
      </Label>
      <Label at={[298, 106]} anchor="end" size={12} tone="accent">
        {say("深度 6", "depth 6")}
      </Label>
    </>
  ),
};

const MIX = [
  { weight: 2, value: 1 },
  { weight: -1, value: 3 },
  { weight: 1, value: 4 },
] as const;

export const pointwiseConvolution: FigureSpec = {
  name: "pointwise-convolution",
  height: 158,
  caption: {
    zh: "只看一个像素，但贯穿全部通道：处处按同一配方混合通道",
    en: "One pixel, all its channels: the channels are mixed by one recipe everywhere",
  },
  alt: {
    zh: "三个通道在同一像素处的值是 1、3、4，权重是 2、−1、1，输出为 2×1 + (−1)×3 + 1×4 = 3；邻近像素不参与。下面写着 56×56×256 变为 56×56×64 要 16384 个权重。",
    en: "At one pixel three channels have the values 1, 3, 4; with the weights 2, −1, 1 the output is 2×1 + (−1)×3 + 1×4 = 3, and no neighbor takes part. Below: from 56×56×256 to 56×56×64 takes 16,384 weights.",
  },
  draw: (say) => {
    const sum = sumOf(MIX.map(({ weight, value }) => weight * value));
    return (
      <>
        {MIX.map(({ weight, value }, index) => {
          const x = 6 + index * 68;
          return (
            <g key={weight}>
              <Label at={[x + 28, 10]} size={12} tone="ink-2">
                {say(`通道 ${index + 1}`, `channel ${index + 1}`)}
              </Label>
              <Mesh {...{ x, y: 22, cell: 19, rows: 3, columns: 3 }} tone="ink-3" />
              <NumberGrid x={x + 19} y={41} cell={19} values={[[value]]} tone={() => "accent"} />
              <Label at={[x + 28, 94]} size={13}>
                {value}×{weight < 0 ? `(−${-weight})` : weight}
              </Label>
              {index < MIX.length - 1 ? <Label at={[x + 62, 94]}>+</Label> : null}
            </g>
          );
        })}
        <Arrow from={[206, 50]} to={[228, 50]} />
        <Label at={[214, 94]}>=</Label>
        <Label at={[264, 94]} strong tone="accent">
          {sum}
        </Label>
        <Label at={[264, 10]} size={12} tone="ink-2">
          {say("输出", "output")}
        </Label>
        <Mesh x={236} y={22} cell={19} rows={3} columns={3} tone="ink-3" />
        <NumberGrid x={255} y={41} cell={19} values={[[sum]]} tone={() => "accent"} />
        <Label at={[6, 124]} anchor="start" size={12} tone="ink-2">
          56×56×256 → 56×56×64
        </Label>
        <Label at={[6, 144]} anchor="start">
          256×64 = <tspan className="font-semibold">{counted(say, 256 * 64)}</tspan>
          {say(" 个权重", " weights")}
        </Label>
      </>
    );
  },
};
