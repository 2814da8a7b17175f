import type { FigureSpec } from "../figure";
import { ClippedCurve } from "../kit/clipped-curve";
import { countTo, softmaxOf } from "../kit/maths";
import { fixed, trimmed } from "../kit/numbers";
import { Axes, Bars, Curve, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line } from "../kit/shapes";

/** The glossary's example. */
export const SCORES = [2, 1, 0.1] as const;
const PROBABILITIES = softmaxOf(SCORES);
const CLASSES = ["z₁", "z₂", "z₃"] as const;

export const softmax: FigureSpec = {
  name: "softmax",
  height: 164,
  caption: {
    zh: "得分变成概率：次序不变，都为正数，合计为 1",
    en: "Scores become probabilities: same order, all positive, with a sum of 1",
  },
  alt: {
    zh: `左：得分 ${SCORES.join("、")} 的柱形图。右：经过 softmax 的概率 ${PROBABILITIES.map((p) => fixed(p, 3)).join("、")}，合计为 1`,
    en: `Left: bars of the scores ${SCORES.join(", ")}. Right: after softmax the probabilities ${PROBABILITIES.map((p) => fixed(p, 3)).join(", ")}, which sum to 1`,
  },
  draw: (say) => (
    <>
      <Bars
        frame={{ x: 8, y: 46, width: 116, height: 90, xRange: [0, 1], yRange: [0, 2] }}
        bars={SCORES.map((value, index) => ({ value, label: CLASSES[index] ?? "", shown: trimmed(value) }))}
      />
      <Arrow from={[132, 90]} to={[164, 90]} />
      <Bars
        frame={{ x: 174, y: 46, width: 118, height: 90, xRange: [0, 1], yRange: [0, 0.7] }}
        bars={PROBABILITIES.map((value, index) => ({
          value,
          label: CLASSES[index] ?? "",
          shown: fixed(value, 3),
          tone: "accent",
        }))}
      />
      <Label at={[66, 12]} size={12} tone="ink-2">
        {say("得分（logits）", "scores (logits)")}
      </Label>
      <Label at={[233, 12]} size={12} tone="ink-2">
        {say("概率", "probabilities")}
      </Label>
    </>
  ),
};

const LOSS_FRAME: Frame = { x: 34, y: 26, width: 250, height: 116, xRange: [0, 1], yRange: [0, 5] };
/** Probabilities of the right class in the glossary's example. */
export const RIGHT = [0.01, 0.5, 0.9] as const;

export function crossEntropyOf(probability: number): number {
  return -Math.log(probability);
}

const SHIFTS = { 0.01: [10, -2], 0.5: [8, -10], 0.9: [0, -14] } as const;

export const crossEntropy: FigureSpec = {
  name: "cross-entropy",
  height: 180,
  caption: {
    zh: "给正确类别的概率越小，罚得越重，没有上限",
    en: "The smaller the probability of the right class, the larger the loss, without limit",
  },
  alt: {
    zh: `曲线 −ln p：给正确类别的概率为 ${RIGHT.join("、")} 时，损失为 ${RIGHT.map((p) => fixed(crossEntropyOf(p), 3)).join("、")}；概率为 1 时损失为 0`,
    en: `The curve −ln p: with probabilities ${RIGHT.join(", ")} for the right class the loss is ${RIGHT.map((p) => fixed(crossEntropyOf(p), 3)).join(", ")}; at probability 1 it is 0`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={LOSS_FRAME}
        xTicks={[0, 0.5, 0.9].map((at) => ({ at }))}
        yTicks={[1, 2, 3, 4].map((at) => ({ at }))}
        xName={say("正确类别的概率 p", "probability p of the right class")}
      />
      <ClippedCurve frame={LOSS_FRAME} of={(p) => crossEntropyOf(Math.max(p, 1e-9))} steps={400} />
      {RIGHT.map((p) => {
        const [x, y] = place(LOSS_FRAME, [p, crossEntropyOf(p)]);
        return (
          <g key={p}>
            <Dot at={[x, y]} />
            <Label at={[x + SHIFTS[p][0], y + SHIFTS[p][1]]} anchor={p === 0.9 ? "middle" : "start"} tone="accent">
              {p === 0.01 ? `p = 0.01: ${fixed(crossEntropyOf(p), 3)}` : fixed(crossEntropyOf(p), 3)}
            </Label>
          </g>
        );
      })}
      <Label at={[12, 10]} anchor="start" size={12} tone="ink-2">
        {say("损失 −ln p", "loss −ln p")}
      </Label>
    </>
  ),
};

/** The glossary's example: 5 classes, ε = 0.1. */
export const SMOOTHING = { classes: 5, epsilon: 0.1, right: 1 } as const;

export function smoothLabels({
  classes,
  epsilon,
  right,
}: {
  classes: number;
  epsilon: number;
  right: number;
}): number[] {
  return countTo(classes).map((k) => (1 - epsilon) * (k === right ? 1 : 0) + epsilon / classes);
}

const TARGETS = smoothLabels(SMOOTHING);
const TARGET_FRAME: Frame = { x: 12, y: 30, width: 276, height: 96, xRange: [0, 1], yRange: [0, 1] };

export const labelSmoothing: FigureSpec = {
  name: "label-smoothing",
  height: 156,
  caption: {
    zh: "从正确类拿出一点，平分给所有类（虚线是原来的标签）",
    en: "A little is taken from the right class and spread over all (dashed: the label before)",
  },
  alt: {
    zh: `5 个类别的目标概率：正确的第 ${SMOOTHING.right + 1} 类为 ${trimmed(TARGETS[SMOOTHING.right] ?? 0)}（原来是 1），其余四类各 ${trimmed(TARGETS[0] ?? 0)}（原来是 0），合计仍为 1`,
    en: `Target probabilities of 5 classes: ${trimmed(TARGETS[SMOOTHING.right] ?? 0)} for class ${SMOOTHING.right + 1}, the right one (before: 1), and ${trimmed(TARGETS[0] ?? 0)} for each of the other four (before: 0); the sum is still 1`,
  },
  draw: (say) => {
    const slot = TARGET_FRAME.width / SMOOTHING.classes;
    return (
      <>
        <Box
          x={TARGET_FRAME.x + slot * (SMOOTHING.right + 0.5) - 17.1}
          y={TARGET_FRAME.y}
          width={34.2}
          height={TARGET_FRAME.height}
          tone="ink-2"
          fill="none"
          dashed
          radius={2}
        />
        <Bars
          frame={TARGET_FRAME}
          bars={TARGETS.map((value, k) => ({
            value,
            label: say(`第 ${k + 1} 类`, `class ${k + 1}`),
            shown: k === SMOOTHING.right ? "" : trimmed(value),
            tone: k === SMOOTHING.right ? "accent" : "ink-2",
          }))}
        />
        <Label at={[TARGET_FRAME.x + slot * (SMOOTHING.right + 0.5), 78]} strong>
          {trimmed(TARGETS[SMOOTHING.right] ?? 0)}
        </Label>
        <Label at={[TARGET_FRAME.x + slot * (SMOOTHING.right + 0.5), 18]} size={12} tone="ink-2">
          {say("原为 1", "was 1")}
        </Label>
      </>
    );
  },
};

/** The glossary's example of an ablation study, in percent. */
export const ABLATION = [
  { zh: "完整", en: "full model", value: 78.3 },
  { zh: "无注意力", en: "no attention", value: 76.1 },
  { zh: "无增强", en: "no augment.", value: 77.9 },
] as const;
const FULL = ABLATION[0].value;
/** The axis starts here, or the differences could not be seen. */
const FROM = 74;

export const ablation: FigureSpec = {
  name: "ablation",
  height: 150,
  caption: {
    zh: `去掉哪一项掉得多，哪一项的功劳就大（横轴从 ${FROM}% 起）`,
    en: `What costs most when removed contributes most (the axis starts at ${FROM}%)`,
  },
  alt: {
    zh: `准确率的横条：完整模型 ${FULL}%；去掉注意力模块 ${ABLATION[1].value}%，少 ${trimmed(FULL - ABLATION[1].value, 1)}；去掉数据增强 ${ABLATION[2].value}%，少 ${trimmed(FULL - ABLATION[2].value, 1)}`,
    en: `Bars of accuracy: the full model ${FULL}%; without the attention module ${ABLATION[1].value}%, ${trimmed(FULL - ABLATION[1].value, 1)} less; without augmentation ${ABLATION[2].value}%, ${trimmed(FULL - ABLATION[2].value, 1)} less`,
  },
  draw: (say) => (
    <>
      {ABLATION.map(({ zh, en, value }, index) => {
        const y = 14 + index * 44;
        const frame: Frame = { x: 88, y, width: 168, height: 1, xRange: [FROM, 79], yRange: [0, 1] };
        const [end] = place(frame, [value, 0]);
        const [full] = place(frame, [FULL, 0]);
        return (
          <g key={en}>
            <Label at={[80, y + 13]} anchor="end" size={12}>
              {say(zh, en)}
            </Label>
            <Box x={88} y={y} width={full - 88} height={26} radius={0} tone="ink-3" fill="none" dashed />
            <Box x={88} y={y} width={end - 88} height={26} radius={0} tone={index === 0 ? "ink-2" : "accent"} />
            <Label at={[96, y + 13]} anchor="start">{`${value}%`}</Label>
            {index === 0 ? null : (
              <Label at={[full + 8, y + 13]} anchor="start" tone="accent">
                {trimmed(value - FULL, 1)}
              </Label>
            )}
          </g>
        );
      })}
      <Line from={[88, 8]} to={[88, 134]} />
      <Label at={[88, 142]} size={12} tone="ink-2">
        {`${FROM}%`}
      </Label>
    </>
  ),
};

/** The glossary's example: 7 heads in 10 tosses. */
export const TOSSES = { heads: 7, tails: 3 } as const;

export function likelihoodOf(p: number): number {
  return p ** TOSSES.heads * (1 - p) ** TOSSES.tails;
}

const LIKELIHOOD_FRAME: Frame = { x: 46, y: 26, width: 240, height: 104, xRange: [0, 1], yRange: [0, 0.0025] };

export const maximumLikelihood: FigureSpec = {
  name: "maximum-likelihood",
  height: 166,
  caption: {
    zh: "使“7 正 3 反”最有可能出现的正面概率是 0.7",
    en: "7 heads and 3 tails are most likely when the probability of heads is 0.7",
  },
  alt: {
    zh: `掷出 7 正 3 反的概率随正面概率 p 变化的曲线：p = 0.5 时约 ${likelihoodOf(0.5).toFixed(5)}，p = 0.7 时最大，约 ${likelihoodOf(0.7).toFixed(4)}`,
    en: `The probability of 7 heads and 3 tails as a curve over the probability p of heads: about ${likelihoodOf(0.5).toFixed(5)} at p = 0.5 and greatest, about ${likelihoodOf(0.7).toFixed(4)}, at p = 0.7`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={LIKELIHOOD_FRAME}
        xTicks={[0, 0.5, 0.7, 1].map((at) => ({ at }))}
        yTicks={[0, 0.001, 0.002].map((at) => ({ at }))}
        xName={say("正面概率 p", "probability p of heads")}
      />
      <Curve frame={LIKELIHOOD_FRAME} of={likelihoodOf} />
      {[0.5, 0.7].map((p) => {
        const at = place(LIKELIHOOD_FRAME, [p, likelihoodOf(p)]);
        return (
          <g key={p}>
            <Line from={at} to={[at[0], 130]} dashed />
            <Dot at={at} tone={p === 0.7 ? "accent" : "ink"} />
            <Label at={[at[0] - 8, at[1] - 8]} anchor="end" tone={p === 0.7 ? "accent" : "ink"}>
              {p === 0.7 ? likelihoodOf(p).toFixed(4) : likelihoodOf(p).toFixed(5)}
            </Label>
          </g>
        );
      })}
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("似然 p⁷(1 − p)³", "likelihood p⁷(1 − p)³")}
      </Label>
    </>
  ),
};
