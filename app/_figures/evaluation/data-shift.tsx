import type { FigureSpec, Say } from "../figure";
import { shown } from "../kit/evaluation-shapes";
import { NumberGrid } from "../kit/number-grid";
import { Axes, Bars, Curve, type Frame, place } from "../kit/plot";
import { seededRandom } from "../kit/random";
import { Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { AreaUnder } from "./distributions";
import { gaussians } from "./sampling";
import { gaussianDensity, leastSquares, sumOf } from "./statistics";

const RULE: Frame = { x: 18, y: 16, width: 264, height: 88, xRange: [0, 1], yRange: [0, 1.1] };
const HUMPS: Frame = { x: 18, y: 112, width: 264, height: 34, xRange: [0, 1], yRange: [0, 4.6] };
/** The law that links input and output, and stays the same. */
const rule = (x: number) => 0.15 + 1.7 * x - 1.45 * x ** 2;
const [TRAINING_MEAN, USE_MEAN, SPREAD] = [0.26, 0.76, 0.09];
const SEEN: readonly Point[] = seenSamples();
const FIT = leastSquares(SEEN);
const learned = (x: number) => FIT.slope * x + FIT.offset;

function seenSamples(): readonly Point[] {
  const [inputs, noise] = [gaussians(14, 21), gaussians(14, 22)];
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
      <AreaUnder frame={HUMPS} of={(x) => gaussianDensity(x, TRAINING_MEAN, SPREAD)} from={0} to={0.55} tone="ink-3" />
      <AreaUnder frame={HUMPS} of={(x) => gaussianDensity(x, USE_MEAN, SPREAD)} from={0.48} to={1} tone="accent" />
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
              {`${fog}  (${shown(fog - clear, 0)})`}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

/** Cows and camels, on grass and on sand, per hundred of each. */
const TRAINING_GROUNDS = [
  [95, 5],
  [5, 95],
];
const SWAPPED_GROUNDS = TRAINING_GROUNDS.map((row) => [...row].reverse());

function Grounds({
  x,
  values,
  title,
  say,
}: {
  x: number;
  values: readonly (readonly number[])[];
  title: string;
  say: Say;
}) {
  const right = (values[0]?.[0] ?? 0) + (values[1]?.[1] ?? 0);
  return (
    <>
      <Label at={[x + 40, 12]} strong>
        {title}
      </Label>
      {[say("草地", "grass"), say("沙漠", "sand")].map((name, index) => (
        <Label key={name} at={[x + 20 + index * 40, 30]} size={12} tone="ink-2">
          {name}
        </Label>
      ))}
      <NumberGrid x={x} y={40} cell={40} values={values} tone={(row, column) => (row === column ? "accent" : "line")} />
      <Label at={[x + 40, 136]}>{say(`判对 ${right / 2}%`, `right ${right / 2}%`)}</Label>
    </>
  );
}

const spuriousCorrelation: FigureSpec = {
  name: "spurious-correlation",
  height: 150,
  caption: {
    zh: "模型只看背景（着色的格才答对）；背景一换就全错",
    en: "It looks only at the ground (shaded: right); swap it and it fails",
  },
  alt: {
    zh: "左表（训练）：牛 95 头在草地、5 头在沙漠，骆驼 5 头在草地、95 头在沙漠，只看背景判对 95%。右表（背景对调）：数字反过来，只对 5%。",
    en: "Left table, training: of 100 cows 95 on grass and 5 on sand, of 100 camels 5 and 95; judging by the ground is right for 95%. Right table, grounds swapped: the numbers are reversed and only 5% are right.",
  },
  draw: (say) => (
    <>
      {[say("牛", "cow"), say("骆驼", "camel")].map((name, index) => (
        <Label key={name} at={[48, 60 + index * 40]} anchor="end">
          {name}
        </Label>
      ))}
      <Grounds x={56} values={TRAINING_GROUNDS} title={say("训练图", "training")} say={say} />
      <Arrow from={[148, 80]} to={[184, 80]} />
      <Grounds x={196} values={SWAPPED_GROUNDS} title={say("背景对调", "swapped")} say={say} />
    </>
  ),
};

const PATIENTS = ["A", "B", "C", "D", "E"];
const SCANS = 10;
const LEAK_SEED = 1;
/** A random fifth of all scans. */
export const RANDOM_TEST = randomFifth();

function randomFifth(): ReadonlySet<number> {
  const random = seededRandom(LEAK_SEED);
  const order = Array.from({ length: PATIENTS.length * SCANS }, (_, scan) => ({ scan, key: random() }));
  order.sort((one, other) => one.key - other.key);
  return new Set(order.slice(0, order.length / 5).map(({ scan }) => scan));
}

function Scans({ x, isTest, title }: { x: number; isTest: (patient: number, scan: number) => boolean; title: string }) {
  return (
    <>
      <Label at={[x + 65, 12]} strong>
        {title}
      </Label>
      {PATIENTS.map((name, patient) => (
        <g key={name}>
          <Label at={[x - 4, 36 + patient * 20]} anchor="end" size={12} tone="ink-2">
            {name}
          </Label>
          {Array.from({ length: SCANS }, (_, scan) => {
            const test = isTest(patient, scan);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a scan is its place
              <g key={scan}>
                <Box
                  x={x + scan * 12.6}
                  y={29 + patient * 20}
                  width={10.6}
                  height={14}
                  tone={test ? "accent" : "line"}
                  radius={1}
                  thick={1}
                />
                {test ? <Dot at={[x + scan * 12.6 + 5.3, 36 + patient * 20]} radius={2} /> : null}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

const dataLeakage: FigureSpec = {
  name: "data-leakage",
  height: 148,
  caption: {
    zh: "一行是一位病人，带点的作测试：左边测的都是熟人",
    en: "A row is a patient, dots are test: on the left all are known faces",
  },
  alt: {
    zh: "五位病人各十张片子。左：随机抽五分之一作测试，每位病人的片子两边都有，信息泄漏。右：按病人划分，E 的十张全作测试，其余四人用来训练。",
    en: "Five patients with ten scans each. Left, a random fifth is for testing, so that patients have scans on both sides: leakage. Right, the split is by patient: all ten of E are for testing, the other four train.",
  },
  draw: (say) => (
    <>
      <Scans
        x={18}
        title={say("按片子随机", "by scan")}
        isTest={(patient, scan) => RANDOM_TEST.has(patient * SCANS + scan)}
      />
      <Scans x={168} title={say("按病人划分", "by patient")} isTest={(patient) => patient === PATIENTS.length - 1} />
      <Label at={[83, 136]} tone="warn">
        {say("泄漏", "leaks")}
      </Label>
      <Label at={[233, 136]} tone="good">
        {say("不泄漏", "clean")}
      </Label>
    </>
  ),
};

const oversampling: FigureSpec = {
  name: "oversampling",
  height: 152,
  caption: {
    zh: "少数类的 100 个样本每个用 9 次，两类便一样多",
    en: "Each of the 100 samples of the rare class is used nine times",
  },
  alt: {
    zh: "左：两根柱子，多数类 900，少数类 100。右：少数类由 9 块 100 叠成 900，与多数类一样高。",
    en: "Left, two bars: 900 of one class, 100 of the other. Right, the rare class is nine blocks of 100 stacked to 900, as high as the other.",
  },
  draw: (say) => (
    <>
      {[20, 176].map((x) => (
        <g key={x}>
          <Box x={x} y={22} width={40} height={99} radius={0} />
          <Label at={[x + 20, 11]}>900</Label>
          <Line from={[x - 8, 121]} to={[x + 108, 121]} />
          <Label at={[x + 20, 135]} size={12} tone="ink-2">
            {say("多数", "common")}
          </Label>
          <Label at={[x + 78, 135]} size={12} tone="ink-2">
            {say("少数", "rare")}
          </Label>
        </g>
      ))}
      <Box x={78} y={110} width={40} height={11} tone="accent" radius={0} />
      <Label at={[98, 98]}>100</Label>
      <Arrow from={[136, 70]} to={[162, 70]} />
      {Array.from({ length: 9 }, (_, block) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        <Box key={block} x={234} y={110 - block * 11} width={40} height={11} tone="accent" radius={0} thick={1} />
      ))}
      <Label at={[254, 11]} strong>
        9 × 100
      </Label>
    </>
  ),
};

const CLASS_COUNT = 1000;
const SIZES = Array.from({ length: CLASS_COUNT }, (_, index) => 1000 / (index + 1));
const shareOf = (from: number, to: number) => sumOf(SIZES.slice(from, to)) / sumOf(SIZES);
const PARTS = [
  { from: 0, to: 100 },
  { from: 100, to: 500 },
  { from: 500, to: 1000 },
];
const TAIL: Frame = { x: 44, y: 22, width: 242, height: 74, xRange: [0, 60], yRange: [0, 1000] };
const percent = (share: number) => `${Math.round(share * 100)}%`;

function ShareBar({ y, shares, name }: { y: number; shares: readonly number[]; name: string }) {
  return (
    <>
      <Label at={[46, y + 10]} anchor="end" size={12} tone="ink-2">
        {name}
      </Label>
      {shares.map((share, index) => (
        <Box
          key={share}
          x={50 + 236 * sumOf(shares.slice(0, index))}
          y={y}
          width={236 * share}
          height={20}
          tone={index === 0 ? "accent" : "ink-3"}
          radius={0}
          thick={1}
          label={Math.round(share * 100)}
          labelSize={12}
        />
      ))}
    </>
  );
}

const longTail: FigureSpec = {
  name: "long-tailed-distribution",
  height: 182,
  caption: {
    zh: "上：前 60 类；下：前 100 类（第一段）占了大半样本",
    en: "Above: 60 classes. Below: the first 100 (first part) hold most data",
  },
  alt: {
    zh: `第 r 类有 1000 ÷ r 个样本，曲线急降后拖着长尾。1000 类中前 100 类占类别的 10%、样本的 ${percent(shareOf(0, 100))}；后 500 类占类别的 50%、样本的 ${percent(shareOf(500, 1000))}。`,
    en: `Class r has 1,000 / r samples: the curve drops steeply and trails off. Of 1,000 classes the first 100 are 10% of the classes and ${percent(shareOf(0, 100))} of the samples, the last 500 are 50% and ${percent(shareOf(500, 1000))}.`,
  },
  draw: (say) => (
    <>
      {SIZES.slice(0, 60).map((size, index) => {
        const [x, y] = place(TAIL, [index + 0.5, size]);
        return <Line key={size} from={[x, 96]} to={[x, y]} tone="accent" thick={2.6} />;
      })}
      <Axes
        frame={TAIL}
        yTicks={[{ at: 1000, label: say("1000", "1,000") }]}
        xName={say("类别名次 r", "rank r of class")}
        yName={say("样本数", "samples")}
      />
      <ShareBar
        y={124}
        shares={PARTS.map(({ from, to }) => (to - from) / CLASS_COUNT)}
        name={say("类别 %", "class %")}
      />
      <ShareBar y={152} shares={PARTS.map(({ from, to }) => shareOf(from, to))} name={say("样本 %", "data %")} />
    </>
  ),
};

const ATTACK = { pixels: 1000, weight: 0.1, change: 0.01, score: 0.6 };
const ATTACK_PLOT: Frame = { x: 44, y: 22, width: 240, height: 106, xRange: [0, 1000], yRange: [-0.5, 0.75] };
const RANDOM_WALK = randomSigns();

/** The score after so many pixels were changed with random signs, every twenty-fifth. */
function randomSigns(): readonly Point[] {
  const random = seededRandom(8);
  let score = ATTACK.score;
  return Array.from({ length: ATTACK.pixels + 1 }, (_, pixel): Point => {
    if (pixel > 0) score += (random() < 0.5 ? -1 : 1) * ATTACK.weight * ATTACK.change;
    return [pixel, score];
  }).filter(([pixel]) => pixel % 25 === 0);
}

const adversarialExample: FigureSpec = {
  name: "adversarial-example",
  height: 166,
  caption: {
    zh: "每个像素改 0.01：乱改没用，顺着梯度改就翻转答案",
    en: "0.01 per pixel: random signs do little, the gradient flips it",
  },
  alt: {
    zh: `线性模型的得分随改动像素数的变化：每步顺着梯度，得分由 ${ATTACK.score} 直线降到 −0.4，在 600 个像素处过零；随机改动则始终在 0.6 附近，最后是 ${(RANDOM_WALK.at(-1)?.[1] ?? 0).toFixed(2)}。`,
    en: `Score of a linear model against the number of pixels changed: along the gradient it falls in a straight line from ${ATTACK.score} to −0.4 and crosses zero at 600; with random signs it stays near 0.6 and ends at ${(RANDOM_WALK.at(-1)?.[1] ?? 0).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={ATTACK_PLOT}
        yTicks={[{ at: 0.6 }, { at: 0 }, { at: -0.4, label: "−0.4" }]}
        yName={say("得分", "score")}
        origin={[0, 0]}
      />
      <Label at={[284, 152]} anchor="end" size={12} tone="ink-2">
        {say("改了几个像素：0 到 1000", "pixels changed: 0 to 1,000")}
      </Label>
      <Polyline points={RANDOM_WALK.map((point) => place(ATTACK_PLOT, point))} tone="ink-2" dashed />
      <Curve frame={ATTACK_PLOT} of={(pixels) => ATTACK.score - pixels * ATTACK.weight * ATTACK.change} />
      <Dot at={place(ATTACK_PLOT, [600, 0])} open />
      <Label at={[place(ATTACK_PLOT, [600, 0])[0] + 6, 74]} anchor="start" size={12}>
        600
      </Label>
      <Label at={[190, 18]} tone="ink-2">
        {say("随机改动", "random signs")}
      </Label>
      <Label at={[178, 118]} anchor="end" tone="accent" strong>
        {say("顺着梯度", "by the gradient")}
      </Label>
    </>
  ),
};

export const dataFigures: readonly FigureSpec[] = [
  oversampling,
  longTail,
  dataLeakage,
  spuriousCorrelation,
  distributionShift,
  covariateShift,
  domainGap,
  robustness,
  adversarialExample,
];
