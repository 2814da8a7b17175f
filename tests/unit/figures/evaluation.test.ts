import { describe, expect, test } from "vitest";
import { FIRST_SEED, INTERVALS, TRUE_ACCURACY, twentyIntervals } from "@/app/_figures/evaluation/confidence-interval";
import {
  accuracyOf,
  CAT_COUNTS,
  countAt,
  definedPrecisionOf,
  f1Of,
  harmonicMean,
  kappaOf,
  precisionOf,
  recallOf,
  specificityOf,
  TWENTY_SAMPLES,
} from "@/app/_figures/evaluation/counts";
import { RANDOM_TEST } from "@/app/_figures/evaluation/false-success";
import { widthOf } from "@/app/_figures/evaluation/features";
import { BEST_ANGLE, shareAlong } from "@/app/_figures/evaluation/principal-components";
import {
  aucOf,
  averagePrecisionOf,
  FOUR_RANKED,
  precisionRecallPoints,
  rocPoints,
} from "@/app/_figures/evaluation/ranking";
import { BINS } from "@/app/_figures/evaluation/reliability-diagram";
import { bootstrapAccuracies, contains, quantileOf, resample } from "@/app/_figures/evaluation/sampling";
import {
  betaDensity,
  calibrationErrorOf,
  entropyOf,
  fairCoin,
  gaussianWithin,
  medianOf,
  principalDirection,
  varianceAlong,
} from "@/app/_figures/evaluation/statistics";
import { splitVariance } from "@/app/_figures/evaluation/two-uncertainties";
import { leastSquares, meanOf, standardDeviationOf, sumOf } from "@/app/_figures/kit/maths";
import { normals } from "@/app/_figures/kit/random";
import { seededRandom } from "@/lib/seeded-random";

describe("counts and metrics", () => {
  test("are those of the decks' example", () => {
    expect(accuracyOf(CAT_COUNTS)).toBeCloseTo(0.94);
    expect(precisionOf(CAT_COUNTS)).toBeCloseTo(0.8);
    expect(recallOf(CAT_COUNTS)).toBeCloseTo(0.667, 3);
    expect(specificityOf(CAT_COUNTS)).toBeCloseTo(0.977, 3);
    expect(harmonicMean(1, 0.1)).toBeCloseTo(0.18, 2);
  });

  test("count every sample once, and a sample at the threshold as positive", () => {
    for (const threshold of [0, 0.3, 0.5, 0.72, 1]) {
      expect(sumOf(Object.values(countAt(TWENTY_SAMPLES, threshold)))).toBe(TWENTY_SAMPLES.length);
    }
    expect(countAt([{ score: 0.5, positive: true }], 0.5)).toEqual({ tp: 1, fp: 0, fn: 0, tn: 0 });
  });

  test("never find more when the threshold rises", () => {
    const recalls = [0, 0.2, 0.4, 0.6, 0.8, 1].map((threshold) => recallOf(countAt(TWENTY_SAMPLES, threshold)));
    expect(recalls).toEqual([...recalls].sort((one, other) => other - one));
    expect(recalls[0]).toBe(1);
  });

  test("leave precision undefined when nothing is called positive, and F1 at 0 by its counts", () => {
    const nothing = countAt(TWENTY_SAMPLES, 1);
    expect(definedPrecisionOf(nothing)).toBeNull();
    expect([precisionOf(nothing), recallOf(nothing), f1Of(nothing)]).toEqual([0, 0, 0]);
    expect(definedPrecisionOf(CAT_COUNTS)).toBe(precisionOf(CAT_COUNTS));
    expect(f1Of(CAT_COUNTS)).toBeCloseTo(harmonicMean(precisionOf(CAT_COUNTS), recallOf(CAT_COUNTS)));
  });

  test("discount chance agreement in kappa", () => {
    expect(kappaOf({ both: 40, first: 10, second: 10, neither: 40 }).kappa).toBeCloseTo(0.6);
    expect(kappaOf({ both: 25, first: 25, second: 25, neither: 25 }).kappa).toBeCloseTo(0);
  });
});

describe("rankings", () => {
  test("give the curves of the example", () => {
    expect(rocPoints(FOUR_RANKED)).toEqual([
      [0, 0.5],
      [0.5, 0.5],
      [0.5, 1],
      [1, 1],
    ]);
    expect(precisionRecallPoints(FOUR_RANKED).map(([recall]) => recall)).toEqual([0.5, 0.5, 1, 1]);
    expect(aucOf(FOUR_RANKED)).toBe(0.75);
  });

  test("have an AUC that is the area below the ROC curve", () => {
    let before: readonly [number, number] = [0, 0];
    const area = sumOf(
      rocPoints(TWENTY_SAMPLES).map((point) => {
        const strip = ((point[0] - before[0]) * (point[1] + before[1])) / 2;
        before = point;
        return strip;
      }),
    );
    expect(area).toBeCloseTo(aucOf(TWENTY_SAMPLES));
  });

  test("have an average precision that only a perfect ranking makes 1", () => {
    const ranked = (...hits: boolean[]) => hits.map((positive, index) => ({ score: 1 - index / 10, positive }));
    expect(averagePrecisionOf(ranked(true, false, true))).toBeCloseTo(0.833, 3);
    expect(averagePrecisionOf(ranked(true, true, false))).toBe(1);
  });
});

describe("statistics", () => {
  test("of the examples", () => {
    expect(standardDeviationOf([80, 82, 84, 86, 88])).toBeCloseTo(Math.sqrt(8));
    expect(medianOf([5, 6, 6, 6, 7, 90])).toBe(6);
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(entropyOf([0.9, 0.1])).toBeCloseTo(0.469, 3);
    expect(entropyOf([1, 0])).toBe(0);
    expect(calibrationErrorOf(BINS)).toBeCloseTo(0.08);
    expect(splitVariance([0.2, 0.5, 0.8]).epistemic).toBeCloseTo(0.06);
  });

  test("of distributions that sum to 1", () => {
    expect(sumOf(fairCoin(10))).toBeCloseTo(1);
    expect(fairCoin(10)[9]).toBeCloseTo(10 / 1024);
    const steps = 1000;
    expect(meanOf(Array.from({ length: steps }, (_, i) => betaDensity((i + 0.5) / steps, 8, 4)))).toBeCloseTo(1, 4);
    expect(gaussianWithin(1)).toBeCloseTo(0.6827, 4);
    expect(gaussianWithin(1.96)).toBeCloseTo(0.95, 3);
  });

  test("find the line and the direction of largest variance", () => {
    const line = [
      [1, 1],
      [2, 3],
      [3, 5],
    ] as const;
    expect(leastSquares(line)).toEqual({ slope: 2, intercept: -1 });
    const [xs, ys] = [normals(60, seededRandom(3)), normals(60, seededRandom(4))];
    const cloud = xs.map((x, index) => [3 * x, x + (ys[index] ?? 0)] as const);
    const best = principalDirection(cloud);
    for (const turn of [-0.3, -0.01, 0.01, 0.3]) {
      expect(varianceAlong(cloud, best + turn)).toBeLessThan(varianceAlong(cloud, best));
    }
  });
});

describe("data", () => {
  test("split at random by scan leave every patient in training, and all have scans on both sides", () => {
    for (const patient of [0, 1, 2, 3, 4]) {
      const tested = [...RANDOM_TEST].filter((scan) => Math.floor(scan / 10) === patient).length;
      expect(tested).toBeGreaterThan(0);
      expect(tested).toBeLessThan(10);
    }
    expect(RANDOM_TEST.size).toBe(10);
  });

  test("keep all their variance on two perpendicular axes, most of it on the principal one", () => {
    expect(shareAlong(BEST_ANGLE) + shareAlong(BEST_ANGLE - 90)).toBeCloseTo(1);
    for (let degrees = -90; degrees <= 90; degrees += 1) {
      expect(shareAlong(degrees)).toBeLessThanOrEqual(shareAlong(BEST_ANGLE) + 1e-3);
    }
  });

  test("need wide cubes in many dimensions", () => {
    expect(widthOf(0.01, 10)).toBeCloseTo(0.63, 2);
    expect(widthOf(0.01, 2)).toBeCloseTo(0.1);
  });
});

describe("seeded experiments", () => {
  test("are the same for the same seed", () => {
    const [one, other] = [seededRandom(7), seededRandom(7)];
    expect([one(), one(), one()]).toEqual([other(), other(), other()]);
  });

  test("hold the truth in about 95% of the intervals, and in nineteen of the first twenty", () => {
    const holds = (seed: number) =>
      twentyIntervals(seed).filter((interval) => contains(interval, TRUE_ACCURACY)).length;
    expect(holds(FIRST_SEED)).toBe(19);
    const share = sumOf(Array.from({ length: 50 }, (_, seed) => holds(seed))) / 1000;
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.97);
  });

  test("draw no interval beyond the axis in ten thousand presses", () => {
    const [left, right] = INTERVALS.xRange;
    const outside = Array.from({ length: 10_000 }, (_, press) => twentyIntervals(FIRST_SEED + press))
      .flat()
      .filter(({ low, high }) => low < left || high > right);
    expect(outside).toEqual([]);
  }, 30_000);

  test("redraw with replacement, and spread as the standard error says", () => {
    const redrawn = resample(["a", "b", "c", "d"], seededRandom(1));
    expect(redrawn).toHaveLength(4);
    expect(redrawn.every((item) => "abcd".includes(item))).toBe(true);
    const accuracies = bootstrapAccuracies({ accuracy: 0.9, size: 1000, count: 2000, seed: 1 });
    expect(standardDeviationOf(accuracies)).toBeCloseTo(0.0095, 3);
    expect(quantileOf([1, 2, 3, 4, 5], 0.5)).toBe(3);
  });
});
