// Whole networks, their feature maps drawn as boxes: the higher the box, the larger the map.

import type { FigureSpec } from "../figure";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";
import { outputSide } from "./convolve";
import { Pile } from "./parts";

const POSITIONS = [0, 1, 2, 3, 4] as const;
const SHARED = [
  { name: "a", tone: "accent", dashed: false, thick: 2 },
  { name: "b", tone: "ink", dashed: true, thick: 1.5 },
  { name: "c", tone: "good", dashed: false, thick: 1.25 },
] as const;

export const parameterSharing: FigureSpec = {
  name: "parameter-sharing",
  height: 190,
  caption: {
    zh: "全连接：每条线一个权重，共 15 个；卷积：三个权重 a、b、c 处处共用",
    en: "Fully connected: one weight per line, 15 in all; convolution: three weights a, b, c are used everywhere",
  },
  alt: {
    zh: "5 个输入、3 个输出。左边是全连接，15 条线各有一个权重；右边是卷积，每个输出只连三个相邻的输入，三条线的权重 a、b、c 在每处都相同，总共只有 3 个权重。",
    en: "Five inputs and three outputs. Left, fully connected: 15 lines with a weight each. Right, convolution: each output is joined to three neighboring inputs only, by the same three weights a, b, c everywhere, 3 weights in all.",
  },
  draw: (say) => {
    const outputs = Array.from(
      { length: outputSide(POSITIONS.length, SHARED.length, { stride: 1, padding: 0 }) },
      (_, at) => at,
    );
    const xOf = (start: number, place: number) => start + place * 27;
    return (
      <>
        <Label at={[68, 12]} tone="ink-2">
          {say("全连接", "fully connected")}
        </Label>
        <Label at={[230, 12]} tone="ink-2">
          {say("卷积", "convolution")}
        </Label>
        {outputs.flatMap((to) =>
          POSITIONS.map((from) => (
            <Line key={`${from}.${to}`} from={[xOf(14, from), 130]} to={[xOf(14, to + 1), 46]} thick={1} />
          )),
        )}
        {outputs.flatMap((to) =>
          SHARED.map(({ name, tone, dashed, thick }, offset) => (
            <Line
              key={`${name}.${to}`}
              from={[xOf(176, to + offset), 130]}
              to={[xOf(176, to + 1), 46]}
              {...{ tone, dashed, thick }}
            />
          )),
        )}
        {[14, 176].map((start) => (
          <g key={start}>
            {POSITIONS.map((place) => (
              <Dot key={place} at={[xOf(start, place), 130]} radius={7} tone="ink" open />
            ))}
            {outputs.map((place) => (
              <Dot key={place} at={[xOf(start, place + 1), 46]} radius={7} tone="ink" open />
            ))}
          </g>
        ))}
        <Label at={[68, 178]} strong>
          {say(
            `5×3 = ${POSITIONS.length * outputs.length} 个权重`,
            `5×3 = ${POSITIONS.length * outputs.length} weights`,
          )}
        </Label>
        <Label at={[230, 178]} strong>
          {say(`${SHARED.length} 个权重`, `${SHARED.length} weights`)}
        </Label>
        {SHARED.map(({ name, tone, dashed, thick }, index) => (
          <g key={name}>
            <Line from={[178 + index * 40, 155]} to={[196 + index * 40, 155]} {...{ tone, dashed, thick }} />
            <Label at={[204 + index * 40, 155]} tone={tone} italic>
              {name}
            </Label>
          </g>
        ))}
      </>
    );
  },
};

/** LeNet-5's maps: https://doi.org/10.1109/5.726791 (LeCun et al. 1998). */
const CNN_STAGES = [
  { side: 32, count: 1 },
  { side: 28, count: 6 },
  { side: 14, count: 6 },
  { side: 10, count: 16 },
  { side: 5, count: 16 },
] as const;

export const cnn: FigureSpec = {
  name: "cnn",
  height: 164,
  caption: {
    zh: "图越来越小，种类越来越多，最后由全连接层给出类别",
    en: "The maps get smaller and more numerous; in the end fully connected layers give the class",
  },
  alt: {
    zh: "32×32 的输入经卷积成 6 张 28×28 的特征图，池化成 6 张 14×14，再卷积成 16 张 10×10，再池化成 16 张 5×5，最后经全连接层得到 10 个类别的得分。",
    en: "A 32×32 input becomes 6 maps of 28×28 by convolution, 6 of 14×14 by pooling, 16 of 10×10 by convolution, 16 of 5×5 by pooling; fully connected layers then give scores for 10 classes.",
  },
  draw: (say) => {
    const names = [say("卷积", "conv"), say("池化", "pool"), say("卷积", "conv"), say("池化", "pool")];
    const lefts = [4, 66, 132, 182, 228] as const;
    return (
      <>
        {CNN_STAGES.map(({ side, count }, index) => {
          const [x, size, layers] = [lefts[index] ?? 0, side * 1.25, Math.min(count, 6)];
          const width = size + (layers - 1) * 2.5;
          const operation = names[index];
          return (
            <g key={side}>
              <Pile
                {...{ x, width: size, height: size, count: layers, shift: 2.5 }}
                y={70 - (size + (layers - 1) * 2.5) / 2}
                tone={() => (index === 0 ? "ink-3" : "accent")}
              />
              <Label at={[x + width / 2, index % 2 === 0 ? 116 : 132]} size={12}>
                {count === 1 ? `${side}×${side}` : `${count}@${side}×${side}`}
              </Label>
              {operation === undefined ? null : (
                <Label
                  at={[
                    ((lefts[index] ?? 0) + width + (lefts[index + 1] ?? 0)) / 2 + (index === 0 ? 0 : 4),
                    index % 2 === 0 ? 16 : 32,
                  ]}
                  size={12}
                  tone="ink-2"
                >
                  {operation}
                </Label>
              )}
            </g>
          );
        })}
        <Arrow from={[48, 70]} to={[63, 70]} />
        <Arrow from={[116, 70]} to={[130, 70]} />
        <Arrow from={[166, 70]} to={[179, 70]} />
        <Arrow from={[212, 70]} to={[225, 70]} />
        <Arrow from={[250, 70]} to={[270, 70]} />
        <Box x={274} y={40} width={12} height={60} tone="good" radius={2} />
        <Label at={[280, 116]} size={12}>
          10
        </Label>
        <Label at={[294, 16]} anchor="end" size={12} tone="ink-2">
          {say("全连接", "dense")}
        </Label>
        <Label at={[294, 152]} anchor="end" size={12} tone="ink-2">
          {say("类别得分", "class scores")}
        </Label>
      </>
    );
  },
};

/** Convolutional layers of VGG-16 by the side of their maps: https://arxiv.org/abs/1409.1556 */
const VGG_STAGES = [
  { side: 224, layers: 2, channels: 64 },
  { side: 112, layers: 2, channels: 128 },
  { side: 56, layers: 3, channels: 256 },
  { side: 28, layers: 3, channels: 512 },
  { side: 14, layers: 3, channels: 512 },
] as const;
const VGG_DENSE = 3;

export const vgg16: FigureSpec = {
  name: "vgg-16",
  height: 186,
  caption: {
    zh: "只用 3×3 卷积一层层堆：13 个卷积层加 3 个全连接层，共 16 层",
    en: "Nothing but 3×3 convolutions stacked: 13 of them and 3 fully connected layers make 16",
  },
  alt: {
    zh: "五组 3×3 卷积，层数依次为 2、2、3、3、3，特征图边长为 224、112、56、28、14，通道数为 64、128、256、512、512；组与组之间池化。最后是 3 个全连接层，共 16 个带权重的层。",
    en: "Five groups of 3×3 convolutions with 2, 2, 3, 3, 3 layers, maps of side 224, 112, 56, 28, 14 and 64, 128, 256, 512, 512 channels, with pooling between. Then 3 fully connected layers, 16 weight layers in all.",
  },
  draw: (say) => {
    const total = VGG_STAGES.reduce((sum, { layers }) => sum + layers, VGG_DENSE);
    let right = 8;
    const groups = VGG_STAGES.map((stage) => {
      const group = { ...stage, x: right };
      right += stage.layers * 14 + 10;
      return group;
    });
    return (
      <>
        {groups.map(({ side, layers, channels, x }, index) => {
          const height = 20 + Math.sqrt(side) * 5.2;
          const middle = x + (layers * 14 - 3) / 2;
          return (
            <g key={side}>
              {Array.from({ length: layers }, (_, layer) => (
                <Box
                  // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
                  key={layer}
                  x={x + layer * 14}
                  y={66 - height / 2}
                  width={11}
                  height={height}
                  tone="accent"
                  radius={1}
                />
              ))}
              <Label at={[middle, 130]} size={12}>
                {side}
              </Label>
              <Label at={[middle, 147]} size={12} tone="ink-2">
                {channels}
              </Label>
              {index > 0 ? <Line from={[x - 6, 40]} to={[x - 6, 92]} dashed thick={1} /> : null}
            </g>
          );
        })}
        {Array.from({ length: VGG_DENSE }, (_, layer) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
          <Box key={layer} x={right + 2 + layer * 14} y={48} width={10} height={36} tone="good" radius={1} />
        ))}
        <Label at={[294, 130]} anchor="end" size={12} tone="ink-2">
          {say("边长", "side")}
        </Label>
        <Label at={[294, 147]} anchor="end" size={12} tone="ink-2">
          {say("通道", "channels")}
        </Label>
        <Label at={[8, 172]} anchor="start" size={12}>
          <tspan className="fill-accent">{say("3×3 卷积 13", "13 conv 3×3")}</tspan> +{" "}
          <tspan className="fill-good">{say("全连接 3", "3 dense")}</tspan> ={" "}
          <tspan className="font-semibold">{total}</tspan>
        </Label>
      </>
    );
  },
};

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
