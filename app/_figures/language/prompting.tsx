import { Fragment } from "react";
import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { Bars } from "../kit/plot";
import { Arrow, Box, Label } from "../kit/shapes";

/** The rule that the examples follow. */
const ruleOf = (x: number) => 2 * x + 1;
const EXAMPLES = [2, 3, 6];
const QUESTION = 10;

export const inContextLearning: FigureSpec = {
  name: "in-context-learning",
  height: 144,
  caption: {
    zh: "规律只写在提示里，模型的参数一个也没改",
    en: "The rule is only in the prompt; no parameter of the model changes",
  },
  alt: {
    zh: `提示里有三个例子：${EXAMPLES.map((x) => `${x} → ${ruleOf(x)}`).join("，")}，再问 ${QUESTION} → ?；参数冻结的模型续写 ${ruleOf(QUESTION)}。`,
    en: `The prompt has three examples, ${EXAMPLES.map((x) => `${x} → ${ruleOf(x)}`).join(", ")}, and asks ${QUESTION} → ?; the model, its parameters frozen, continues with ${ruleOf(QUESTION)}.`,
  },
  draw: (say) => (
    <>
      <Label at={[52, 11]} size={12} tone="ink-2">
        {say("提示", "prompt")}
      </Label>
      <Box x={4} y={22} width={96} height={116} tone="line" />
      {EXAMPLES.map((x, index) => (
        <Label key={x} at={[52, 38 + index * 26]}>{`${x} → ${ruleOf(x)}`}</Label>
      ))}
      <Label at={[52, 121]} strong tone="accent">{`${QUESTION} → ?`}</Label>
      <Arrow from={[100, 80]} to={[124, 80]} />
      <Block x={124} y={54} width={92} height={52} lines={[say("语言模型", "model"), say("参数不变", "frozen")]} />
      <Arrow from={[216, 80]} to={[242, 80]} />
      <Box x={242} y={62} width={52} height={36} tone="accent" label={ruleOf(QUESTION)} labelSize={16} />
    </>
  ),
};

const BOXES = 4;
const PENS = 12;
const GIVEN = 15;
const BOUGHT = BOXES * PENS;

export const chainOfThought: FigureSpec = {
  name: "chain-of-thought",
  height: 172,
  caption: { zh: "把中间的推导写出来，每一步都容易", en: "Written out, every step is easy" },
  alt: {
    zh: `题目：一盒 ${PENS} 支笔，买 ${BOXES} 盒，送出 ${GIVEN} 支，还剩几支？上：直接答，要一步到位。下：先写 ${BOXES} × ${PENS} = ${BOUGHT}，再写 ${BOUGHT} − ${GIVEN} = ${BOUGHT - GIVEN}，最后答 ${BOUGHT - GIVEN}。`,
    en: `The question: a box holds ${PENS} pens; you buy ${BOXES} boxes and give away ${GIVEN}; how many are left? Above: a direct answer takes one leap. Below: first ${BOXES} × ${PENS} = ${BOUGHT}, then ${BOUGHT} − ${GIVEN} = ${BOUGHT - GIVEN}, then the answer ${BOUGHT - GIVEN}.`,
  },
  draw: (say) => (
    <>
      <Block
        x={4}
        y={6}
        width={292}
        height={46}
        lines={[
          say("一盒 12 支笔，买 4 盒，送出 15 支", "12 pens a box, 4 boxes, give away 15"),
          say("还剩几支？", "how many are left?"),
        ]}
        tone="line"
      />
      <Label at={[6, 82]} anchor="start" size={12} tone="ink-2">
        {say("直接答", "direct")}
      </Label>
      <Arrow from={[70, 82]} to={[242, 82]} dashed />
      <Box x={244} y={68} width={50} height={28} tone="warn" dashed label="?" />
      <Label at={[6, 116]} anchor="start" size={12} tone="ink-2">
        {say("一步步写", "step by step")}
      </Label>
      <Box x={4} y={128} width={98} height={32} tone="accent" label={`${BOXES} × ${PENS} = ${BOUGHT}`} />
      <Arrow from={[102, 144]} to={[122, 144]} />
      <Box x={122} y={128} width={102} height={32} tone="accent" label={`${BOUGHT} − ${GIVEN} = ${BOUGHT - GIVEN}`} />
      <Arrow from={[224, 144]} to={[244, 144]} />
      <Box x={244} y={128} width={50} height={32} tone="good" label={BOUGHT - GIVEN} labelSize={16} />
    </>
  ),
};

/** Final answers of ten sampled paths. */
const ANSWERS = [33, 35, 33, 33, 27, 33, 35, 33, 35, 33];
const VOTES = [33, 35, 27].map((answer) => ({ answer, count: ANSWERS.filter((one) => one === answer).length }));

export const selfConsistency: FigureSpec = {
  name: "self-consistency",
  height: 172,
  caption: { zh: "十条推理各有结论，票数最多的胜出", en: "Ten paths of reasoning vote; the most frequent answer wins" },
  alt: {
    zh: `采样 10 条推理，最终答案依次是 ${ANSWERS.join("、")}；票数：${VOTES.map(({ answer, count }) => `${answer} 得 ${count} 票`).join("，")}，于是输出 33。`,
    en: `Ten sampled paths end in ${ANSWERS.join(", ")}; the votes are ${VOTES.map(({ answer, count }) => `${count} for ${answer}`).join(", ")}, so the output is 33.`,
  },
  draw: (say) => (
    <>
      <Label at={[150, 11]} size={12} tone="ink-2">
        {say("10 条推理的答案", "answers of 10 paths")}
      </Label>
      {ANSWERS.map((answer, index) => {
        const x = 7 + index * 29;
        return (
          <Fragment key={x}>
            <Box x={x} y={22} width={25} height={24} tone={answer === 33 ? "accent" : "ink-3"} label={answer} />
          </Fragment>
        );
      })}
      <Arrow from={[150, 48]} to={[150, 68]} />
      <Bars
        frame={{ x: 60, y: 84, width: 180, height: 62, xRange: [0, 3], yRange: [0, 6] }}
        bars={VOTES.map(({ answer, count }) => ({
          value: count,
          label: String(answer),
          tone: answer === 33 ? "accent" : "ink-3",
        }))}
      />
    </>
  ),
};

export const llmAgent: FigureSpec = {
  name: "llm-agent",
  height: 172,
  caption: {
    zh: "想、做、看结果，再想下一步，直到完成",
    en: "Think, act, look at the result and think again, until it is done",
  },
  alt: {
    zh: "目标交给语言模型，由它规划下一步；它调用搜索、代码等工具，工具返回结果，模型再决定下一步，如此循环，直到给出回答。",
    en: "A goal goes to the language model, which plans the next step; it calls tools such as search or code, they return a result, and the model decides again, in a loop, until it answers.",
  },
  draw: (say) => (
    <>
      <Box x={4} y={20} width={62} height={34} tone="line" label={say("目标", "goal")} />
      <Arrow from={[66, 37]} to={[94, 37]} />
      <Block
        x={94}
        y={8}
        width={112}
        height={58}
        lines={[say("语言模型", "language model"), say("规划、决定", "plans, decides")]}
        tone="accent"
      />
      <Arrow from={[206, 37]} to={[234, 37]} />
      <Box x={234} y={20} width={62} height={34} tone="good" label={say("回答", "answer")} />
      <Block
        x={94}
        y={116}
        width={112}
        height={50}
        lines={[say("工具", "tools"), say("搜索、代码……", "search, code …")]}
      />
      <Arrow from={[182, 66]} to={[182, 116]} bend={-18} tone="ink" />
      <Label at={[200, 92]} anchor="start">
        {say("调用", "call")}
      </Label>
      <Arrow from={[118, 116]} to={[118, 66]} bend={-18} tone="ink" />
      <Label at={[100, 92]} anchor="end">
        {say("结果", "result")}
      </Label>
    </>
  ),
};
