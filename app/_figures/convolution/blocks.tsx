// Blocks of deep networks: how their layers are wired.

import type { FigureSpec } from "../figure";
import { Operator } from "../kit/blocks";
import { Bracket } from "../kit/marks";
import { sumOf } from "../kit/maths";
import { counted } from "../kit/numbers";
import { Arrow, Box, Elbow, Label, type Point, Polyline } from "../kit/shapes";
import { bottleneckWeights, convolutionWeights } from "./weights";

const MIDDLE = 74;

export const residualBlock: FigureSpec = {
  name: "residual-block",
  height: 124,
  caption: {
    zh: "输入 x 绕过两层，再与它们的输出 F(x) 相加：层只需学习差",
    en: "The input x skips two layers and is added to their output F(x): the layers learn only the difference",
  },
  alt: {
    zh: "输入 x 分成两路：一路依次经过卷积、ReLU、卷积，得到 F(x)；另一路是跳跃连接，原样绕过。两路相加，得到 y = F(x) + x。",
    en: "The input x takes two ways: one through convolution, ReLU and convolution gives F(x); the other is a skip connection that carries x past them unchanged. Their sum is y = F(x) + x.",
  },
  draw: (say) => (
    <>
      <Label at={[10, MIDDLE]} italic size={15}>
        x
      </Label>
      <Arrow from={[20, MIDDLE]} to={[52, MIDDLE]} />
      <Elbow
        points={[
          [34, MIDDLE],
          [34, 30],
          [246, 30],
          [246, MIDDLE - 11],
        ]}
        tone="accent"
      />
      <Label at={[140, 18]} tone="accent">
        {say("跳跃连接：x 原样通过", "skip connection: x")}
      </Label>
      <Box x={52} y={58} width={48} height={32} label={say("卷积", "conv")} />
      <Arrow from={[100, MIDDLE]} to={[118, MIDDLE]} />
      <Box x={118} y={58} width={48} height={32} label="ReLU" />
      <Arrow from={[166, MIDDLE]} to={[184, MIDDLE]} />
      <Box x={184} y={58} width={48} height={32} label={say("卷积", "conv")} />
      <Arrow from={[232, MIDDLE]} to={[245, MIDDLE]} />
      <Operator at={[256, MIDDLE]} sign="+" />
      <Arrow from={[266, MIDDLE]} to={[284, MIDDLE]} />
      <Label at={[293, MIDDLE]} italic size={15}>
        y
      </Label>
      <Bracket from={52} to={232} y={98} depth={4} label="F(x)" />
    </>
  ),
};

export const highwayLayer: FigureSpec = {
  name: "highway-layer",
  height: 170,
  caption: {
    zh: "门 T 决定走哪条路：T 接近 0 直接通过，接近 1 就像普通的层",
    en: "The gate T divides the way: near 0 the input passes, near 1 it is an ordinary layer",
  },
  alt: {
    zh: "输入 x 分成两路：上面一路乘 1 − T(x) 后直接通过；下面一路经过 H(x)，再乘 T(x)。两路相加得 y。",
    en: "The input x takes two ways: the upper one is multiplied by 1 − T(x) and passes straight on, the lower one goes through H(x) and is multiplied by T(x). Their sum is y.",
  },
  draw: (say) => (
    <>
      <Label at={[10, 84]} italic size={15}>
        x
      </Label>
      <Polyline
        points={[
          [20, 84],
          [36, 84],
        ]}
        tone="ink-2"
        thick={1.5}
      />
      <Elbow
        points={[
          [36, 84],
          [36, 44],
          [174, 44],
        ]}
        tone="accent"
      />
      <Elbow
        points={[
          [36, 84],
          [36, 124],
          [70, 124],
        ]}
      />
      <Box x={70} y={108} width={56} height={32} label="H(x)" />
      <Arrow from={[126, 124]} to={[174, 124]} />
      <Operator at={[185, 44]} sign="×" />
      <Operator at={[185, 124]} sign="×" />
      <Label at={[185, 16]} tone="accent">
        1 − T(x)
      </Label>
      <Label at={[185, 152]}>T(x)</Label>
      <Label at={[100, 30]} size={12} tone="accent">
        {say("直接通过", "passes")}
      </Label>
      <Label at={[98, 154]} size={12} tone="ink-2">
        {say("经过变换", "transformed")}
      </Label>
      <Elbow
        points={[
          [195, 44],
          [244, 44],
          [244, 73],
        ]}
        tone="accent"
      />
      <Elbow
        points={[
          [195, 124],
          [244, 124],
          [244, 95],
        ]}
      />
      <Operator at={[244, 84]} sign="+" />
      <Arrow from={[254, 84]} to={[280, 84]} />
      <Label at={[290, 84]} italic size={15}>
        y
      </Label>
    </>
  ),
};

const [WIDE, NARROW] = [256, 64];

export const bottleneckBlock: FigureSpec = {
  name: "bottleneck-block",
  height: 198,
  caption: {
    zh: "先变窄，在窄处做 3×3 卷积，再变宽：权重约为两层 256 通道 3×3 卷积的十七分之一",
    en: "Narrow, convolve 3×3 where it is narrow, widen again: a seventeenth of the weights of two 3×3 layers on 256 channels",
  },
  alt: {
    zh: "自上而下：256 个通道经 1×1 卷积（16384 个权重）变为 64 个，经 3×3 卷积（36864 个权重）仍为 64 个，再经 1×1 卷积（16384 个权重）恢复为 256 个，并与跳跃连接送来的输入相加；共 69632 个权重。",
    en: "From the top: 256 channels become 64 by a 1×1 convolution (16,384 weights), stay 64 in a 3×3 convolution (36,864 weights) and become 256 again by a 1×1 convolution (16,384 weights); a skip connection adds the input. In all 69,632 weights.",
  },
  draw: (say) => {
    const weights = bottleneckWeights(WIDE, NARROW);
    const total = sumOf(weights);
    const widths = [WIDE, NARROW, NARROW, WIDE];
    const [middle, unit] = [112, 0.5];
    return (
      <>
        {widths.map((channels, index) => {
          const [width, y] = [channels * unit, 6 + index * 43];
          const layer = weights[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            <g key={index}>
              <Box
                x={middle - width / 2}
                y={y}
                width={width}
                height={20}
                tone={channels === NARROW ? "accent" : "ink-3"}
                label={channels}
              />
              {layer === undefined ? null : (
                <>
                  <Arrow from={[middle, y + 22]} to={[middle, y + 41]} />
                  <Label at={[middle + 10, y + 31]} anchor="start" size={12} tone="ink-2">
                    {index === 1 ? "3×3" : "1×1"}
                  </Label>
                  <Label at={[292, y + 31]} anchor="end" size={12}>
                    {counted(say, layer)}
                  </Label>
                </>
              )}
            </g>
          );
        })}
        <Elbow
          points={[
            [48, 16],
            [20, 16],
            [20, 180],
            [101, 180],
          ]}
          tone="accent"
        />
        <Arrow from={[middle, 157]} to={[middle, 169]} />
        <Operator at={[middle, 180]} sign="+" />
        <Label at={[292, 12]} anchor="end" size={12} tone="ink-2">
          {say("权重", "weights")}
        </Label>
        <Label at={[292, 145]} anchor="end" strong>
          {counted(say, total)}
        </Label>
        <Label at={[292, 180]} anchor="end" size={12} tone="ink-2">
          {say("两层 3×3：", "two 3×3: ")}
          {counted(say, 2 * convolutionWeights({ side: 3, from: WIDE, to: WIDE }))}
        </Label>
      </>
    );
  },
};

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
