import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { countTo, meanOf, sumOf } from "../kit/maths";
import { counted, powerOfTen, scientific, thousands } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { normals } from "../kit/random";
import { Label, Line, type Point, Polyline } from "../kit/shapes";
import { solveLinear } from "./polynomial";

/** As in the glossary: 100 noisy samples, up to 1000 features. */
export const SAMPLES = 100;
export const FEATURES = 1000;
const NOISE = 0.5;
/** Keeps the equations solvable when there are fewer features than samples; far too small to regularize. */
const RIDGE = 1e-7;

/** Feature counts at which the error is computed. */
export const COUNTS: readonly number[] = [
  5, 10, 20, 30, 45, 60, 75, 85, 92, 97, 100, 103, 108, 116, 130, 160, 220, 320, 500, 700, 1000,
];

const dot = (one: ArrayLike<number>, other: readonly number[]) =>
  sumOf(other.map((value, index) => value * (one[index] ?? 0)));

/**
 * Test errors of least squares with the least norm on the first p features, for each p of `counts`. Features are independent standard
 * normals, so that the expected squared error on new data is the squared distance of the weights from the true ones plus the noise.
 */
export function testErrors(counts: readonly number[], seed: number): number[] {
  const random = seededRandom(seed);
  const features = countTo(FEATURES).map(() => Float64Array.from(normals(SAMPLES, random)));
  const truth = features.map((_, index) => 1.6 / (index + 4) ** 0.75);
  const noise = Float64Array.from(normals(SAMPLES, random));
  const targets = countTo(SAMPLES).map((sample) =>
    features.reduce(
      (total, column, j) => total + (column[sample] ?? 0) * (truth[j] ?? 0),
      NOISE * (noise[sample] ?? 0),
    ),
  );
  const gram = countTo(SAMPLES).map(() => new Float64Array(SAMPLES));
  const errors: number[] = [];
  features.forEach((column, index) => {
    gram.forEach((row, i) => {
      const factor = column[i] ?? 0;
      for (let j = 0; j < SAMPLES; j += 1) row[j] = (row[j] ?? 0) + factor * (column[j] ?? 0);
    });
    const used = index + 1;
    if (!counts.includes(used)) return;
    const dual = solveLinear(
      gram.map((row, i) => [...row.map((value, j) => value + (i === j ? RIDGE : 0)), targets[i] ?? 0]),
    );
    const distances = truth.map((weight, j) => {
      const fitted = j < used ? dot(features[j] ?? [], dual) : 0;
      return (weight - fitted) ** 2;
    });
    errors.push(sumOf(distances) + NOISE ** 2);
  });
  return errors;
}

const RUNS = [1, 2, 3].map((seed) => testErrors(COUNTS, seed));
const AVERAGED: readonly Point[] = COUNTS.map((count, index) => [count, meanOf(RUNS.map((run) => run[index] ?? 0))]);
const errorAt = (count: number) => AVERAGED.find(([used]) => used === count)?.[1] ?? 0;

const FRAME: Frame = {
  x: 34,
  y: 26,
  width: 244,
  height: 108,
  xRange: [Math.log10(5), 3],
  yRange: [-0.5, Math.ceil(Math.log10(errorAt(SAMPLES)) * 2) / 2],
};
const at = ([count, error]: Point) => place(FRAME, [Math.log10(count), Math.log10(error)]);

export const doubleDescent: FigureSpec = {
  name: "double-descent",
  height: 172,
  caption: {
    zh: "特征数等于样本数（100）时测试误差最高，再多又降下来",
    en: "The test error peaks where features equal samples (100) and falls again beyond",
  },
  alt: {
    zh: `横轴为特征数（5 到 1000），纵轴为测试误差，都是对数刻度；最小二乘拟合 ${SAMPLES} 个样本，取范数最小的解。误差在 30 个特征时为 ${scientific(errorAt(30))}，到 ${SAMPLES} 个时升到 ${scientific(errorAt(SAMPLES))}，到 ${FEATURES} 个时又降到 ${scientific(errorAt(FEATURES))}`,
    en: `Test error against the number of features (5 to 1,000), both on logarithmic scales, for least squares with the least norm on ${SAMPLES} samples. The error is ${scientific(errorAt(30))} with 30 features, rises to ${scientific(errorAt(SAMPLES))} with ${SAMPLES} and falls to ${scientific(errorAt(FEATURES))} with ${thousands(FEATURES)}`,
  },
  draw: (say) => (
    <>
      <Line from={[at([SAMPLES, 1])[0], FRAME.y]} to={[at([SAMPLES, 1])[0], FRAME.y + FRAME.height]} dashed />
      <Axes
        frame={FRAME}
        xTicks={[10, 100, 1000].map((count) => ({
          at: Math.log10(count),
          label: counted(say, count),
        }))}
        yTicks={countTo(4)
          .filter((power) => power <= FRAME.yRange[1])
          .map((power) => ({ at: power, label: powerOfTen(power) }))}
        xName={say("特征数", "features")}
      />
      <Polyline points={AVERAGED.map(at)} />
      <Label at={[10, 10]} anchor="start" size={12} tone="ink-2">
        {say("测试误差", "test error")}
      </Label>
      <Label at={[at([SAMPLES, 1])[0], 14]} size={12} tone="ink-2">
        {say("特征数 = 样本数", "features = samples")}
      </Label>
    </>
  ),
};
