import type { FigureSpec } from "../figure";
import { meanOf, normalDensity, standardDeviationOf } from "../kit/maths";
import { NumberGrid } from "../kit/number-grid";
import { fixed, percent } from "../kit/numbers";
import { Axes, Curve, type Frame, LyingBar, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, type Point } from "../kit/shapes";
import { AreaUnder } from "./distributions";

const ONE_HOT = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 1 : 0)));
const CORNERS: readonly Point[] = [
  [240, 24],
  [194, 104],
  [286, 104],
];

const oneHot: FigureSpec = {
  name: "one-hot-encoding",
  height: 132,
  caption: {
    zh: "每类占一格，只有自己的一格是 1；任意两类一样远",
    en: "One place per class, 1 only in its own; any two are equally far apart",
  },
  alt: {
    zh: "三行三列的表：猫 1 0 0，狗 0 1 0，车 0 0 1。旁边的等边三角形表示三者两两相距 √2 ≈ 1.41。",
    en: "A table of three rows: cat 1 0 0, dog 0 1 0, car 0 0 1. Beside it an equilateral triangle: any two are √2 ≈ 1.41 apart.",
  },
  draw: (say) => {
    const names = [say("猫", "cat"), say("狗", "dog"), say("车", "car")];
    return (
      <>
        {names.map((name, row) => (
          <Label key={name} at={[46, 34 + row * 34]} anchor="end">
            {name}
          </Label>
        ))}
        <NumberGrid
          x={56}
          y={17}
          cell={34}
          values={ONE_HOT}
          tone={(row, column) => (row === column ? "accent" : "line")}
          size={15}
        />
        {CORNERS.map((corner, index) => (
          <Line key={corner.join()} from={corner} to={CORNERS[(index + 1) % 3] ?? corner} />
        ))}
        {CORNERS.map((corner, index) => (
          <g key={corner.join()}>
            <Dot at={corner} />
            <Label at={[corner[0], corner[1] + (index === 0 ? -13 : 15)]}>{names[index]}</Label>
          </g>
        ))}
        <Label at={[240, 76]}>1.41</Label>
      </>
    );
  },
};

const TRAINING_HEIGHTS = [160, 160, 180, 180];
const NEWCOMER = 190;
const [HEIGHT_MEAN, HEIGHT_DEVIATION] = [meanOf(TRAINING_HEIGHTS), standardDeviationOf(TRAINING_HEIGHTS)];
const standardized = (height: number) => (height - HEIGHT_MEAN) / HEIGHT_DEVIATION;
const BEFORE: Frame = { x: 24, y: 50, width: 252, height: 0, xRange: [150, 200], yRange: [0, 1] };

const standardization: FigureSpec = {
  name: "standardization",
  height: 172,
  caption: {
    zh: "离均值几个标准差；新来的人（空心）用同一把尺",
    en: "How many deviations from the mean? One rule for newcomers (open) too",
  },
  alt: {
    zh: `上面一条线是身高：160、160、180、180 厘米，新来的 ${NEWCOMER}。均值 ${HEIGHT_MEAN}、标准差 ${HEIGHT_DEVIATION}，换算到下面一条线为 −1、−1、1、1，新来的为 ${standardized(NEWCOMER)}。`,
    en: `The upper line shows heights: 160, 160, 180 and 180 cm, and a newcomer of ${NEWCOMER}. With mean ${HEIGHT_MEAN} and deviation ${HEIGHT_DEVIATION} they become −1, −1, 1 and 1 on the lower line, and the newcomer ${standardized(NEWCOMER)}.`,
  },
  draw: (say) => {
    const x = (height: number) => place(BEFORE, [height, 0])[0];
    return (
      <>
        <Label at={[24, 14]} anchor="start" tone="ink-2">
          {say("身高 x（厘米）", "height x, in cm")}
        </Label>
        <Label at={[276, 14]} anchor="end" tone="ink-2">
          {say("μ = 170，σ = 10", "μ = 170, σ = 10")}
        </Label>
        <Line from={[14, 52]} to={[286, 52]} />
        <Line from={[14, 126]} to={[286, 126]} />
        {[160, 170, 180, 190].map((height) => (
          <g key={height}>
            <Arrow from={[x(height), 76]} to={[x(height), 106]} tone={height === 170 ? "ink" : "ink-3"} />
            <Line from={[x(height), 52]} to={[x(height), 56]} />
            <Line from={[x(height), 126]} to={[x(height), 130]} />
            <Label at={[x(height), 66]} size={12} tone="ink-2">
              {height}
            </Label>
            <Label at={[x(height), 141]} strong={height === 170}>
              {fixed(standardized(height), 0)}
            </Label>
          </g>
        ))}
        {[44, 118].flatMap((y) =>
          TRAINING_HEIGHTS.map((height, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people have the same height
            <Dot key={`${y}.${index}`} at={[x(height), y - (index % 2) * 12]} radius={5} />
          )),
        )}
        {[44, 118].map((y) => (
          <Dot key={y} at={[x(NEWCOMER), y]} radius={5} open />
        ))}
        <Label at={[24, 160]} anchor="start" tone="ink-2" italic>
          z = (x − μ) / σ
        </Label>
      </>
    );
  },
};

const ERRORS = { mean: 0.02, deviation: 0.005 };
const LIMIT = ERRORS.mean + 3 * ERRORS.deviation;
const FAULTY = 0.08;
const ERROR_PLOT: Frame = { x: 20, y: 22, width: 262, height: 96, xRange: [0, 0.09], yRange: [0, 85] };
const errorDensity = (error: number) => normalDensity(error, ERRORS.mean, ERRORS.deviation);

const anomalyDetection: FigureSpec = {
  name: "anomaly-detection",
  height: 158,
  caption: {
    zh: "只学过正常零件的误差；落到阈值以外就报警",
    en: "Learned from normal parts only: beyond the threshold, alarm",
  },
  alt: {
    zh: `正常零件的重建误差是均值 ${ERRORS.mean}、标准差 ${ERRORS.deviation} 的钟形曲线；阈值 ${LIMIT}；一个零件的误差 ${FAULTY} 远在阈值右边，报警。`,
    en: `The reconstruction errors of normal parts form a bell of mean ${ERRORS.mean} and deviation ${ERRORS.deviation}; the threshold is ${LIMIT}; one part at ${FAULTY} lies far beyond and raises the alarm.`,
  },
  draw: (say) => {
    const limit = place(ERROR_PLOT, [LIMIT, 0])[0];
    const faulty = place(ERROR_PLOT, [FAULTY, 0]);
    return (
      <>
        <AreaUnder frame={ERROR_PLOT} of={errorDensity} from={0} to={0.045} tone="good" />
        <Curve frame={ERROR_PLOT} of={errorDensity} tone="good" />
        <Axes
          frame={{ ...ERROR_PLOT, yRange: [0, 85] }}
          xTicks={[{ at: 0.02 }, { at: LIMIT, label: String(LIMIT) }, { at: FAULTY }]}
          xName={say("重建误差", "reconstruction error")}
        />
        <Line from={[limit, 24]} to={[limit, 118]} tone="ink" dashed />
        <Label at={[limit + 6, 30]} anchor="start" size={12}>
          {say("阈值 μ + 3σ", "threshold μ + 3σ")}
        </Label>
        <Label at={[place(ERROR_PLOT, [0.02, 0])[0], 100]} tone="good">
          {say("正常", "normal")}
        </Label>
        <Dot at={[faulty[0], faulty[1] - 8]} radius={6} />
        <Label at={[faulty[0], faulty[1] - 28]} tone="accent" strong>
          {say("报警", "alarm")}
        </Label>
      </>
    );
  },
};

/** One percent of the volume, in so many dimensions. */
const VOLUME = 0.01;
const DIMENSIONS = [1, 2, 3, 10];
/** Width of a cube with that share of the volume: r = p^(1/d). */
export function widthOf(volume: number, dimensions: number): number {
  return volume ** (1 / dimensions);
}

const curse: FigureSpec = {
  name: "curse-of-dimensionality",
  height: 152,
  caption: {
    zh: "圈住 1% 的体积要多宽？维数一多，“附近”就不近了",
    en: "How wide is a cube with 1% of the volume? In 10D, near is far",
  },
  alt: {
    zh: `四条横条，画出占 1% 体积的立方体的边长：${DIMENSIONS.map((d) => `${d} 维 ${percent(widthOf(VOLUME, d))}`).join("，")}。`,
    en: `Four bars show the width of a cube with 1% of the volume: ${DIMENSIONS.map((d) => `${percent(widthOf(VOLUME, d))} in ${d}D`).join(", ")}.`,
  },
  draw: (say) => (
    <>
      <Label at={[70, 14]} anchor="start" size={12} tone="ink-2">
        {say("边长占全长的多少", "share of the full width")}
      </Label>
      {DIMENSIONS.map((d, index) => (
        <g key={d}>
          <Label at={[60, 40 + index * 30]} anchor="end">
            {say(`${d} 维`, `d = ${d}`)}
          </Label>
          <LyingBar x={70} y={40 + index * 30} width={176} height={16} share={widthOf(VOLUME, d)} />
          <Label at={[292, 40 + index * 30]} anchor="end" strong={d === 10}>
            {percent(widthOf(VOLUME, d))}
          </Label>
        </g>
      ))}
    </>
  ),
};

const AGREEMENT = [
  [40, 10],
  [10, 40],
];

const interAnnotator: FigureSpec = {
  name: "inter-annotator-agreement",
  height: 150,
  caption: {
    zh: "对角线上两人一致；扣掉碰巧一致的一半，才是 κ",
    en: "The diagonal is agreement; kappa takes off what chance gives",
  },
  alt: {
    zh: "两人各判 100 张图：都说有 40，都说无 40，相反的各 10。实际一致 0.8，碰巧一致 0.5，κ =（0.8 − 0.5）÷（1 − 0.5）= 0.6。",
    en: "Two people judge 100 images: both yes 40, both no 40, and 10 each way they differ. Observed agreement 0.8, by chance 0.5, kappa (0.8 − 0.5) / (1 − 0.5) = 0.6.",
  },
  draw: (say) => {
    const answers = [say("有", "yes"), say("无", "no")];
    return (
      <>
        <Label at={[120, 12]} tone="ink-2">
          {say("乙", "second person")}
        </Label>
        {answers.map((answer, index) => (
          <g key={answer}>
            <Label at={[96 + index * 48, 30]}>{answer}</Label>
            <Label at={[66, 64 + index * 48]} anchor="end">
              {say(`甲：${answer}`, `first: ${answer}`)}
            </Label>
          </g>
        ))}
        <NumberGrid
          x={72}
          y={40}
          cell={48}
          values={AGREEMENT}
          tone={(row, column) => (row === column ? "good" : "line")}
          size={15}
        />
        {[say("实际 0.8", "observed 0.8"), say("碰巧 0.5", "by chance 0.5")].map((text, index) => (
          <Label key={text} at={[190, 56 + index * 24]} anchor="start">
            {text}
          </Label>
        ))}
        <Line from={[190, 98]} to={[290, 98]} />
        <Label at={[190, 118]} anchor="start" size={15} strong>
          κ = 0.6
        </Label>
      </>
    );
  },
};

export const featureFigures: readonly FigureSpec[] = [oneHot, standardization, anomalyDetection, curse, interAnnotator];
