// Convolutions that do with fewer weights, and those that see farther with the same number.

import type { FigureSpec } from "../figure";
import { Mesh } from "../kit/cell-grid";
import { counted } from "../kit/numbers";
import { Box, Dot, Label, Line } from "../kit/shapes";
import { dilatedSpan } from "./convolve";
import { convolutionWeights, separableWeights } from "./weights";

/** Of the concepts' examples: 3×3 filters from 64 to 128 channels. */
const LAYER = { side: 3, from: 64, to: 128 } as const;

/** Channels as dots in a column. */
function Channels({ x, ys, tone }: { x: number; ys: readonly number[]; tone?: "accent" | "ink" }) {
  return ys.map((y) => <Dot key={y} at={[x, y]} radius={5} tone={tone ?? "ink"} open={tone === undefined} />);
}

const INPUTS = [38, 62, 86] as const;
const OUTPUTS = [26, 50, 74, 98] as const;

export const depthwiseSeparable: FigureSpec = {
  name: "depthwise-separable-convolution",
  height: 190,
  caption: {
    zh: "先各通道各自卷积，再用 1×1 卷积混合：权重只剩约 11.9%",
    en: "First each channel on its own, then a 1×1 mix: about 11.9% of the weights",
  },
  alt: {
    zh: "左边是普通卷积：每个输入通道到每个输出通道都有一个 3×3 滤波器，64 到 128 个通道要 73728 个权重。右边分两步：每个通道一个 3×3 滤波器，576 个权重；再用 1×1 卷积混合，8192 个；共 8768 个。",
    en: "Left, ordinary convolution: a 3×3 filter from every input to every output channel, 73,728 weights from 64 to 128 channels. Right, two steps: one 3×3 filter per channel, 576 weights, then a 1×1 mix, 8,192; in all 8,768.",
  },
  draw: (say) => {
    const [own, mix] = separableWeights(LAYER);
    return (
      <>
        <Label at={[62, 10]} size={12} tone="ink-2">
          {say("普通卷积", "ordinary")}
        </Label>
        <Label at={[216, 10]} size={12} tone="ink-2">
          {say("深度可分离", "separable")}
        </Label>
        {INPUTS.flatMap((from) =>
          OUTPUTS.map((to) => <Line key={`${from}.${to}`} from={[26, from]} to={[98, to]} tone="ink" thick={2} />),
        )}
        <Channels x={26} ys={INPUTS} />
        <Channels x={98} ys={OUTPUTS} />
        {INPUTS.map((y) => (
          <Line key={y} from={[154, y]} to={[210, y]} tone="ink" thick={2} />
        ))}
        {INPUTS.flatMap((from) =>
          OUTPUTS.map((to) => (
            <Line key={`${from}.${to}`} from={[210, from]} to={[280, to]} tone="accent" thick={1} dashed />
          )),
        )}
        <Channels x={154} ys={INPUTS} />
        <Channels x={210} ys={INPUTS} />
        <Channels x={280} ys={OUTPUTS} />
        <Label at={[62, 120]} size={12}>
          3×3
        </Label>
        <Label at={[182, 120]} size={12}>
          3×3
        </Label>
        <Label at={[246, 120]} size={12} tone="accent">
          1×1
        </Label>
        <Label at={[62, 142]} size={12}>
          9×64×128
        </Label>
        <Label at={[182, 142]} size={12}>
          9×64
        </Label>
        <Label at={[214, 142]} size={12}>
          +
        </Label>
        <Label at={[248, 142]} size={12}>
          64×128
        </Label>
        <Label at={[62, 164]} strong>
          = {counted(say, convolutionWeights(LAYER))}
        </Label>
        <Label at={[214, 164]} strong>
          = {counted(say, own + mix)}
        </Label>
        <Label at={[150, 182]} size={12} tone="ink-2">
          {say("权重个数（图中只画几个通道）", "weights (only a few channels drawn)")}
        </Label>
      </>
    );
  },
};

const GROUPS = 4;
const GROUP_TOPS = [26, 58, 90, 122] as const;

export const groupedConvolution: FigureSpec = {
  name: "grouped-convolution",
  height: 196,
  caption: {
    zh: "分成 4 组，组与组互不相连，权重正好是四分之一",
    en: "In 4 groups that do not mix, the weights are exactly a quarter",
  },
  alt: {
    zh: "左边是普通卷积，输入通道与输出通道两两相连，64 到 128 个通道要 73728 个权重。右边分成 4 组，每组 16 个通道到 32 个通道，只在组内相连，共 18432 个权重。",
    en: "Left, ordinary convolution joins every input to every output channel: 73,728 weights from 64 to 128. Right, 4 groups of 16 to 32 channels each are joined only within the group: 18,432 weights.",
  },
  draw: (say) => {
    const inputs = GROUP_TOPS.map((top) => top + 8);
    const outputs = GROUP_TOPS.flatMap((top) => [top, top + 16]);
    return (
      <>
        <Label at={[66, 10]} size={12} tone="ink-2">
          {say("普通卷积", "ordinary")}
        </Label>
        <Label at={[226, 10]} size={12} tone="ink-2">
          {say("分 4 组", "4 groups")}
        </Label>
        {inputs.flatMap((from) =>
          outputs.map((to) => <Line key={`${from}.${to}`} from={[26, from]} to={[106, to]} tone="ink-3" thick={1} />),
        )}
        {GROUP_TOPS.map((top) => (
          <g key={top}>
            <Box x={166} y={top - 6} width={120} height={28} tone="accent" radius={6} thick={1} />
            <Line from={[182, top + 8]} to={[270, top]} tone="ink" />
            <Line from={[182, top + 8]} to={[270, top + 16]} tone="ink" />
          </g>
        ))}
        <Channels x={26} ys={inputs} />
        <Channels x={106} ys={outputs} />
        <Channels x={182} ys={inputs} />
        <Channels x={270} ys={outputs} />
        <Label at={[66, 164]} size={12}>
          9×64×128
        </Label>
        <Label at={[226, 164]} size={12}>
          4 × (9×16×32)
        </Label>
        <Label at={[66, 184]} strong>
          = {counted(say, convolutionWeights(LAYER))}
        </Label>
        <Label at={[226, 184]} strong>
          = {counted(say, convolutionWeights({ ...LAYER, groups: GROUPS }))}
        </Label>
      </>
    );
  },
};

const RATES = [1, 2, 4] as const;
const DILATED_GRID = 9;
const WEIGHTS_PER_SIDE = 3;

export const dilatedConvolution: FigureSpec = {
  name: "dilated-convolution",
  height: 158,
  caption: {
    zh: "权重始终是 9 个，间隔率越大，跨越的范围越宽",
    en: "Always 9 weights; the larger the rate, the wider the span",
  },
  alt: {
    zh: "三个 9×9 的网格上各有一个 3×3 滤波器的 9 个取样点：间隔率 1 时紧挨着，覆盖 3×3；间隔率 2 时隔一格取一个，覆盖 5×5；间隔率 4 时覆盖 9×9。",
    en: "Three 9×9 grids, each with the 9 sampling points of a 3×3 filter: side by side at rate 1, covering 3×3; every other cell at rate 2, covering 5×5; and covering 9×9 at rate 4.",
  },
  draw: (say) =>
    RATES.map((rate, index) => {
      const [x, y, cell] = [6 + index * 100, 26, 9.8];
      const span = dilatedSpan(WEIGHTS_PER_SIDE, rate);
      const start = (DILATED_GRID - span) / 2;
      const points = Array.from(
        { length: WEIGHTS_PER_SIDE ** 2 },
        (_, at) => [start + (at % WEIGHTS_PER_SIDE) * rate, start + Math.floor(at / WEIGHTS_PER_SIDE) * rate] as const,
      );
      const side = DILATED_GRID * cell;
      return (
        <g key={rate}>
          <Label at={[x + side / 2, 12]} size={12} tone="ink-2">
            {say(`间隔率 ${rate}`, `rate ${rate}`)}
          </Label>
          <Mesh {...{ x, y, cell, rows: DILATED_GRID, columns: DILATED_GRID }} />
          <Box
            x={x + start * cell}
            y={y + start * cell}
            width={span * cell}
            height={span * cell}
            tone="accent"
            fill="none"
            radius={0}
            dashed
          />
          {points.map(([column, row]) => (
            <Dot key={`${column}.${row}`} at={[x + (column + 0.5) * cell, y + (row + 0.5) * cell]} radius={3.6} />
          ))}
          <Label at={[x + side / 2, 134]}>
            {span}×{span}
          </Label>
        </g>
      );
    }),
};
