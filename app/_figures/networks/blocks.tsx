import type { FigureSpec, Say } from "../figure";
import { Unit } from "../kit/blocks";
import { sumOf } from "../kit/maths";
import { Arrow, Box, Elbow, Label, Line, type Point } from "../kit/shapes";

const RIGHT = 288;

/** A residual block: its stages in a row, a way around some of them, and the sum. */
function ResidualBlock({
  y,
  stages,
  from,
  sumAt,
}: {
  y: number;
  stages: readonly { readonly x: number; readonly label: string; readonly tone: "accent" | "ink-2" }[];
  /** Where the way around leaves. */
  from: number;
  sumAt: number;
}) {
  const around: readonly Point[] = [
    [from, y],
    [from, y - 32],
    [sumAt, y - 32],
    [sumAt, y - 10],
  ];
  return (
    <>
      <Line from={[10, y]} to={[sumAt - 9, y]} tone="ink-2" />
      <Elbow points={around} />
      {stages.map(({ x, label, tone }) => (
        <Box key={label} x={x} y={y - 15} width={54} height={30} tone={tone} label={label} />
      ))}
      <Unit at={[sumAt, y]} radius={9} label="+" labelSize={15} />
      <Arrow from={[sumAt + 9, y]} to={[RIGHT, y]} />
    </>
  );
}

const draw = (say: Say) => (
  <>
    <Label at={[10, 12]} anchor="start" strong>
      {say("前置归一化", "pre-norm")}
    </Label>
    <ResidualBlock
      y={66}
      from={34}
      sumAt={236}
      stages={[
        { x: 60, label: "LN", tone: "accent" },
        { x: 146, label: "F", tone: "ink-2" },
      ]}
    />
    <Label at={[10, 104]} anchor="start" strong>
      {say("后置归一化", "post-norm")}
    </Label>
    <ResidualBlock y={158} from={34} sumAt={156} stages={[{ x: 66, label: "F", tone: "ink-2" }]} />
    <Box x={202} y={143} width={54} height={30} tone="accent" label="LN" />
  </>
);

export const preNorm: FigureSpec = {
  name: "pre-norm",
  height: 182,
  caption: {
    zh: "前置时，旁路上没有归一化，信号一路直通",
    en: "With pre-norm nothing stands on the way around: the signal passes straight through",
  },
  alt: {
    zh: "上：前置归一化，输入先经过 LN 再经过子层 F，与绕过它们的输入相加。下：后置归一化，输入经过 F，与绕过的输入相加，相加之后才经过 LN",
    en: "Top: pre-norm, where the input goes through LN and then the sublayer F and is added to the input that went around both. Bottom: post-norm, where the input goes through F, is added to the input that went around, and only then passes LN",
  },
  draw,
};

/** The glossary's example: losses and weights of two tasks. */
export const TASKS = [
  { zh: "类别", en: "class", loss: 0.6, weight: 1 },
  { zh: "边界框", en: "box", loss: 0.2, weight: 2 },
] as const;
export const TOTAL_LOSS = sumOf(TASKS.map(({ loss, weight }) => loss * weight));

export const multiTask: FigureSpec = {
  name: "multi-task",
  height: 138,
  caption: {
    zh: "两个任务共用骨干网络，损失加权相加",
    en: "Two tasks share one backbone; their losses are added with weights",
  },
  alt: {
    zh: `图像经过共用的骨干网络，分到两个任务头：类别的损失 ${TASKS[0].loss}、权重 ${TASKS[0].weight}，边界框的损失 ${TASKS[1].loss}、权重 ${TASKS[1].weight}；总损失为 ${TOTAL_LOSS.toFixed(1)}`,
    en: `An image passes through a shared backbone to two heads: the class with loss ${TASKS[0].loss} and weight ${TASKS[0].weight}, the box with loss ${TASKS[1].loss} and weight ${TASKS[1].weight}; the total loss is ${TOTAL_LOSS.toFixed(1)}`,
  },
  draw: (say) => (
    <>
      <Box x={6} y={49} width={70} height={40} tone="accent" label={say("骨干网络", "backbone")} labelSize={12} />
      {TASKS.map(({ zh, en, loss, weight }, index) => {
        const y = 26 + index * 86;
        return (
          <g key={en}>
            <Arrow from={[77, 69]} to={[104, y]} />
            <Box x={106} y={y - 16} width={58} height={32} tone="ink-2" label={say(zh, en)} />
            <Line from={[164, y]} to={[176, y]} tone="ink-2" />
            <Label at={[206, y]}>{`${loss} × ${weight}`}</Label>
            <Arrow from={[234, y]} to={[256, 69 + (y - 69) * 0.35]} />
          </g>
        );
      })}
      <Label at={[274, 60]} tone="accent" strong size={15}>
        {TOTAL_LOSS.toFixed(1)}
      </Label>
      <Label at={[274, 80]} size={12} tone="ink-2">
        {say("总损失", "total")}
      </Label>
    </>
  ),
};
