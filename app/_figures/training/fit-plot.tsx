import type { Say } from "../figure";
import { ClippedCurve } from "../kit/clipped-curve";
import { Legend } from "../kit/marks";
import { type Frame, place } from "../kit/plot";
import { Dot, Label, Line, type Point } from "../kit/shapes";
import { fitPolynomial, meanSquaredError } from "./polynomial";

export const OVERFITTING_HEIGHT = 176;
export const FIT_RANGE = [0, 10] as const;
export const FRAME: Frame = { x: 12, y: 30, width: 276, height: 136, xRange: FIT_RANGE, yRange: [-2, 12] };

export type Shape = "line" | "parabola";

/** What the data follows, apart from its noise. */
export const TRUE_SHAPES: Readonly<Record<Shape, (x: number) => number>> = {
  line: (x) => 1 + 0.8 * x,
  parabola: (x) => 1 + 0.3 * (x - 5) ** 2,
};

const TRAIN_NOISE = [0.8, -0.7, 0.9, -0.3, -1, 0.9, -0.6, 0.7, -0.9, 0.5];
const TEST_NOISE = [-0.5, 0.6, 0.3, -0.8, 0.7, -0.4, 0.5, -0.6, 0.4];

function noisy(shape: Shape, noise: readonly number[], firstX: number): Point[] {
  return noise.map((error, index): Point => [firstX + index, TRUE_SHAPES[shape](firstX + index) + error]);
}

/** Ten points to fit, at 0.5, 1.5, … 9.5. */
export function trainingPoints(shape: Shape): Point[] {
  return noisy(shape, TRAIN_NOISE, 0.5);
}

/** Nine points between them, held back. */
export function testPoints(shape: Shape): Point[] {
  return noisy(shape, TEST_NOISE, 1);
}

export interface Fit {
  readonly of: (x: number) => number;
  readonly trainError: number;
  readonly testError: number;
}

export function fitTo(shape: Shape, degree: number): Fit {
  const of = fitPolynomial(trainingPoints(shape), degree, FIT_RANGE);
  // The solution of the equations is exact to about 10⁻⁹.
  const trainError = meanSquaredError(trainingPoints(shape), of);
  return { of, trainError: trainError < 1e-9 ? 0 : trainError, testError: meanSquaredError(testPoints(shape), of) };
}

const DEGREES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** A test error is high when it is more than so many times the lowest one. */
const HIGH_TEST_ERROR = 1.3;

/** The degree with the lowest test error. */
export const BEST_DEGREES: Readonly<Record<Shape, number>> = {
  line: bestDegree("line"),
  parabola: bestDegree("parabola"),
};

function bestDegree(shape: Shape): number {
  const errors = DEGREES.map((degree) => fitTo(shape, degree).testError);
  return errors.indexOf(Math.min(...errors));
}

/** "needless": a higher degree than the best one that does no harm yet. */
export type FitVerdict = "underfitting" | "good" | "needless" | "overfitting";

export function judgeFit(shape: Shape, degree: number): FitVerdict {
  const best = BEST_DEGREES[shape];
  if (degree === best) return "good";
  const isHigh = fitTo(shape, degree).testError > HIGH_TEST_ERROR * fitTo(shape, best).testError;
  if (!isHigh) return "needless";
  return degree < best ? "underfitting" : "overfitting";
}

/** A polynomial fitted to the training points (filled), with the test points (open) and their distances from it. */
export function FitPlot({ shape, degree, say }: { shape: Shape; degree: number; say: Say }) {
  const { of } = fitTo(shape, degree);
  const clamp = (y: number) => Math.max(FRAME.yRange[0], Math.min(FRAME.yRange[1], y));
  return (
    <>
      <Line from={[FRAME.x, FRAME.y + FRAME.height]} to={[FRAME.x + FRAME.width, FRAME.y + FRAME.height]} />
      <Line from={[FRAME.x, FRAME.y]} to={[FRAME.x, FRAME.y + FRAME.height]} />
      <ClippedCurve frame={FRAME} of={TRUE_SHAPES[shape]} tone="ink-3" dashed thick={1.5} />
      {testPoints(shape).map(([x, y]) => (
        <Line key={x} from={place(FRAME, [x, clamp(y)])} to={place(FRAME, [x, clamp(of(x))])} tone="good" thick={1.5} />
      ))}
      <ClippedCurve frame={FRAME} of={of} />
      {testPoints(shape).map(([x, y]) => (
        <Dot key={x} at={place(FRAME, [x, clamp(y)])} radius={3.5} tone="good" open />
      ))}
      {trainingPoints(shape).map(([x, y]) => (
        <Dot key={x} at={place(FRAME, [x, y])} radius={4} tone="ink" />
      ))}
      <Dot at={[18, 12]} radius={4} tone="ink" />
      <Label at={[27, 12]} anchor="start" size={12} tone="ink-2">
        {say("训练点", "training")}
      </Label>
      <Dot at={[92, 12]} radius={3.5} tone="good" open />
      <Label at={[101, 12]} anchor="start" size={12} tone="ink-2">
        {say("测试点", "test")}
      </Label>
      <Legend at={[152, 12]} tone="ink-3" dashed>
        {say("真规律", "true")}
      </Legend>
      <Label at={[288, 12]} anchor="end" tone="accent">
        {say(`${degree} 次`, `degree ${degree}`)}
      </Label>
    </>
  );
}

export const FIRST_DEGREE = 9;
