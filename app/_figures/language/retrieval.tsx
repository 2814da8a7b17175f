import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { Arrow, Box, Label, type Point, point } from "../kit/shapes";
import { GROUND, STROKE } from "../kit/tones";

const [CHUNKS, KEPT, TOKENS] = [10000, 4, 300];

export const retrievalAugmentedGeneration: FigureSpec = {
  name: "retrieval-augmented-generation",
  height: 186,
  caption: {
    zh: "先查资料，再让模型依据资料作答",
    en: "First look it up, then answer from what was found",
  },
  alt: {
    zh: `问题先去资料库，从 ${CHUNKS} 段中检索出最相关的 ${KEPT} 段，每段 ${TOKENS} 个词元；这 ${KEPT * TOKENS} 个词元的资料连同问题一起交给语言模型，由它作答。`,
    en: `The question goes to the store, where the ${KEPT} most relevant of ${CHUNKS} chunks, ${TOKENS} tokens each, are found; these ${KEPT * TOKENS} tokens and the question go to the language model, which answers.`,
  },
  draw: (say) => (
    <>
      <Box x={4} y={120} width={66} height={36} tone="line" label={say("问题", "question")} />
      <Arrow from={[37, 120]} to={[37, 58]} />
      <Label at={[44, 90]} anchor="start" size={12} tone="ink-2">
        {say("检索", "search")}
      </Label>
      <Block
        x={4}
        y={10}
        width={100}
        height={48}
        lines={[say("资料库", "documents"), say("10000 段", "10,000 chunks")]}
      />
      <Arrow from={[104, 34]} to={[132, 34]} />
      {Array.from({ length: KEPT }, (_, index) => 134 + index * 22).map((x) => (
        <Box key={x} x={x} y={20} width={18} height={28} tone="accent" radius={2} />
      ))}
      <Label at={[228, 34]} anchor="start">
        {say(`${KEPT} 段`, `${KEPT} chunks`)}
      </Label>
      <Arrow from={[176, 50]} to={[176, 110]} tone="accent" />
      <Label at={[184, 80]} anchor="start" size={12} tone="ink-2">
        {say(`${KEPT * TOKENS} 个词元`, `${KEPT * TOKENS} tokens`)}
      </Label>
      <Arrow from={[70, 138]} to={[124, 138]} />
      <Box x={124} y={110} width={96} height={56} tone="accent" label={say("语言模型", "model")} />
      <Arrow from={[220, 138]} to={[240, 138]} />
      <Box x={240} y={120} width={56} height={36} tone="good" label={say("回答", "answer")} />
    </>
  ),
};

const [ALL, CANDIDATES] = [1_000_000, 100];
const MILLISECONDS = 5;
/** Edges of the funnel, from wide to narrow, at its four levels. */
const FUNNEL: readonly (readonly [y: number, half: number])[] = [
  [10, 140],
  [64, 92],
  [118, 46],
  [156, 32],
];

export const reranking: FigureSpec = {
  name: "reranking",
  height: 190,
  caption: {
    zh: "快而粗的先筛，慢而准的只看剩下的 100 篇",
    en: "The fast one sifts first; the slow, accurate one sees only the 100 left",
  },
  alt: {
    zh: `漏斗：从 ${ALL / 10000} 万篇中检索出 ${CANDIDATES} 篇；重排序模型给每篇打分，每篇 ${MILLISECONDS} 毫秒，共 ${(CANDIDATES * MILLISECONDS) / 1000} 秒，取出排在最前的几篇。若给全部打分要 ${(ALL * MILLISECONDS) / 1000} 秒。`,
    en: `A funnel: of a million documents ${CANDIDATES} are retrieved; the re-ranker scores each in ${MILLISECONDS} ms, ${(CANDIDATES * MILLISECONDS) / 1000} s in all, and the first few come out. Scoring all would take ${(ALL * MILLISECONDS) / 1000} s.`,
  },
  draw: (say) => {
    const at = (level: number, side: number): Point => {
      const [y = 0, half = 0] = FUNNEL[level] ?? [];
      return [150 + side * half, y];
    };
    const labels = [
      say("100 万篇：检索", "1,000,000: retrieve"),
      say("100 篇：重排", "100: re-rank"),
      say("前几篇", "the first"),
    ];
    return (
      <>
        {labels.map((label, level) => {
          const corners = [at(level, -1), at(level, 1), at(level + 1, 1), at(level + 1, -1)];
          const tone = level === 1 ? "accent" : level === 2 ? "good" : "ink-3";
          return (
            <g key={label}>
              <polygon
                points={corners.map(point).join(" ")}
                strokeWidth={1.5}
                className={`${GROUND[tone]} ${STROKE[tone]}`}
              />
              <Label at={[150, (at(level, 0)[1] + at(level + 1, 0)[1]) / 2]}>{label}</Label>
            </g>
          );
        })}
        <Label at={[150, 176]} size={12} tone="ink-2">
          {`${CANDIDATES} × ${MILLISECONDS} ms = ${(CANDIDATES * MILLISECONDS) / 1000} s`}
        </Label>
      </>
    );
  },
};
