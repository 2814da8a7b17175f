import type { FigureSpec, Say } from "../figure";
import { Hatch } from "../kit/marks";
import { countTo } from "../kit/maths";
import { Arrow, Box, Label, Line } from "../kit/shapes";
import { STROKE } from "../kit/tones";

const LAYER_WIDTH = 34;
const LAYER_HEIGHT = 44;
const GAP = 10;
const FROZEN = 3;
const LAYERS = 5;

function layerX(index: number): number {
  return 12 + index * (LAYER_WIDTH + GAP);
}

/** A hatched layer: its weights do not change. */
function FrozenLayer({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <>
      <Box {...{ x, y, width, height }} tone="ink-3" />
      <Hatch {...{ x, y, width, height }} gap={8} />
    </>
  );
}

function FineTuning({ say }: { say: Say }) {
  return (
    <>
      <Label at={[12, 10]} anchor="start" tone="ink-2">
        {say("预训练模型", "pre-trained")}
      </Label>
      {countTo(LAYERS).map((index) => (
        <Box key={index} x={layerX(index)} y={22} width={LAYER_WIDTH} height={LAYER_HEIGHT} tone="ink-2" />
      ))}
      <Box x={layerX(LAYERS)} y={22} width={56} height={LAYER_HEIGHT} tone="ink-2" label={say("1000 类", "1,000")} />
      {countTo(LAYERS).map((index) => (
        <Arrow
          key={index}
          from={[layerX(index) + LAYER_WIDTH / 2, 68]}
          to={[layerX(index) + LAYER_WIDTH / 2, 94]}
          tone="ink-3"
        />
      ))}
      {countTo(FROZEN).map((index) => (
        <FrozenLayer key={index} x={layerX(index)} y={96} width={LAYER_WIDTH} height={LAYER_HEIGHT} />
      ))}
      {countTo(LAYERS - FROZEN).map((index) => (
        <Box
          key={index}
          x={layerX(FROZEN + index)}
          y={96}
          width={LAYER_WIDTH}
          height={LAYER_HEIGHT}
          tone="accent"
          thick={2}
        />
      ))}
      <Box
        x={layerX(LAYERS)}
        y={96}
        width={56}
        height={LAYER_HEIGHT}
        tone="good"
        thick={2}
        label={say("10 类", "10")}
      />
      <Label at={[(layerX(0) + layerX(FROZEN) - GAP) / 2, 154]} size={12} tone="ink-2">
        {say("冻结", "frozen")}
      </Label>
      <Label at={[layerX(FROZEN) + LAYER_WIDTH + GAP / 2, 154]} size={12} tone="accent">
        {say("继续训练", "trained on")}
      </Label>
      <Label at={[layerX(LAYERS) + 28, 154]} size={12} tone="good">
        {say("换新", "new")}
      </Label>
    </>
  );
}

export const fineTuning: FigureSpec = {
  name: "fine-tuning",
  height: 166,
  caption: {
    zh: "权重原样带来：画斜线的不再改，其余继续训练，输出层换新",
    en: "Weights are taken over: hatched layers stay, the others train on, the output is new",
  },
  alt: {
    zh: "上排：预训练模型的五层与 1000 类的输出层。下排：权重原样带来，前三层冻结，后两层继续训练，输出层换成新的 10 类",
    en: "Top row: five layers of a pre-trained model and its output of 1,000 classes. Bottom row: the weights are taken over, the first three layers are frozen, the last two are trained on, and the output is a new one of 10 classes",
  },
  draw: (say) => <FineTuning say={say} />,
};

/** A heap of images, drawn as sheets one behind another. */
function Sheets({ x, y, count }: { x: number; y: number; count: number }) {
  return (
    <>
      {countTo(count).map((index) => (
        <Box key={index} x={x + index * 5} y={y - index * 5} width={34} height={28} tone="ink-2" radius={2} />
      ))}
    </>
  );
}

export const transferLearning: FigureSpec = {
  name: "transfer-learning",
  height: 176,
  caption: {
    zh: "大数据集上学到的特征，带到数据很少的任务上",
    en: "Features learned from much data are carried over to a task that has little",
  },
  alt: {
    zh: "上排：一大叠 ImageNet 图像训练出特征层和 1000 类的输出。下排：只有几千张皮肤病变图像，特征层的权重从上面带下来，只需学新的输出",
    en: "Top row: a large heap of ImageNet images trains feature layers and an output of 1,000 classes. Bottom row: with only a few thousand images of skin lesions, the feature layers are carried down and only a new output must be learned",
  },
  draw: (say) => (
    <>
      <Sheets x={14} y={44} count={6} />
      <Label at={[50, 84]} size={12} tone="ink-2">
        ImageNet
      </Label>
      <Arrow from={[80, 46]} to={[104, 46]} />
      <Box x={106} y={26} width={96} height={40} label={say("特征层", "features")} tone="accent" />
      <Arrow from={[202, 46]} to={[222, 46]} />
      <Box x={224} y={26} width={66} height={40} label={say("1000 类", "1,000")} tone="ink-2" />
      <Arrow from={[154, 68]} to={[154, 110]} tone="accent" thick={2} />
      <Label at={[164, 88]} anchor="start" size={12} tone="accent">
        {say("带走权重", "weights carried over")}
      </Label>
      <Sheets x={24} y={118} count={2} />
      <Label at={[50, 160]} size={12} tone="ink-2">
        {say("皮肤病变", "skin lesions")}
      </Label>
      <Arrow from={[80, 132]} to={[104, 132]} />
      <Box x={106} y={112} width={96} height={40} label={say("特征层", "features")} tone="accent" />
      <Arrow from={[202, 132]} to={[222, 132]} />
      <Box x={224} y={112} width={66} height={40} label={say("新输出", "new")} labelSize={12} tone="good" />
    </>
  ),
};

export const adapter: FigureSpec = {
  name: "adapter",
  height: 150,
  caption: {
    zh: "只训练中间的小模块；画斜线的层原封不动",
    en: "Only the small module is trained; hatched layers stay as they are",
  },
  alt: {
    zh: "两个冻结的层之间插着一个小模块：先把维度降下来，再升回去，输入绕过它直接相加；只有这个小模块被训练",
    en: "Between two frozen layers sits a small module that narrows its input and widens it again, with the input added around it; only this module is trained",
  },
  draw: (say) => (
    <>
      <FrozenLayer x={8} y={50} width={46} height={56} />
      <Label at={[31, 120]} size={12} tone="ink-2">
        {say("冻结", "frozen")}
      </Label>
      <Arrow from={[56, 78]} to={[96, 78]} />
      <path
        d="M98,54L130,68V88L98,102ZM198,54L166,68V88L198,102Z"
        strokeWidth={2}
        strokeLinejoin="round"
        className={`fill-accent-soft ${STROKE.accent}`}
      />
      <Line from={[130, 78]} to={[166, 78]} tone="accent" thick={2} />
      <Label at={[114, 118]} size={12} tone="accent">
        {say("降维", "narrow")}
      </Label>
      <Label at={[182, 118]} size={12} tone="accent">
        {say("升维", "widen")}
      </Label>
      <Label at={[148, 138]} tone="accent">
        {say("适配器（训练）", "adapter (trained)")}
      </Label>
      <Arrow from={[66, 78]} to={[219, 66]} bend={96} tone="ink-3" />
      <Label at={[148, 14]} size={12} tone="ink-2">
        {say("原样绕过", "passed around")}
      </Label>
      <Line from={[198, 78]} to={[210, 78]} tone="ink-2" />
      <Label at={[219, 78]} size={17}>
        +
      </Label>
      <Arrow from={[228, 78]} to={[244, 78]} />
      <FrozenLayer x={246} y={50} width={46} height={56} />
      <Label at={[269, 120]} size={12} tone="ink-2">
        {say("冻结", "frozen")}
      </Label>
    </>
  ),
};
