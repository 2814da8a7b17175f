import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { Legend } from "../kit/marks";
import { countTo, dotOf } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { normals } from "../kit/random";
import { Dot, Label, type Point, Polyline } from "../kit/shapes";

/** The average after each value, the start first: s ← βs + (1 − β)x. */
export function movingAverage(values: readonly number[], beta: number, start: number): number[] {
  const averages = [start];
  let average = start;
  for (const value of values) {
    average = beta * average + (1 - beta) * value;
    averages.push(average);
  }
  return averages;
}

const BETA = 0.9;
const STEPS = 40;
const random = seededRandom(4);
/** The glossary's example first: an average of 10, then 20 twice; after that noise around 20. */
const VALUES: readonly number[] = countTo(STEPS).map((step) => (step < 2 ? 20 : 20 + 10 * (random() - 0.5)));
const AVERAGES = movingAverage(VALUES, BETA, 10);
const FRAME: Frame = { x: 34, y: 32, width: 252, height: 112, xRange: [0, STEPS], yRange: [8, 26] };
const averagePoints = AVERAGES.map((value, step): Point => place(FRAME, [step, value]));

export const exponentialMovingAverage: FigureSpec = {
  name: "exponential-moving-average",
  height: 180,
  caption: {
    zh: "平均值跟得慢，却抹平了抖动：10、11、11.9……",
    en: "The average follows slowly but smooths the jitter: 10, 11, 11.9 …",
  },
  alt: {
    zh: `灰点是在 20 上下抖动的数值，曲线是 β = ${BETA} 的指数移动平均：从 10 出发，依次为 ${AVERAGES.slice(1, 3)
      .map((v) => trimmed(v))
      .join("、")}，约二十步后升到 20 附近，几乎不抖`,
    en: `Gray dots jitter around 20; the curve is their exponential moving average with β = ${BETA}: from 10 it goes to ${AVERAGES.slice(
      1,
      3,
    )
      .map((v) => trimmed(v))
      .join(" and ")}, and after some twenty steps it is near 20, almost without jitter`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={FRAME}
        xTicks={[0, 10, 20, 30, 40].map((at) => ({ at }))}
        yTicks={[10, 20].map((at) => ({ at }))}
        xName={say("步", "step")}
      />
      {VALUES.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place in the series
        <Dot key={index} at={place(FRAME, [index + 1, value])} radius={2.2} tone="ink-3" />
      ))}
      <Polyline points={averagePoints} thick={2.5} />
      {averagePoints.slice(0, 3).map((at) => (
        <Dot key={at[0]} at={at} radius={3} />
      ))}
      <Dot at={[42, 12]} radius={2.2} tone="ink-3" />
      <Label at={[52, 12]} anchor="start" size={12} tone="ink-2">
        {say("每步的值", "values")}
      </Label>
      <Legend at={[136, 12]} tone="accent">
        {say("移动平均，β = 0.9", "average, β = 0.9")}
      </Legend>
    </>
  ),
};

/** Units in each layer of the network that is tried out, and its layers. */
const WIDTH = 100;
const DEPTH = 10;

/** Root mean square of the activations after each layer of a ReLU network whose weights have that standard deviation; the input first. */
export function activationScale(deviation: number, seed: number): number[] {
  const draw = seededRandom(seed);
  let signal = normals(WIDTH, draw);
  const scale = (values: readonly number[]) => Math.sqrt(values.reduce((total, v) => total + v * v, 0) / WIDTH);
  const scales = [scale(signal)];
  for (let layer = 0; layer < DEPTH; layer += 1) {
    const input = signal;
    signal = countTo(WIDTH).map(() => Math.max(0, deviation * dotOf(normals(WIDTH, draw), input)));
    scales.push(scale(signal));
  }
  return scales;
}

/** √(2 ÷ n_in), for layers before a ReLU. */
export function heDeviation(inputs: number): number {
  return Math.sqrt(2 / inputs);
}

const DEVIATIONS = [
  { deviation: 0.25, tone: "warn", dashed: true },
  { deviation: heDeviation(WIDTH), tone: "accent", dashed: false },
  { deviation: 0.05, tone: "ink-2", dashed: true },
] as const;
const SCALES = DEVIATIONS.map(({ deviation }) => activationScale(deviation, 2));
const SCALE_FRAME: Frame = { x: 40, y: 26, width: 150, height: 122, xRange: [0, DEPTH], yRange: [-5, 3.2] };

export const weightInitialization: FigureSpec = {
  name: "weight-initialization",
  height: 184,
  caption: {
    zh: "权重的标准差取 √(2/n) 时，信号逐层大小不变",
    en: "With a standard deviation of √(2/n) the signal keeps its size through the layers",
  },
  alt: {
    zh: `${DEPTH} 层、每层 ${WIDTH} 个单元的 ReLU 网络里各层激活值的大小，纵轴为对数刻度。权重标准差 0.25：一路变大，到约 ${trimmed(SCALES[0]?.at(-1) ?? 0, 0)}；0.14（He 初始化）：基本不变；0.05：一路缩小，接近 0`,
    en: `The size of the activations in a ReLU network of ${DEPTH} layers of ${WIDTH} units, on a logarithmic scale. With weights of standard deviation 0.25 it grows to about ${trimmed(SCALES[0]?.at(-1) ?? 0, 0)}; with 0.14 (He initialization) it hardly changes; with 0.05 it shrinks toward 0`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={SCALE_FRAME}
        xTicks={[0, 5, 10].map((at) => ({ at }))}
        yTicks={[
          { at: 2, label: "100" },
          { at: 0, label: "1" },
          { at: -2, label: "0.01" },
          { at: -4, label: "10⁻⁴" },
        ]}
        xName={say("层", "layer")}
      />
      {DEVIATIONS.map(({ deviation, tone, dashed }, index) => {
        const points = (SCALES[index] ?? []).map(
          (value, layer): Point => place(SCALE_FRAME, [layer, Math.log10(value)]),
        );
        const end = points.at(-1) ?? [0, 0];
        return (
          <g key={deviation}>
            <Polyline points={points} tone={tone} dashed={dashed} thick={2} />
            <Label at={[end[0] + 8, end[1]]} anchor="start" tone={tone}>
              {`σ = ${trimmed(deviation)}${index === 1 ? " (He)" : ""}`}
            </Label>
          </g>
        );
      })}
      <Label at={[8, 10]} anchor="start" size={12} tone="ink-2">
        {say("激活值的大小（对数）", "size of activations (log)")}
      </Label>
    </>
  ),
};
