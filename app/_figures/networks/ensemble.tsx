import type { FigureSpec } from "../figure";
import { countTo, sumOf } from "../kit/maths";
import { percent } from "../kit/numbers";
import { Bars } from "../kit/plot";
import { Arrow, Box, Label } from "../kit/shapes";

/** How often each classifier of the glossary's example is right. */
export const SINGLE_ACCURACY = 0.8;

function choose(n: number, k: number): number {
  return countTo(k).reduce((ways, index) => (ways * (n - index)) / (index + 1), 1);
}

/** How often the majority of `voters` (an odd number) is right when each is right that often, independently. */
export function majorityAccuracy(voters: number, accuracy: number): number {
  return sumOf(
    countTo(voters + 1)
      .filter((right) => right > voters / 2)
      .map((right) => choose(voters, right) * accuracy ** right * (1 - accuracy) ** (voters - right)),
  );
}

const VOTERS = [1, 3, 5, 7, 9] as const;
const RESULTS = VOTERS.map((voters) => ({ voters, accuracy: majorityAccuracy(voters, SINGLE_ACCURACY) }));

export const majorityVote: FigureSpec = {
  name: "majority-vote",
  height: 154,
  caption: {
    zh: "各模型都有 80% 正确且各自独立时，多数投票的准确率",
    en: "Accuracy of a majority vote of independent models that are right 80% of the time",
  },
  alt: {
    zh: `柱形图：${RESULTS.map(({ voters, accuracy }) => `${voters} 个模型 ${percent(accuracy, 1)}`).join("，")}`,
    en: `Bars: ${RESULTS.map(({ voters, accuracy }) => `${percent(accuracy, 1)} for ${voters}`).join(", ")} models`,
  },
  draw: (say) => (
    <>
      <Bars
        frame={{ x: 16, y: 22, width: 268, height: 92, xRange: [0, 1], yRange: [0, 1] }}
        bars={RESULTS.map(({ voters, accuracy }) => ({
          value: accuracy,
          label: String(voters),
          shown: percent(accuracy, 1),
          tone: voters === 1 ? "ink-3" : "accent",
        }))}
      />
      <Label at={[150, 144]} size={12} tone="ink-2">
        {say("模型个数 M", "number of models M")}
      </Label>
    </>
  ),
};

const VOTES = ["cat", "cat", "dog"] as const;

export const ensemble: FigureSpec = {
  name: "ensemble",
  height: 160,
  caption: {
    zh: "三个模型各自预测，少数服从多数",
    en: "Three models predict on their own; the majority decides",
  },
  alt: {
    zh: "同一个输入交给三个模型，两个说猫、一个说狗；投票的结果是猫",
    en: "One input goes to three models; two say cat and one says dog, so the vote is cat",
  },
  draw: (say) => {
    const animal = (vote: (typeof VOTES)[number]) => (vote === "cat" ? say("猫", "cat") : say("狗", "dog"));
    return (
      <>
        <Box x={8} y={65} width={46} height={30} label={say("输入", "input")} tone="ink-2" />
        {VOTES.map((vote, index) => {
          const y = 10 + index * 54;
          return (
            <g key={y}>
              <Arrow from={[54, 80]} to={[90, y + 16]} />
              <Box x={92} y={y} width={56} height={32} tone="ink-2" />
              <Label at={[120, y + 16]}>f{["₁", "₂", "₃"][index]}</Label>
              <Arrow from={[148, y + 16]} to={[198, 80 + (y + 16 - 80) * 0.25]} />
              <Label at={[170, y + (index === 2 ? 26 : index === 0 ? 6 : 3)]} tone={vote === "cat" ? "accent" : "good"}>
                {animal(vote)}
              </Label>
            </g>
          );
        })}
        <Box x={200} y={62} width={42} height={36} label={say("投票", "vote")} tone="accent" />
        <Arrow from={[242, 80]} to={[262, 80]} />
        <Label at={[278, 80]} strong tone="accent">
          {say("猫", "cat")}
        </Label>
      </>
    );
  },
};
