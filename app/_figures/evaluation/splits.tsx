import type { FigureSpec } from "../figure";
import { Bracket, Hatch } from "../kit/marks";
import { meanOf, sumOf } from "../kit/maths";
import { Box, Label, Line } from "../kit/shapes";

const SPLIT = [
  { share: 0.8, count: 8000 },
  { share: 0.1, count: 1000 },
  { share: 0.1, count: 1000 },
];

const dataSplit: FigureSpec = {
  name: "data-split",
  height: 116,
  caption: {
    zh: "训练集用来学，验证集用来选，测试集到最后才用一次",
    en: "Learn on the first part, choose by the second, report the third once",
  },
  alt: {
    zh: "10000 个样本画成一条横带：前 8000 个是训练集，用来学；接着 1000 个是验证集，用来选；最后 1000 个是测试集，最后只考一次。",
    en: "10,000 samples as one band: 8,000 for training, to learn; then 1,000 for validation, to choose; the last 1,000 for testing, used once at the end.",
  },
  draw: (say) => {
    const names = [say("训练集", "training"), say("验证集", "validation"), say("测试集", "test")];
    const tones = ["ink-3", "good", "accent"] as const;
    const numbers = [say("8000", "8,000"), say("1000", "1,000"), say("1000", "1,000")];
    const places = [90, 205, 275];
    return SPLIT.map(({ share }, index) => {
      const x = 10 + 280 * sumOf(SPLIT.slice(0, index).map((part) => part.share));
      const middle = x + 140 * share;
      const at = places[index] ?? 0;
      return (
        <g key={names[index]}>
          <Box
            x={x + 1}
            y={36}
            width={280 * share - 2}
            height={32}
            tone={tones[index] ?? "line"}
            thick={index === 0 ? 1.25 : 2}
          />
          <Label at={[at, 18]} strong>
            {names[index]}
          </Label>
          {index === 1 ? <Line from={[at + 16, 27]} to={[middle, 35]} tone="ink-3" thick={1} /> : null}
          <Label at={[at, 84]}>{numbers[index]}</Label>
          <Label at={[at, 102]} size={12} tone="ink-2">
            {[say("用来学", "learn"), say("用来选", "choose"), say("最后考", "report")][index]}
          </Label>
        </g>
      );
    });
  },
};

const FOLD_SCORES = [0.8, 0.84, 0.82, 0.78, 0.86];
const FOLD = { x: 46, y: 10, width: 36, height: 22 };

const crossValidation: FigureSpec = {
  name: "cross-validation",
  height: 158,
  caption: {
    zh: "五份轮流当考卷（斜线），其余训练，五个分数取平均",
    en: "Each part is the exam once (hatched); the scores are averaged",
  },
  alt: {
    zh: `数据分成五份，共做五轮：每轮留出不同的一份评估，其余四份训练。五次准确率为 ${FOLD_SCORES.map((score) => score.toFixed(2)).join("、")}，平均 ${meanOf(FOLD_SCORES).toFixed(2)}。`,
    en: `The data in five parts and five rounds: each round scores on another part and trains on the other four. The accuracies ${FOLD_SCORES.map((score) => score.toFixed(2)).join(", ")} average to ${meanOf(FOLD_SCORES).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      {FOLD_SCORES.map((score, round) => (
        <g key={score}>
          <Label at={[40, FOLD.y + (round + 0.5) * FOLD.height]} anchor="end" size={12} tone="ink-2">
            {say(`第 ${round + 1} 轮`, `run ${round + 1}`)}
          </Label>
          <Hatch
            x={FOLD.x + round * FOLD.width + 3}
            y={FOLD.y + round * FOLD.height + 3}
            width={FOLD.width - 6}
            height={FOLD.height - 6}
            tone="accent"
          />
          {FOLD_SCORES.map((key, fold) => (
            <Box
              key={key}
              x={FOLD.x + fold * FOLD.width + 2}
              y={FOLD.y + round * FOLD.height + 2}
              width={FOLD.width - 4}
              height={FOLD.height - 4}
              tone={fold === round ? "accent" : "ink-3"}
              fill={fold === round ? "none" : "ground"}
              thick={fold === round ? 2.5 : 1}
            />
          ))}
          <Label at={[262, FOLD.y + (round + 0.5) * FOLD.height]} strong={false}>
            {score.toFixed(2)}
          </Label>
        </g>
      ))}
      <Line from={[240, 126]} to={[284, 126]} />
      <Label at={[262, 141]} strong>
        {meanOf(FOLD_SCORES).toFixed(2)}
      </Label>
      <Label at={[232, 141]} anchor="end" tone="ink-2">
        {say("平均", "mean")}
      </Label>
      <Bracket from={FOLD.x + 2} to={FOLD.x + FOLD.width - 2} y={122} label={say("20 个", "20")} />
    </>
  ),
};

export const splitFigures: readonly FigureSpec[] = [dataSplit, crossValidation];
