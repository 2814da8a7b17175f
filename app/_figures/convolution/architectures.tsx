// Whole networks, their feature maps drawn as boxes: the higher the box, the larger the map.

import type { FigureSpec } from "../figure";
import { Pile } from "../kit/blocks";
import { Arrow, Box, Label, Line } from "../kit/shapes";

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
