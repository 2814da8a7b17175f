// Networks that go down to small maps and up again; the higher a box, the larger the map.

import type { FigureSpec } from "../figure";
import { Arrow, Box, Label } from "../kit/shapes";

const U_LEVELS = [
  { y: 14, height: 44, left: 8, right: 268 },
  { y: 70, height: 32, left: 52, right: 226 },
  { y: 114, height: 22, left: 94, right: 186 },
] as const;

export const uNet: FigureSpec = {
  name: "u-net",
  height: 196,
  caption: {
    zh: "一侧下采样，一侧上采样；横向送来的特征与同级的拼接",
    en: "Down on one side, up on the other; the features handed across are concatenated at their level",
  },
  alt: {
    zh: "字母 U 的形状：左侧自上而下三级逐级下采样到谷底，右侧再逐级上采样。每一级都有一支虚线箭头由左横向到右，与右侧的特征拼接；例如 64×64×128 与 64×64×128 拼成 64×64×256。",
    en: "The shape of a U: on the left three levels are downsampled step by step to the bottom, on the right upsampled again. On each level a dashed arrow leads from left to right, where the features are concatenated: 64×64×128 with 64×64×128 make 64×64×256.",
  },
  draw: (say) => (
    <>
      {U_LEVELS.map(({ y, height, left, right }, index) => {
        const next = U_LEVELS[index + 1] ?? { y: 158, height: 16, left: 138, right: 138 };
        const [middle, nextMiddle] = [y + height / 2, next.y + next.height / 2];
        return (
          <g key={y}>
            <Box x={left} y={y} width={24} height={height} tone="ink-3" radius={1} />
            <Box x={right - 12} y={y} width={12} height={height} tone="ink-3" radius={1} dashed />
            <Box x={right} y={y} width={24} height={height} tone="accent" radius={1} />
            <Arrow from={[left + 28, middle]} to={[right - 16, middle]} dashed tone="accent" />
            <Arrow from={[left + 14, y + height + 2]} to={[next.left - 2, nextMiddle]} bend={8} />
            <Arrow
              from={[next.right + (index === 2 ? 28 : 26), nextMiddle]}
              to={[right + 12, y + height + 3]}
              bend={8}
            />
          </g>
        );
      })}
      <Box x={138} y={158} width={24} height={16} tone="ink-3" radius={1} />
      <Label at={[146, 25]} size={12} tone="accent">
        {say("横向送去，拼接", "copy and concatenate")}
      </Label>
      <Label at={[8, 150]} anchor="start" size={12} tone="ink-2">
        {say("↓ 下采样", "↓ down")}
      </Label>
      <Label at={[292, 150]} anchor="end" size={12} tone="ink-2">
        {say("↑ 上采样", "↑ up")}
      </Label>
      <Label at={[150, 187]} size={12}>
        128 + 128 = 256
        {say(" 个通道", " channels")}
      </Label>
    </>
  ),
};

/** Sides of the maps in the concept's example: halved four times, then doubled four times. */
const HOURGLASS = [256, 128, 64, 32, 16, 32, 64, 128, 256] as const;

export const encoderDecoder: FigureSpec = {
  name: "encoder-decoder",
  height: 176,
  caption: {
    zh: "前一半四次减半，压成紧凑的表示；后一半四次加倍，展开成输出",
    en: "The first half halves four times to a compact representation, the second doubles four times to the output",
  },
  alt: {
    zh: "像沙漏的一排图：编码器把 256×256×3 的照片依次变为边长 128、64、32、16，中间是 16×16×512 的表示；解码器再由 16 依次加倍回到 256，给每个像素一个类别。",
    en: "A row of maps like an hourglass: the encoder takes a 256×256×3 photo to sides of 128, 64, 32 and 16, the middle being 16×16×512; the decoder doubles from 16 back to 256, with a class for each pixel.",
  },
  draw: (say) => (
    <>
      {HOURGLASS.map((side, index) => {
        const height = 14 + Math.log2(side / 16) * 22;
        const isMiddle = index === 4;
        const x = 12 + index * 32;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a map is its place
          <g key={index}>
            <Box
              x={x}
              y={74 - height / 2}
              width={20}
              height={height}
              tone={isMiddle ? "accent" : index < 4 ? "ink-3" : "good"}
              radius={2}
            />
            <Label at={[x + 10, 74 + height / 2 + 11]} size={12} strong={isMiddle}>
              {side}
            </Label>
          </g>
        );
      })}
      <Label at={[70, 160]} tone="ink-2">
        {say("编码器", "encoder")}
      </Label>
      <Label at={[230, 160]} tone="good">
        {say("解码器", "decoder")}
      </Label>
      <Label at={[150, 46]} size={12} tone="accent">
        {say("表示", "code")}
      </Label>
      <Label at={[150, 120]} size={12} tone="ink-2">
        16×16×512
      </Label>
    </>
  ),
};

/** Levels of a pyramid for an 800×800 input, from shallow to deep. */
const PYRAMID_INPUT = 800;
const PYRAMID_STRIDES = [4, 8, 16, 32] as const;

export const featurePyramid: FigureSpec = {
  name: "feature-pyramid-network",
  height: 214,
  caption: {
    zh: "深层的语义逐级上采样传下来，与浅层同尺寸的特征相加，每一级都用来检测",
    en: "Deep meaning is upsampled and handed down level by level and added to shallower maps; every level detects",
  },
  alt: {
    zh: "左边是骨干网络自下而上的四级特征图，边长 200、100、50、25；右边自上而下，每一级把更深一级的特征放大 2 倍，与左边经 1×1 卷积送来的同尺寸特征相加，得到 P 的四级，都是 256 个通道，各自用于检测。",
    en: "Left, four levels of backbone maps from bottom to top with sides 200, 100, 50, 25. Right, from the top down, each level adds the next deeper one, enlarged twice, to the map of equal size that comes across through a 1×1 convolution; all four levels have 256 channels and are used to detect.",
  },
  draw: (say) => {
    const top = PYRAMID_STRIDES.length - 1;
    const yOf = (level: number) => 34 + (top - level) * 48;
    return (
      <>
        {PYRAMID_STRIDES.map((step, level) => {
          const [side, y] = [PYRAMID_INPUT / step, yOf(level)];
          const width = 26 + (top - level) * 20;
          return (
            <g key={step}>
              <Box
                x={52 - width / 2}
                y={y - 11}
                width={width}
                height={22}
                tone="ink-3"
                radius={2}
                label={side}
                labelSize={12}
              />
              <Box
                x={208 - width / 2}
                y={y - 11}
                width={width}
                height={22}
                tone="accent"
                radius={2}
                label={side}
                labelSize={12}
              />
              <Arrow from={[56 + width / 2, y]} to={[204 - width / 2, y]} />
              <Arrow from={[212 + width / 2, y]} to={[278, y]} />
              {level < top ? (
                <>
                  <Arrow from={[52, y - 13]} to={[52, yOf(level + 1) + 13]} />
                  <Arrow from={[208, yOf(level + 1) + 12]} to={[208, y - 12]} tone="accent" />
                  <Label at={[198, y - 19]} tone="accent">
                    +
                  </Label>
                  <Label at={[216, (y + yOf(level + 1)) / 2]} anchor="start" size={12} tone="accent">
                    ×2
                  </Label>
                </>
              ) : null}
            </g>
          );
        })}
        <Label at={[52, 10]} size={12} tone="ink-2">
          {say("骨干网络", "backbone")}
        </Label>
        <Label at={[208, 10]} size={12} tone="accent">
          {say("自上而下", "top-down")}
        </Label>
        <Label at={[128, 22]} size={12} tone="ink-2">
          1×1
        </Label>
        <Label at={[294, 22]} anchor="end" size={12} tone="ink-2">
          {say("检测", "detect")}
        </Label>
      </>
    );
  },
};
