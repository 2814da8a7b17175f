import type { FigureSpec } from "../figure";
import { Axes, Bars, Curve, type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line } from "../kit/shapes";
import { crossEntropyOf, perplexityOf } from "./next-token";

const FLOOR = 1.7;
const ALPHA = 0.3;
/** The reducible part of the loss at N parameters: 1.0 at a hundred million. */
const reducible = (log10N: number) => 10 ** (-ALPHA * (log10N - 8));
const SIZES = [8, 9, 10];
const FRAME: Frame = { x: 46, y: 24, width: 214, height: 118, xRange: [7.7, 10.6], yRange: [-1, 0.15] };

export const scalingLaw: FigureSpec = {
  name: "scaling-law",
  height: 182,
  caption: {
    zh: "两轴都取对数时，可降的那部分损失是一条直线",
    en: "With both axes logarithmic, the reducible part of the loss is a straight line",
  },
  alt: {
    zh: `双对数图：横轴是参数量，纵轴是损失减去 E = ${FLOOR} 的部分，是一条下降的直线。1 亿、10 亿、100 亿参数时损失为 ${SIZES.map((n) => (FLOOR + reducible(n)).toFixed(2)).join("、")}。`,
    en: `A log-log plot of the loss minus E = ${FLOOR} against the number of parameters is a falling straight line. At 100 million, 1 billion and 10 billion parameters the loss is ${SIZES.map((n) => (FLOOR + reducible(n)).toFixed(2)).join(", ")}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={FRAME}
        xName={say("参数量 N", "parameters N")}
        yName="L − E"
        xTicks={[
          { at: 8, label: "10⁸" },
          { at: 9, label: "10⁹" },
          { at: 10, label: "10¹⁰" },
        ]}
        yTicks={[
          { at: 0, label: "1" },
          { at: Math.log10(0.5), label: "0.5" },
          { at: Math.log10(0.2), label: "0.2" },
          { at: -1, label: "0.1" },
        ]}
      />
      <Curve frame={FRAME} of={(n) => Math.log10(reducible(n))} />
      {SIZES.map((n) => {
        const [x, y] = place(FRAME, [n, Math.log10(reducible(n))]);
        return (
          <g key={n}>
            <Dot at={[x, y]} />
            <Label at={[x + 8, y - 9]} anchor="start" size={12}>
              L = {(FLOOR + reducible(n)).toFixed(2)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const TRUE_TOKENS = [0.5, 0.25, 0.125];
const LOSS = crossEntropyOf(TRUE_TOKENS);
const PERPLEXITY = perplexityOf(TRUE_TOKENS);

export const perplexity: FigureSpec = {
  name: "perplexity",
  height: 164,
  caption: {
    zh: "平均来说，就像每步在 4 个等可能的词里挑",
    en: "On average as if each step chose among 4 equally likely words",
  },
  alt: {
    zh: `三个正确词元的概率是 ${TRUE_TOKENS.join("、")}，平均负对数概率为 ${LOSS.toFixed(3)}，其指数即困惑度 ${PERPLEXITY.toFixed(0)}，如同每步在 4 个等可能的分支里选一个。`,
    en: `The three true tokens have probabilities ${TRUE_TOKENS.join(", ")}; the mean negative log probability is ${LOSS.toFixed(3)}, its exponential the perplexity, ${PERPLEXITY.toFixed(0)}, as if choosing one of 4 equal branches each time.`,
  },
  draw: (say) => (
    <>
      <Label at={[72, 11]} size={12} tone="ink-2">
        {say("正确词元的概率", "probability of truth")}
      </Label>
      <Bars
        frame={{ x: 6, y: 38, width: 132, height: 92, xRange: [0, 3], yRange: [0, 0.6] }}
        bars={TRUE_TOKENS.map((value, index) => ({ value, label: `x${"₁₂₃"[index]}`, tone: "accent" }))}
      />
      <Arrow from={[146, 84]} to={[180, 84]} />
      {Array.from({ length: Math.round(PERPLEXITY) }, (_, branch) => 42 + branch * 28).map((y, branch) => (
        <g key={y}>
          <Line
            from={[190, 84]}
            to={[238, y]}
            tone={branch === 1 ? "accent" : "ink-3"}
            thick={branch === 1 ? 2.5 : 1.5}
          />
          <Dot at={[242, y]} tone={branch === 1 ? "accent" : "ink-3"} open={branch !== 1} />
          <Label at={[256, y]} anchor="start">
            1/4
          </Label>
        </g>
      ))}
      <Label at={[228, 11]} size={12} tone="ink-2">
        {say("困惑度 4", "perplexity 4")}
      </Label>
      <Label at={[150, 154]} size={12} tone="ink-2">
        {`exp(${LOSS.toFixed(3)}) = ${PERPLEXITY.toFixed(0)}`}
      </Label>
    </>
  ),
};

const BETA = 0.1;
const [RAISED, LOWERED] = [2, -3];
const MARGIN = BETA * (RAISED - LOWERED);
const preferenceLoss = (margin: number) => Math.log(1 + Math.exp(-margin));
const LOSS_FRAME: Frame = { x: 34, y: 24, width: 248, height: 106, xRange: [-1, 2], yRange: [0, 1.4] };

export const directPreferenceOptimization: FigureSpec = {
  name: "direct-preference-optimization",
  height: 170,
  caption: {
    zh: "把较好与较差回答的差距拉大，损失就下降",
    en: "The wider the margin between the better and the worse answer, the lower the loss",
  },
  alt: {
    zh: `曲线 −ln σ(差距) 随差距变大而下降。训练开始时差距 0，损失 ${preferenceLoss(0).toFixed(3)}；较好回答的对数概率高出参考模型 2、较差的低 3、β = ${BETA} 时差距 ${MARGIN}，损失 ${preferenceLoss(MARGIN).toFixed(3)}。`,
    en: `The curve −ln σ(margin) falls as the margin grows. At the start the margin is 0 and the loss ${preferenceLoss(0).toFixed(3)}; with the better answer's log-probability 2 above the reference, the worse one's 3 below and β = ${BETA}, the margin is ${MARGIN} and the loss ${preferenceLoss(MARGIN).toFixed(3)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={LOSS_FRAME}
        xName={say("差距", "margin")}
        yName={say("损失", "loss")}
        xTicks={[{ at: -1, label: "−1" }, { at: 0 }, { at: 0.5 }, { at: 1 }, { at: 2 }]}
        yTicks={[{ at: 0 }, { at: 1 }]}
      />
      <Curve frame={LOSS_FRAME} of={preferenceLoss} />
      {[0, MARGIN].map((margin) => {
        const [x, y] = place(LOSS_FRAME, [margin, preferenceLoss(margin)]);
        return (
          <g key={margin}>
            <Line from={[x, y]} to={place(LOSS_FRAME, [margin, 0])} dashed />
            <Dot at={[x, y]} tone={margin === 0 ? "ink-2" : "accent"} />
            <Label at={[x + 8, y - 11]} anchor="start">
              {preferenceLoss(margin).toFixed(3)}
            </Label>
          </g>
        );
      })}
      <Label at={[280, 34]} anchor="end" size={12} tone="ink-2">
        0.1 × (2 + 3) = 0.5
      </Label>
    </>
  ),
};
