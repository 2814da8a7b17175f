import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { ClippedCurve } from "../kit/clipped-curve";
import { countTo } from "../kit/maths";
import { scientific } from "../kit/numbers";
import { Axes, Curve, type Frame } from "../kit/plot";
import { normalPair } from "../kit/random";
import { Label, type Point } from "../kit/shapes";
import { FitPlot, fitTo, OVERFITTING_HEIGHT } from "./fit-plot";
import { fitPolynomial } from "./polynomial";

const UNDER = fitTo("parabola", 1);

export const underfitting: FigureSpec = {
  name: "underfitting",
  height: OVERFITTING_HEIGHT,
  caption: {
    zh: "数据弯成抛物线，直线怎么放都差得远",
    en: "The data bends; wherever a straight line is put, it misses",
  },
  alt: {
    zh: `训练点与测试点排成一条抛物线，却用直线去拟合：训练误差 ${scientific(UNDER.trainError)}，测试误差 ${scientific(UNDER.testError)}，两者都很大`,
    en: `Training and test points lie along a parabola but a straight line is fitted: the training error is ${scientific(UNDER.trainError)} and the test error ${scientific(UNDER.testError)}, both large`,
  },
  draw: (say) => <FitPlot shape="parabola" degree={1} say={say} />,
};

export const SETS = 8;
const RANGE = [0, 10] as const;
const trueValue = (x: number) => 5 + 3.2 * Math.sin(0.75 * x);

/** Several training sets of ten points each that differ only in their noise. */
export function trainingSets(seed: number): Point[][] {
  const random = seededRandom(seed);
  return countTo(SETS).map(() =>
    countTo(10).map((index): Point => [0.5 + index, trueValue(0.5 + index) + 0.9 * normalPair(random)[0]]),
  );
}

const DATA = trainingSets(11);
const PANELS = [
  { degree: 1, x: 8 },
  { degree: 7, x: 158 },
] as const;

export const biasVariance: FigureSpec = {
  name: "bias-variance",
  height: 168,
  caption: {
    zh: `同一规律（虚线）的 ${SETS} 份训练集：直线齐齐偏离，高次曲线各不相同`,
    en: `${SETS} training sets from one law (dashed): lines agree but miss, high degrees scatter`,
  },
  alt: {
    zh: `用 ${SETS} 份噪声不同的训练集各拟合一次。左：1 次多项式，各条直线彼此相近，却都不像弯曲的真规律，偏差大、方差小。右：7 次多项式，各条曲线围着真规律上下摆动，偏差小、方差大`,
    en: `Fits to ${SETS} training sets that differ in their noise. Left, degree 1: the lines are alike but none resembles the curved law, so bias is large and variance small. Right, degree 7: the curves scatter around the law, so bias is small and variance large`,
  },
  draw: (say) => (
    <>
      {PANELS.map(({ degree, x }) => {
        const frame: Frame = { x, y: 26, width: 134, height: 112, xRange: RANGE, yRange: [-2, 12] };
        return (
          <g key={degree}>
            <Axes frame={frame} />
            {DATA.map((points) => (
              <ClippedCurve
                key={points[0]?.[1]}
                frame={frame}
                of={fitPolynomial(points, degree, RANGE)}
                thick={1}
                steps={60}
              />
            ))}
            <Curve frame={frame} of={trueValue} tone="ink" dashed thick={2} />
            <Label at={[x + 67, 12]} strong>
              {say(`${degree} 次`, `degree ${degree}`)}
            </Label>
            <Label at={[x + 67, 154]} size={12} tone="ink-2">
              {degree === 1 ? say("偏差大，方差小", "bias large") : say("偏差小，方差大", "variance large")}
            </Label>
          </g>
        );
      })}
    </>
  ),
};
