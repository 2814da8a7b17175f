// Weights for channels and for positions.

import type { FigureSpec } from "../figure";
import { Pile } from "../kit/blocks";
import { MarkedGrid, NumberGrid } from "../kit/number-grid";
import { trimmed } from "../kit/numbers";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import type { Tone } from "../kit/tones";
import type { Grid } from "./convolve";

const SQUEEZED = { channels: 64, narrow: 4 } as const;

/** A layer as a bar whose height says how many values it has. */
function LayerBar({
  x,
  height,
  label,
  tone = "ink-3",
}: {
  x: number;
  height: number;
  label: string | number;
  tone?: Tone;
}) {
  return (
    <>
      <Box x={x} y={86 - height / 2} width={16} height={height} tone={tone} radius={2} />
      <Label at={[x + 8, 86 + height / 2 + 12]} size={12}>
        {label}
      </Label>
    </>
  );
}

export const squeezeAndExcitation: FigureSpec = {
  name: "squeeze-and-excitation",
  height: 176,
  caption: {
    zh: "每个通道挤压成一个平均值，两层算出它的权重 s，再乘回原通道",
    en: "Each channel is squeezed to its mean, two layers turn the means into weights s, and s scales the channels",
  },
  alt: {
    zh: "一摞 64 个通道先全局平均成 64 个数 z，经全连接层变为 4 个，再经一层变回 64 个 0 到 1 之间的权重 s，每个乘回自己的通道；两层共 64×4 + 4×64 = 512 个权重。",
    en: "A stack of 64 channels is averaged to 64 numbers z; one layer makes 4 of them, another 64 weights s between 0 and 1, each of which multiplies its channel. The two layers have 64×4 + 4×64 = 512 weights.",
  },
  draw: (say) => {
    const { channels, narrow } = SQUEEZED;
    const tones: readonly Tone[] = ["accent", "ink-3", "good", "ink-3"];
    return (
      <>
        <Pile x={4} y={60} width={38} height={38} count={4} shift={5} tone={() => "ink-3"} />
        <Label at={[4, 132]} anchor="start" size={12} tone="ink-2">
          {say("64 通道", "64 channels")}
        </Label>
        <Arrow from={[63, 86]} to={[98, 86]} />
        <Label at={[82, 73]} size={12} tone="ink-2">
          {say("平均", "mean")}
        </Label>
        <LayerBar x={104} height={72} label={channels} />
        <Arrow from={[122, 86]} to={[140, 86]} />
        <LayerBar x={144} height={20} label={narrow} />
        <Arrow from={[162, 86]} to={[180, 86]} />
        <LayerBar x={184} height={72} label={channels} tone="accent" />
        <Label at={[112, 38]} italic>
          z
        </Label>
        <Label at={[192, 38]} italic tone="accent">
          s
        </Label>
        <Arrow from={[202, 86]} to={[232, 86]} />
        <Label at={[216, 73]} size={15}>
          ×
        </Label>
        <Pile x={238} y={56} width={38} height={44} count={4} shift={6} tone={(index) => tones[index] ?? "ink-3"} />
        <Label at={[294, 132]} anchor="end" size={12} tone="ink-2">
          {say("加权之后", "weighted")}
        </Label>
        <path
          d="M36,50C40,12 216,4 258,44"
          strokeWidth={1.5}
          strokeDasharray="4 3"
          className="fill-none stroke-ink-3"
        />
        <Label at={[150, 162]}>
          64×4 + 4×64 = <tspan className="font-semibold">{2 * channels * narrow}</tspan>
          {say(" 个权重", " weights")}
        </Label>
      </>
    );
  },
};

const FEATURES: readonly Grid[] = [
  [
    [5, 1],
    [2, 5],
  ],
  [
    [5, 4],
    [0, 5],
  ],
];
const CHANNEL_WEIGHTS = [0.9, 0.1] as const;
const SPATIAL_WEIGHTS: Grid = [
  [0.9, 0.1],
  [0.1, 0.1],
];

const scaled = (map: Grid, weightAt: (row: number, column: number) => number) =>
  map.map((row, r) => row.map((value, c) => trimmed(value * weightAt(r, c))));

export const channelAttention: FigureSpec = {
  name: "channel-attention",
  height: 166,
  caption: {
    zh: "一个通道一个权重，所有位置相同：选的是“看什么”",
    en: "One weight per channel, the same at all positions: it chooses what to look at",
  },
  alt: {
    zh: "两个 2×2 的通道。第一个整体乘 0.9，5 变成 4.5；第二个整体乘 0.1，5 变成 0.5。",
    en: "Two 2×2 channels. The first is multiplied by 0.9 as a whole, so 5 becomes 4.5; the second by 0.1, so 5 becomes 0.5.",
  },
  draw: (say) =>
    FEATURES.map((map, index) => {
      const [y, weight] = [6 + index * 82, CHANNEL_WEIGHTS[index] ?? 1];
      const tone = weight > 0.5 ? "accent" : "line";
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its place
        <g key={index}>
          <Label at={[6, y + 36]} anchor="start" size={12} tone="ink-2">
            {say(`通道 ${index + 1}`, `channel ${index + 1}`)}
          </Label>
          <NumberGrid x={68} y={y} cell={36} values={map} />
          <Label at={[174, y + 36]} strong={weight > 0.5}>
            × {weight} =
          </Label>
          <MarkedGrid x={212} y={y} cell={36} values={scaled(map, () => weight)} tone={() => tone} />
        </g>
      );
    }),
};

export const spatialAttention: FigureSpec = {
  name: "spatial-attention",
  height: 184,
  caption: {
    zh: "一个位置一个权重，所有通道相同：选的是“看哪里”",
    en: "One weight per position, the same for all channels: it chooses where to look",
  },
  alt: {
    zh: "两个 2×2 的通道乘以同一张 2×2 的权重图：左上角为 0.9，其余为 0.1。左上角的 5 都变成 4.5，右下角的 5 都变成 0.5。",
    en: "Two 2×2 channels are multiplied by one 2×2 map of weights, 0.9 at the top left and 0.1 elsewhere. The 5 at the top left becomes 4.5 in both, the 5 at the bottom right 0.5.",
  },
  draw: (say) => {
    const weightAt = (r: number, c: number) => SPATIAL_WEIGHTS[r]?.[c] ?? 1;
    const toneAt = (r: number, c: number) => (weightAt(r, c) > 0.5 ? "accent" : "line");
    return (
      <>
        {FEATURES.map((map, index) => {
          const y = 24 + index * 82;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its place
            <g key={index}>
              <NumberGrid x={8} y={y} cell={36} values={map} />
              <MarkedGrid x={216} y={y} cell={36} values={scaled(map, weightAt)} tone={toneAt} />
            </g>
          );
        })}
        <MarkedGrid
          {...{ x: 112, y: 64, cell: 36, tone: toneAt }}
          values={SPATIAL_WEIGHTS.map((row) => row.map((weight) => trimmed(weight)))}
        />
        <Label at={[44, 10]} size={12} tone="ink-2">
          {say("两个通道", "two channels")}
        </Label>
        <Label at={[148, 46]} size={12} tone="ink-2">
          {say("权重图", "weights")}
        </Label>
        <Label at={[252, 10]} size={12} tone="ink-2">
          {say("加权之后", "weighted")}
        </Label>
        <Label at={[96, 100]} size={16}>
          ×
        </Label>
        <Label at={[200, 100]} size={16}>
          =
        </Label>
        <Line from={[84, 60]} to={[106, 84]} tone="line" />
        <Line from={[84, 142]} to={[106, 118]} tone="line" />
        <Line from={[188, 84]} to={[210, 60]} tone="line" />
        <Line from={[188, 118]} to={[210, 142]} tone="line" />
      </>
    );
  },
};
