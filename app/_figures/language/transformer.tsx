import { Fragment } from "react";
import type { FigureSpec, Say } from "../figure";
import { Block } from "../kit/blocks";
import { Arrow, Elbow, Label, Polyline } from "../kit/shapes";
import type { Tone } from "../kit/tones";

interface Sublayer {
  readonly zh: string;
  readonly en: string;
  readonly tone: Tone;
}

const ENCODER: readonly Sublayer[] = [
  { zh: "多头自注意力", en: "self-attention", tone: "accent" },
  { zh: "前馈层", en: "feed-forward", tone: "good" },
];
const DECODER: readonly Sublayer[] = [
  { zh: "带掩码自注意力", en: "masked attention", tone: "accent" },
  { zh: "交叉注意力", en: "cross-attention", tone: "accent" },
  { zh: "前馈层", en: "feed-forward", tone: "good" },
];
const [BLOCK, NORM, GAP, WIDTH] = [26, 20, 14, 122];
const FLOOR = 222;

const topOfSublayer = (index: number) => FLOOR - (index + 1) * (BLOCK + NORM + GAP);

/** Sublayers from below upwards, each with its skip connection and its addition. */
function Stack({ x, sublayers, say }: { x: number; sublayers: readonly Sublayer[]; say: Say }) {
  const middle = x + WIDTH / 2;
  return (
    <>
      {sublayers.map(({ zh, en, tone }, index) => {
        const top = topOfSublayer(index);
        const floor = top + BLOCK + NORM + GAP;
        return (
          <Fragment key={en}>
            <Arrow from={[middle, floor]} to={[middle, top + BLOCK + NORM]} />
            <Polyline
              points={[
                [middle, floor - 4],
                [x - 8, floor - 4],
                [x - 8, top + NORM / 2],
                [x, top + NORM / 2],
              ]}
              tone="ink-3"
              thick={1.5}
            />
            <Block x={x} y={top + NORM} width={WIDTH} height={BLOCK} lines={[say(zh, en)]} tone={tone} size={12} />
            <Block x={x} y={top} width={WIDTH} height={NORM} lines={[say("相加、层归一化", "add & norm")]} size={12} />
          </Fragment>
        );
      })}
    </>
  );
}

const [LEFT, RIGHT] = [14, 170];
const ENCODER_TOP = topOfSublayer(ENCODER.length - 1);
const CROSS_MIDDLE = topOfSublayer(1) + NORM + BLOCK / 2;

export const transformer: FigureSpec = {
  name: "transformer",
  height: 250,
  caption: {
    zh: "注意力层与前馈层交替，每层旁边都有一条跳跃连接",
    en: "Attention and feed-forward layers take turns, each with a skip connection beside it",
  },
  alt: {
    zh: "左为编码器的一层：多头自注意力、前馈层，各自之后与跳跃连接相加并做层归一化，重复 6 层。右为解码器的一层：带掩码自注意力、交叉注意力、前馈层，也重复 6 层；交叉注意力取用编码器的输出。",
    en: "Left, a layer of the encoder: self-attention and feed-forward, each followed by adding the skip connection and layer normalization, 6 times. Right, a layer of the decoder: masked self-attention, cross-attention and feed-forward, 6 times; cross-attention reads the encoder's output.",
  },
  draw: (say) => (
    <>
      <Stack x={LEFT} sublayers={ENCODER} say={say} />
      <Stack x={RIGHT} sublayers={DECODER} say={say} />
      <Label at={[LEFT + WIDTH / 2, 238]} size={12} tone="ink-2">
        {say("原文的嵌入＋位置", "source + position")}
      </Label>
      <Label at={[RIGHT + WIDTH / 2, 238]} size={12} tone="ink-2">
        {say("译文的嵌入＋位置", "target + position")}
      </Label>
      <Elbow
        points={[
          [LEFT + WIDTH / 2, ENCODER_TOP],
          [LEFT + WIDTH / 2, ENCODER_TOP - 14],
          [148, ENCODER_TOP - 14],
          [148, CROSS_MIDDLE],
          [RIGHT, CROSS_MIDDLE],
        ]}
      />
      <Label at={[LEFT + WIDTH / 2, ENCODER_TOP - 42]} strong>
        {say("编码器 ×6", "encoder ×6")}
      </Label>
      <Arrow from={[RIGHT + WIDTH / 2, topOfSublayer(2)]} to={[RIGHT + WIDTH / 2, topOfSublayer(2) - 16]} />
      <Label at={[RIGHT + WIDTH / 2, topOfSublayer(2) - 27]} strong>
        {say("解码器 ×6", "decoder ×6")}
      </Label>
    </>
  ),
};
