import { describe, expect, it } from "vitest";
import { leastSquares, softmaxOf, squaredDistance } from "@/app/_figures/kit/maths";
import { fixed, trimmed } from "@/app/_figures/kit/numbers";
import type { Point } from "@/app/_figures/kit/shapes";
import { cropPositions, MIX_SHARE, PATCH } from "@/app/_figures/training/augmentation";
import { activationScale, heDeviation, movingAverage } from "@/app/_figures/training/averages";
import { BATCH_SIZES, batchPath, lineSamples } from "@/app/_figures/training/batch-variants";
import { updatesPerEpoch } from "@/app/_figures/training/batches";
import { LINE_CENTERS, LINE_DATA, lineRounds } from "@/app/_figures/training/clustering";
import { assign, moveCenters, settle, withinSum } from "@/app/_figures/training/clusters";
import { DECAY, decayedTo } from "@/app/_figures/training/decay";
import {
  bowlGradient,
  bowlValue,
  contourOf,
  descend,
  descendPlane,
  lineBowl,
  lineGradient,
} from "@/app/_figures/training/descent";
import { COUNTS, SAMPLES, testErrors } from "@/app/_figures/training/double-descent";
import { fitTo, judgeFit, type Shape, testPoints, trainingPoints } from "@/app/_figures/training/fit-plot";
import { clipGradient, fieldGradient } from "@/app/_figures/training/gradient";
import { distinctRates, gridRuns, RUNS, randomRuns, runGraph, VALUES } from "@/app/_figures/training/graphs";
import { POINTS, STARTS } from "@/app/_figures/training/k-means";
import { LOSSES, PATIENCE, stopEarly, trainingLoss, validationLoss } from "@/app/_figures/training/learning-curve";
import { rateSteps } from "@/app/_figures/training/learning-rate";
import { RAVINE, RAVINE_PATHS } from "@/app/_figures/training/momentum";
import { crossEntropyOf, likelihoodOf, SCORES, SMOOTHING, smoothLabels } from "@/app/_figures/training/outputs";
import { bestOnBorder, lowestPoint, PENALIZED } from "@/app/_figures/training/penalties";
import { CAT, DOG, mixPictures, pastePatch, patchShare } from "@/app/_figures/training/pictures";
import { fitPolynomial, meanSquaredError, solveLinear } from "@/app/_figures/training/polynomial";
import { REGRESSION_POINTS } from "@/app/_figures/training/regression";
import { cosineRate, scheduledRate, stepRate, warmUpRate } from "@/app/_figures/training/schedules";
import { chordMiddle, saddleOf, troughOf, twoValleysOf } from "@/app/_figures/training/surfaces";
import { seededRandom } from "@/lib/seeded-random";

describe("descent", () => {
  it("takes the steps of the glossary's examples", () => {
    expect(descend((w) => 2 * (w - 3), 0, 0.1, 2).map((w) => trimmed(w))).toEqual(["0", "0.6", "1.08"]);
    expect(rateSteps(0.1, 2).map((w) => trimmed(w))).toEqual(["1", "0.8", "0.64"]);
    expect(rateSteps(1.1, 2).map((w) => trimmed(w))).toEqual(["1", "−1.2", "1.44"]);
    expect(rateSteps(0.1, 31).findIndex((w) => w < 0.001)).toBe(31);
  });

  it("keeps a velocity with momentum", () => {
    const path = descendPlane({ gradient: () => [1, 0], start: [0, 0], rate: 1, steps: 3, momentum: 0.9 });
    expect(path.map(([x]) => trimmed(x))).toEqual(["0", "−1", "−2.9", "−5.61"]);
  });

  it("gets further along the ravine with momentum", () => {
    const [plain, fast] = RAVINE_PATHS.map((path) => bowlValue(RAVINE, path.at(-1) ?? [9, 9]));
    expect(fast).toBeLessThan((plain ?? 0) / 4);
  });

  it("has gradients that are slopes", () => {
    const step = 1e-6;
    const [gx, gy] = bowlGradient(RAVINE, [1, 0.5]);
    expect((bowlValue(RAVINE, [1 + step, 0.5]) - bowlValue(RAVINE, [1, 0.5])) / step).toBeCloseTo(gx, 4);
    expect((bowlValue(RAVINE, [1, 0.5 + step]) - bowlValue(RAVINE, [1, 0.5])) / step).toBeCloseTo(gy, 4);
    expect(fieldGradient([2, 1])).toEqual([4, 3]);
  });

  it("draws contours on which the value is the same", () => {
    const bowl = { a: 1, b: 0.3, c: 2, center: [1, -1] as const };
    for (const at of contourOf(bowl, 0.7)) expect(bowlValue(bowl, at)).toBeCloseTo(0.7, 9);
  });

  it("shortens only gradients beyond the threshold", () => {
    expect(clipGradient([6, 8], 5)).toEqual([3, 4]);
    expect(clipGradient([0.6, 0.8], 5)).toEqual([0.6, 0.8]);
  });
});

describe("batches", () => {
  const samples = lineSamples(5);

  it("count updates as the glossary does", () => {
    expect([1000, 100, 32, 1].map((size) => updatesPerEpoch(1000, size))).toEqual([1, 10, 32, 1000]);
    expect(updatesPerEpoch(50_000, 128)).toBe(391);
  });

  it("have the full gradient as the mean of theirs", () => {
    const halves = [samples.slice(0, 500), samples.slice(500)].map((part) => lineGradient(part, [0, 0]));
    const [w] = lineGradient(samples, [0, 0]);
    expect(((halves[0]?.[0] ?? 0) + (halves[1]?.[0] ?? 0)) / 2).toBeCloseTo(w, 9);
    expect(bowlGradient(lineBowl(samples), [0, 0])[0]).toBeCloseTo(w, 9);
  });

  it("wobble the more, the smaller they are", () => {
    const turning = (path: readonly Point[]) =>
      path.slice(2).reduce((total, at, index) => {
        const [from, middle] = [path[index] ?? at, path[index + 1] ?? at];
        return total + Math.hypot(at[0] - 2 * middle[0] + from[0], at[1] - 2 * middle[1] + from[1]);
      }, 0);
    const [full = 0, mini = 0, single = 0] = BATCH_SIZES.map((size) => turning(batchPath(samples, size, 24)));
    expect(full).toBeLessThan(mini);
    expect(mini).toBeLessThan(single);
  });
});

describe("schedules", () => {
  it("follow the glossary's numbers", () => {
    expect([0, 25, 50, 75, 100].map((t) => trimmed(cosineRate(t, 100, 0.1), 3))).toEqual([
      "0.1",
      "0.085",
      "0.05",
      "0.015",
      "0",
    ]);
    expect([0, 29, 30, 60].map((t) => trimmed(stepRate(t, 0.1, [30, 60]), 3))).toEqual(["0.1", "0.1", "0.01", "0.001"]);
    expect([0, 2.5, 5, 9].map((t) => trimmed(warmUpRate(t, 5, 0.1, 3.2)))).toEqual(["0.1", "1.65", "3.2", "3.2"]);
    expect((decayedTo(DECAY.steps) * 100).toFixed(1)).toBe("36.8");
  });

  it("join warm-up and decay without a jump", () => {
    const at = (t: number) => scheduledRate(t, { length: 5, total: 90, start: 0.1, peak: 3.2, decay: "cosine" });
    expect(at(5 - 1e-9)).toBeCloseTo(at(5), 6);
    expect(at(90)).toBeCloseTo(0, 9);
  });
});

describe("fitting", () => {
  it("solves linear equations", () => {
    expect(
      solveLinear([
        [0, 2, 4],
        [3, 1, 5],
      ]).map((value) => trimmed(value)),
    ).toEqual(["1", "2"]);
  });

  it("recovers a polynomial from its values", () => {
    const cubic = (x: number) => 2 - x + 0.5 * x ** 3;
    const fitted = fitPolynomial(
      [0, 1, 2, 3, 4].map((x): Point => [x, cubic(x)]),
      3,
      [0, 4],
    );
    expect(fitted(2.7)).toBeCloseTo(cubic(2.7), 8);
  });

  it("passes through all ten points with degree 9, and misses between them", () => {
    const { of, trainError, testError } = fitTo("line", 9);
    for (const [x, y] of trainingPoints("line")) expect(of(x)).toBeCloseTo(y, 6);
    expect(trainError).toBe(0);
    expect(testError).toBeGreaterThan(10 * fitTo("line", 1).testError);
    expect(meanSquaredError(testPoints("line"), of)).toBe(testError);
  });

  it.each(["line", "parabola"] as const)("lowers the training error with each degree: %s", (shape) => {
    const errors = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((degree) => fitTo(shape, degree).trainError);
    errors.slice(1).forEach((error, index) => {
      expect(error).toBeLessThanOrEqual((errors[index] ?? 0) + 1e-9);
    });
  });

  it("is judged by one rule for both kinds of data", () => {
    const verdicts = (shape: Shape) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((degree) => judgeFit(shape, degree));
    // From degree 3 on both data sets have the same errors, as they differ by a parabola.
    const further = ["needless", "needless", "needless", "overfitting", "needless", "overfitting", "overfitting"];
    expect(verdicts("line")).toEqual(["underfitting", "good", "needless", ...further]);
    expect(verdicts("parabola")).toEqual(["underfitting", "underfitting", "good", ...further]);
  });

  it("underfits a parabola with a line", () => {
    expect(fitTo("parabola", 1).trainError).toBeGreaterThan(3 * fitTo("parabola", 2).trainError);
  });

  it("has the glossary's line as the least-squares line", () => {
    const { slope, intercept } = leastSquares(REGRESSION_POINTS);
    expect(slope).toBeCloseTo(2);
    expect(intercept).toBeCloseTo(1);
  });

  it("has its greatest test error where features equal samples", () => {
    const errors = testErrors([30, SAMPLES, 500], 1);
    expect(errors[1]).toBeGreaterThan(5 * Math.max(errors[0] ?? 0, errors[2] ?? 0));
    expect(COUNTS).toContain(SAMPLES);
  });
});

describe("stopping early", () => {
  it("keeps epoch 4 and stops after epoch 7", () => {
    expect(stopEarly(LOSSES, PATIENCE)).toEqual({ best: 4, stop: 7 });
    expect(stopEarly([3, 2, 1], PATIENCE)).toEqual({ best: 3, stop: null });
  });

  it("draws curves through the numbers of the learning curve", () => {
    expect([40, 100].map((epoch) => fixed(trainingLoss(epoch), 2))).toEqual(["0.30", "0.10"]);
    expect([40, 100].map((epoch) => fixed(validationLoss(epoch), 2))).toEqual(["0.42", "0.60"]);
  });
});

describe("penalties", () => {
  it("put the minimum where the glossary says", () => {
    expect(lowestPoint(PENALIZED.plain)).toBeCloseTo(0.2);
    expect(lowestPoint(PENALIZED.l1)).toBe(0);
    expect(lowestPoint(PENALIZED.l2)).toBeCloseTo(0.133);
  });

  it("touch the diamond at a corner, the circle beside it", () => {
    const [x, y] = bestOnBorder("l1");
    expect(x).toBeCloseTo(0, 6);
    expect(y).toBeCloseTo(1, 6);
    expect(Math.min(...bestOnBorder("l2").map(Math.abs))).toBeGreaterThan(0.1);
  });
});

describe("clusters", () => {
  it("move as in the glossary", () => {
    expect(lineRounds(LINE_DATA, LINE_CENTERS, 3)).toEqual([
      [1, 2],
      [1, 7],
      [1.5, 9.5],
      [1.5, 9.5],
    ]);
  });

  it.each([2, 3, 4])("never raise the sum of squared distances, K = %i", (k) => {
    let centers: readonly Point[] = STARTS.slice(0, k);
    let last = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 6; round += 1) {
      const groups = assign(POINTS, centers);
      expect(withinSum(POINTS, groups, centers)).toBeLessThanOrEqual(last);
      centers = moveCenters(POINTS, groups, centers);
      last = withinSum(POINTS, groups, centers);
    }
  });

  it("settle with each point at its nearest center", () => {
    const { centers, groups } = settle(POINTS, STARTS.slice(0, 3));
    POINTS.forEach((at, index) => {
      const own = squaredDistance(at, centers[groups[index] ?? 0] ?? at);
      for (const center of centers) expect(own).toBeLessThanOrEqual(squaredDistance(at, center));
    });
    expect(groups).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  });

  it("leave a center without points where it is", () => {
    expect(
      moveCenters(
        [[0, 0]],
        [0],
        [
          [1, 1],
          [5, 5],
        ],
      ),
    ).toEqual([
      [0, 0],
      [5, 5],
    ]);
  });
});

describe("surfaces", () => {
  it("have the heights of the glossary", () => {
    expect([saddleOf(0.1, 0), saddleOf(0, 0.1)].map((value) => trimmed(value))).toEqual(["0.01", "−0.01"]);
    expect([troughOf(0, 0), troughOf(2, 1), troughOf(0.5, 1.5)]).toEqual([4, 1, 0]);
    expect([twoValleysOf(1), twoValleysOf(-2)]).toEqual([-5, -32]);
    expect([chordMiddle((x) => x * x, 1, 3), chordMiddle((x) => x ** 3, -2, 0)]).toEqual([5, -4]);
  });
});

describe("averages and signals", () => {
  it("average as in the glossary", () => {
    expect(movingAverage([20, 20], 0.9, 10).map((value) => trimmed(value))).toEqual(["10", "11", "11.9"]);
  });

  it("keep their size with He initialization only", () => {
    const endOf = (deviation: number) => activationScale(deviation, 2).at(-1) ?? 0;
    expect(heDeviation(576)).toBeCloseTo(0.059, 3);
    expect(endOf(heDeviation(100))).toBeGreaterThan(0.3);
    expect(endOf(heDeviation(100))).toBeLessThan(3);
    expect(endOf(0.05)).toBeLessThan(1e-3);
    expect(endOf(0.25)).toBeGreaterThan(100);
  });
});

describe("outputs", () => {
  it("match the glossary", () => {
    expect(softmaxOf(SCORES).map((value) => fixed(value, 3))).toEqual(["0.659", "0.242", "0.099"]);
    expect([0.9, 0.5, 0.01].map((p) => fixed(crossEntropyOf(p), 3))).toEqual(["0.105", "0.693", "4.605"]);
    expect(smoothLabels(SMOOTHING).map((value) => trimmed(value))).toEqual(["0.02", "0.92", "0.02", "0.02", "0.02"]);
    expect(likelihoodOf(0.7)).toBeGreaterThan(Math.max(likelihoodOf(0.69), likelihoodOf(0.71)));
    expect(runGraph(VALUES)).toEqual({ s: 3, y: 12, byS: 4, byA: 4, byB: 4, byC: 3 });
  });
});

describe("augmentation", () => {
  it("mixes pixels in the share of the labels", () => {
    const [cat = 0, dog = 0] = [CAT[0]?.[0], DOG[0]?.[0]];
    expect(mixPictures(CAT, DOG, MIX_SHARE)[0]?.[0]).toBeCloseTo(0.7 * cat + 0.3 * dog);
    expect([CAT, DOG].every((of) => of.length === 8 && of.every((row) => row.length === 8))).toBe(true);
  });

  it("pastes a quarter of the dog and nothing else", () => {
    expect(patchShare(CAT, PATCH)).toBe(0.25);
    const pasted = pastePatch(CAT, DOG, PATCH);
    expect(pasted[7]).toEqual(CAT[7]);
    expect(pasted[0]?.slice(4)).toEqual(DOG[0]?.slice(4));
    expect(pasted[0]?.slice(0, 4)).toEqual(CAT[0]?.slice(0, 4));
  });

  it("counts crops as the glossary does", () => {
    expect(cropPositions(256, 224)).toBe(1089);
  });
});

describe("searches", () => {
  it("try 3 learning rates on the grid and 27 at random", () => {
    expect(gridRuns()).toHaveLength(RUNS);
    expect(distinctRates(gridRuns())).toBe(3);
    expect(distinctRates(randomRuns(5))).toBe(27);
  });
});

describe("the random generator", () => {
  it("repeats itself for the same seed and stays in [0, 1)", () => {
    const [one, other] = [seededRandom(9), seededRandom(9)];
    for (let draw = 0; draw < 1000; draw += 1) {
      const value = one();
      expect(other()).toBe(value);
      expect(value >= 0 && value < 1).toBe(true);
    }
  });
});
