// Blocks that put the results of their layers next to one another.

import type { FigureSpec } from "../figure";
import { sumOf } from "../kit/maths";
import { Arrow, Box, Label, type Point } from "../kit/shapes";

const PATHS = [
  { zh: "1×1 卷积", en: "1×1 conv", channels: 64 },
  { zh: "3×3 卷积", en: "3×3 conv", channels: 128 },
  { zh: "5×5 卷积", en: "5×5 conv", channels: 32 },
  { zh: "3×3 池化", en: "3×3 pooling", channels: 32 },
] as const;

export const inceptionBlock: FigureSpec = {
  name: "inception-block",
  height: 196,
  caption: {
    zh: "几种尺寸并排处理同一输入，再沿通道拼接：64 + 128 + 32 + 32 = 256",
    en: "Several sizes side by side on one input, then concatenated: 64 + 128 + 32 + 32 = 256 channels",
  },
  alt: {
    zh: "同一输入分四路：1×1 卷积输出 64 个通道，3×3 卷积 128 个，5×5 卷积 32 个，3×3 最大池化 32 个；沿通道拼接后共 256 个。右边的条按通道数画成相应的高度。",
    en: "One input takes four paths: 1×1 convolution gives 64 channels, 3×3 convolution 128, 5×5 convolution 32, 3×3 max pooling 32; concatenated they are 256. The bar on the right shows the channels to scale.",
  },
  draw: (say) => {
    const total = sumOf(PATHS.map(({ channels }) => channels));
    const [top, unit] = [28, 0.56];
    let below = top;
    const slices = PATHS.map((path) => {
      const slice = { ...path, y: below, height: path.channels * unit };
      below += slice.height;
      return slice;
    });
    return (
      <>
        <Box x={4} y={74} width={44} height={52} label={say("输入", "input")} labelSize={12} />
        {slices.map(({ zh, en, channels, y, height }, index) => {
          const middle = 22 + index * 52;
          const join: Point = [236, y + height / 2];
          return (
            <g key={en}>
              <Arrow from={[48, 100]} to={[76, middle]} />
              <Box x={76} y={middle - 16} width={88} height={32} label={say(zh, en)} labelSize={12} />
              <Arrow from={[164, middle]} to={join} />
              <Box x={238} y={y} width={24} height={height} tone="accent" radius={0} />
              <Label at={[280, join[1]]} size={12}>
                {channels}
              </Label>
            </g>
          );
        })}
        <Label at={[250, 14]} strong>
          {total}
        </Label>
        <Label at={[256, 186]} size={12} tone="ink-2">
          {say("拼接", "concatenated")}
        </Label>
      </>
    );
  },
};

/** Of the concept's example: channels that come in, layers, channels that each layer adds. */
const DENSE = { input: 64, layers: 6, growth: 32 } as const;

export const denseBlock: FigureSpec = {
  name: "dense-block",
  height: 178,
  caption: {
    zh: "每一层都直接收到此前所有层的特征图：6 层共 21 条连接",
    en: "Every layer directly receives the maps of all before it: 21 connections for 6 layers",
  },
  alt: {
    zh: "输入 64 个通道，后面排着 6 层，每层新增 32 个通道。输入和每一层都与此后的每一层相连，共 6×7÷2 = 21 条；模块输出 64 + 6×32 = 256 个通道。",
    en: "An input of 64 channels is followed by 6 layers that add 32 each. The input and every layer are joined to every later layer, 6×7/2 = 21 connections; the block outputs 64 + 6×32 = 256 channels.",
  },
  draw: (say) => {
    const nodes = Array.from({ length: DENSE.layers + 1 }, (_, index) => index);
    const xOf = (index: number) => 26 + index * 41;
    const pairs = nodes.flatMap((to) => nodes.slice(0, to).map((from) => [from, to] as const));
    return (
      <>
        {pairs.map(([from, to]) => {
          const span = to - from;
          const isFromInput = from === 0;
          return (
            <path
              key={`${from}.${to}`}
              d={`M${xOf(from)},106Q${(xOf(from) + xOf(to)) / 2},${106 - span * 30 + (span === 1 ? 18 : 0)} ${xOf(to)},106`}
              strokeWidth={1.25}
              className={`fill-none ${isFromInput ? "stroke-accent" : "stroke-ink-3"}`}
            />
          );
        })}
        {nodes.map((index) => (
          <g key={index}>
            <Box
              x={xOf(index) - 14}
              y={106}
              width={28}
              height={28}
              tone={index === 0 ? "accent" : "ink-3"}
              label={index === 0 ? DENSE.input : `+${DENSE.growth}`}
              labelSize={12}
            />
          </g>
        ))}
        <Label at={[26, 147]} size={12} tone="ink-2">
          {say("输入", "input")}
        </Label>
        <Label at={[170, 147]} size={12} tone="ink-2">
          {say("6 层，每层新增 32 个通道", "6 layers add 32 channels each")}
        </Label>
        <Label at={[150, 167]}>
          64 + 6×32 = <tspan className="font-semibold">{DENSE.input + DENSE.layers * DENSE.growth}</tspan>
        </Label>
      </>
    );
  },
};
