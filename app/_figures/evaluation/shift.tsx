import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { leastSquares, normalDensity } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Bars, Curve, type Frame, place } from "../kit/plot";
import { normals } from "../kit/random";
import { Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { AreaUnder } from "./distributions";

const RULE: Frame = { x: 18, y: 16, width: 264, height: 88, xRange: [0, 1], yRange: [0, 1.1] };
const HUMPS: Frame = { x: 18, y: 112, width: 264, height: 34, xRange: [0, 1], yRange: [0, 4.6] };
/** The law that links input and output, and stays the same. */
const rule = (x: number) => 0.15 + 1.7 * x - 1.45 * x ** 2;
const [TRAINING_MEAN, USE_MEAN, SPREAD] = [0.26, 0.76, 0.09];
const SEEN: readonly Point[] = seenSamples();
const FIT = leastSquares(SEEN);
const learned = (x: number) => FIT.slope * x + FIT.intercept;

function seenSamples(): readonly Point[] {
  const [inputs, noise] = [normals(14, seededRandom(21)), normals(14, seededRandom(22))];
  return inputs.map((value, index): Point => {
    const x = TRAINING_MEAN + SPREAD * value;
    return [x, rule(x) + 0.03 * (noise[index] ?? 0)];
  });
}

const distributionShift: FigureSpec = {
  name: "distribution-shift",
  height: 172,
  caption: {
    zh: "规律（实线）没变，输入移走了：学到的虚线失灵",
    en: "The rule stays, the inputs move: the learned line (dashed) fails",
  },
  alt: {
    zh: `训练样本集中在左边，最小二乘直线在那里贴合真实的弯曲规律；使用时输入集中在右边 ${USE_MEAN} 附近，直线给出 ${learned(USE_MEAN).toFixed(2)}，真实值只有 ${rule(USE_MEAN).toFixed(2)}。`,
    en: `Training samples lie on the left, where the least-squares line follows the curved rule; in use the inputs lie on the right, about ${USE_MEAN}, where the line says ${learned(USE_MEAN).toFixed(2)} and the truth is only ${rule(USE_MEAN).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Curve frame={RULE} of={rule} tone="ink" />
      <Curve frame={RULE} of={learned} tone="accent" dashed />
      {SEEN.map((point) => (
        <Dot key={point.join()} at={place(RULE, point)} radius={3} tone="ink-2" open />
      ))}
      <Arrow
        from={place(RULE, [USE_MEAN, rule(USE_MEAN) + 0.03])}
        to={place(RULE, [USE_MEAN, learned(USE_MEAN) - 0.03])}
        tone="accent"
      />
      <Label at={[place(RULE, [USE_MEAN, 0])[0] + 8, place(RULE, [0, 0.82])[1]]} anchor="start" tone="accent" strong>
        {say("误差", "error")}
      </Label>
      <AreaUnder frame={HUMPS} of={(x) => normalDensity(x, TRAINING_MEAN, SPREAD)} from={0} to={0.55} tone="ink-3" />
      <AreaUnder frame={HUMPS} of={(x) => normalDensity(x, USE_MEAN, SPREAD)} from={0.48} to={1} tone="accent" />
      <Line from={[14, 146]} to={[288, 146]} />
      <Label at={[place(HUMPS, [TRAINING_MEAN, 0])[0], 160]} tone="ink-2">
        {say("训练时", "training")}
      </Label>
      <Label at={[place(HUMPS, [USE_MEAN, 0])[0], 160]} tone="accent">
        {say("使用时", "in use")}
      </Label>
    </>
  ),
};

const GROUPS = [
  { training: 20, use: 80 },
  { training: 80, use: 20 },
];

const covariateShift: FigureSpec = {
  name: "covariate-shift",
  height: 134,
  caption: {
    zh: "权重 = 使用时的占比 ÷ 训练时的占比",
    en: "Weigh each group by its share in use over its share in training",
  },
  alt: {
    zh: "两行横条：老人在训练数据中占 20%，使用时占 80%，权重 ×4；青年由 80% 变成 20%，权重 ×0.25。",
    en: "Two rows of bars: the old are 20% of the training data and 80% in use, weight ×4; the young go from 80% to 20%, weight ×0.25.",
  },
  draw: (say) => (
    <>
      <Label at={[96, 14]} tone="ink-2">
        {say("训练时", "training")}
      </Label>
      <Label at={[246, 14]} tone="ink-2">
        {say("使用时", "in use")}
      </Label>
      {GROUPS.map(({ training, use }, index) => {
        const y = 30 + index * 50;
        return (
          <g key={training}>
            <Label at={[42, y + 18]} anchor="end">
              {[say("老人", "old"), say("青年", "young")][index]}
            </Label>
            <Box x={50} y={y} width={training * 0.8} height={36} radius={0} />
            <Label at={[54 + training * 0.8, y + 18]} anchor="start" size={12}>
              {training}%
            </Label>
            <Arrow from={[150, y + 26]} to={[196, y + 26]} tone="accent" />
            <Label at={[173, y + 12]} tone="accent" strong>
              {`×${use / training}`}
            </Label>
            <Box x={204} y={y} width={use * 0.8} height={36} tone="accent" radius={0} />
            <Label at={[208 + use * 0.8, y + 18]} anchor="start" size={12}>
              {use}%
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const GAP: Frame = { x: 14, y: 24, width: 272, height: 100, xRange: [0, 1], yRange: [0, 72] };

const domainGap: FigureSpec = {
  name: "domain-adaptation",
  height: 146,
  caption: {
    zh: "同样的真实街景：差距 28 分，适应补上了 13 分",
    en: "On the same real streets: 13 of a gap of 28 points are closed",
  },
  alt: {
    zh: "三根柱子，都在真实街景上测试：只学过游戏画面 37 分，适应之后 50 分，用真实标注训练 65 分。",
    en: "Three bars, all tested on real streets: trained on game scenes 37, after adapting 50, trained on real labels 65.",
  },
  draw: (say) => (
    <>
      <Bars
        frame={GAP}
        bars={[
          { label: say("只学游戏", "game only"), value: 37 },
          { label: say("适应之后", "adapted"), value: 50, tone: "accent" },
          { label: say("真实标注", "real labels"), value: 65 },
        ]}
      />
      <Line from={place(GAP, [0, 65])} to={place(GAP, [0.7, 65])} dashed />
      <Arrow from={place(GAP, [0.03, 37])} to={place(GAP, [0.03, 64])} />
      <Label at={[28, 52]} anchor="start" strong>
        28
      </Label>
    </>
  ),
};

const MODELS = [
  { name: "A", clear: 95, fog: 60 },
  { name: "B", clear: 93, fog: 85 },
];
const SLOPES: Frame = { x: 84, y: 30, width: 132, height: 104, xRange: [0, 1], yRange: [57, 97] };

const robustness: FigureSpec = {
  name: "robustness",
  height: 146,
  caption: {
    zh: "晴天差不多，到雾里才见分晓：B 掉得少，更鲁棒",
    en: "Alike in clear weather; in fog B loses less: it is more robust",
  },
  alt: {
    zh: "两条斜线表示准确率从晴天到雾天的变化：模型 A 由 95 降到 60，掉 35 个百分点；模型 B 由 93 降到 85，只掉 8 个。",
    en: "Two slopes from clear weather to fog: model A falls from 95 to 60, by 35 points, model B from 93 to 85, by only 8.",
  },
  draw: (say) => (
    <>
      <Label at={[84, 12]} tone="ink-2">
        {say("晴天", "clear")}
      </Label>
      <Label at={[216, 12]} tone="ink-2">
        {say("雾天", "fog")}
      </Label>
      {[0, 1].map((x) => (
        <Line key={x} from={place(SLOPES, [x, 57])} to={place(SLOPES, [x, 97])} thick={1} />
      ))}
      {MODELS.map(({ name, clear, fog }) => {
        const [from, to] = [place(SLOPES, [0, clear]), place(SLOPES, [1, fog])];
        const tone = name === "B" ? "accent" : "ink-2";
        return (
          <g key={name}>
            <Polyline points={[from, to]} tone={tone} dashed={name === "A"} />
            <Dot at={from} tone={tone} />
            <Dot at={to} tone={tone} />
            <Label at={[from[0] - 10, from[1] + (name === "A" ? -5 : 8)]} anchor="end">
              {`${name} ${clear}`}
            </Label>
            <Label at={[to[0] + 10, to[1]]} anchor="start" strong>
              {`${fog}  (${fixed(fog - clear, 0)})`}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

export const shiftFigures: readonly FigureSpec[] = [distributionShift, covariateShift, domainGap, robustness];
