import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { counted } from "../kit/numbers";
import { Arrow, Box, Label } from "../kit/shapes";

const [SIDE, RANK] = [4096, 8];
const FULL = SIDE * SIDE;
const THIN = 2 * SIDE * RANK;

export const lora: FigureSpec = {
  name: "lora",
  height: 176,
  caption: {
    zh: "大矩阵 W 冻结，只训练两个窄矩阵 B 和 A",
    en: "The large matrix W stays frozen; only the two thin ones, B and A, are trained",
  },
  alt: {
    zh: `左：冻结的 ${SIDE}×${SIDE} 权重矩阵 W，${FULL} 个参数。右：要训练的 B（${SIDE}×${RANK}）与 A（${RANK}×${SIDE}），共 ${THIN} 个参数，是前者的 1/${FULL / THIN}。`,
    en: `Left: the frozen weight matrix W, ${SIDE}×${SIDE}, ${FULL} parameters. Right: the trained B, ${SIDE}×${RANK}, and A, ${RANK}×${SIDE}, together ${THIN}, 1/${FULL / THIN} of the first.`,
  },
  draw: (say) => (
    <>
      <Block x={8} y={24} width={112} height={112} lines={["W", "4096 × 4096", say("冻结", "frozen")]} />
      <Label at={[140, 80]} size={20}>
        +
      </Label>
      <Box x={162} y={24} width={14} height={112} tone="accent" />
      <Label at={[169, 12]} strong tone="accent">
        B
      </Label>
      <Box x={184} y={24} width={112} height={14} tone="accent" />
      <Label at={[240, 12]} strong tone="accent">
        A
      </Label>
      <Label at={[240, 66]} size={12} tone="ink-2">
        r = 8
      </Label>
      <Label at={[240, 92]}>{say("要训练", "trained")}</Label>
      <Label at={[64, 158]}>{counted(say, FULL)}</Label>
      <Label at={[232, 158]} strong>{`${counted(say, THIN)} = 1/${FULL / THIN}`}</Label>
    </>
  ),
};

export const rlhf: FigureSpec = {
  name: "rlhf",
  height: 204,
  caption: {
    zh: "人只比较优劣，打分由奖励模型代劳",
    en: "People only compare; the reward model does the scoring",
  },
  alt: {
    zh: "三个阶段：一、用范例做监督微调，得到语言模型；二、人比较两个回答的优劣，训练奖励模型；三、用强化学习让语言模型得高分，同时以 KL 散度惩罚它偏离原模型太远。",
    en: "Three stages: 1, supervised fine-tuning on examples gives a language model; 2, people compare two answers, and a reward model is trained; 3, reinforcement learning raises the model's score while a KL penalty keeps it near the original.",
  },
  draw: (say) => {
    const stages = [
      {
        from: [say("范例", "examples")],
        to: [say("监督微调", "fine-tuning"), say("得到原模型 π₀", "original π₀")],
        tone: "ink-3" as const,
      },
      {
        from: [say("人：甲比乙好", "A beats B")],
        to: [say("奖励模型 r", "reward model r"), say("学会打分", "learns to score")],
        tone: "good" as const,
      },
      {
        from: [say("模型的回答", "an answer")],
        to: [say("强化学习", "RL"), say("r − β · KL", "r − β · KL")],
        tone: "accent" as const,
      },
    ];
    return (
      <>
        {stages.map(({ from, to, tone }, index) => {
          const y = 6 + index * 68;
          return (
            <g key={tone}>
              <Label at={[12, y + 26]} strong>
                {index + 1}
              </Label>
              <Block x={26} y={y + 8} width={106} height={36} lines={from} tone="line" />
              <Arrow from={[132, y + 26]} to={[162, y + 26]} />
              <Block x={162} y={y} width={134} height={52} lines={to} tone={tone} />
              {index < 2 ? <Arrow from={[229, y + 52]} to={[229, y + 68]} /> : null}
            </g>
          );
        })}
      </>
    );
  },
};
