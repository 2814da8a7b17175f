// Blocks of deep networks: how their layers are wired.

import type { FigureSpec } from "../figure";
import { Operator } from "../kit/blocks";
import { Bracket } from "../kit/marks";
import { sumOf } from "../kit/maths";
import { counted } from "../kit/numbers";
import { Arrow, Box, Elbow, Label, Polyline } from "../kit/shapes";
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
