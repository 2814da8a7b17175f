import { describe, expect, it } from "vitest";
import { lowestOf, tentOf } from "@/app/_figures/networks/activation-plots";
import { ACTIVATIONS, GELU, LEAKY_RELU, normalProbability, RELU, SWISH } from "@/app/_figures/networks/activations";
import { EXAMPLE, passThrough } from "@/app/_figures/networks/backpropagation";
import { TOTAL_LOSS } from "@/app/_figures/networks/blocks";
import { BLOCKS, DROPOUT, dropOut, skipProbability } from "@/app/_figures/networks/dropout";
import { majorityAccuracy } from "@/app/_figures/networks/ensemble";
import { weightCount } from "@/app/_figures/networks/mlp";
import {
  BATCH_EXAMPLE,
  divideByRootMeanSquare,
  FEATURES,
  normalize,
  shareStatistics,
} from "@/app/_figures/networks/normalization";
import {
  AND_THRESHOLD,
  andOf,
  INPUTS,
  OR_THRESHOLD,
  passes,
  xorByTwoUnits,
  xorOf,
} from "@/app/_figures/networks/perceptron";
import { prune, randomWeights } from "@/app/_figures/networks/sparse";
import { gradientAt } from "@/app/_figures/networks/vanishing-gradient";

describe("activation functions", () => {
  it.each(ACTIVATIONS)("has a slope that is the derivative: $name", ({ of, slope }) => {
    for (const x of [-3.1, -1.2, -0.3, 0.4, 1.7, 3.6]) {
      expect(slope(x)).toBeCloseTo((of(x + 1e-4) - of(x - 1e-4)) / 2e-4, 3);
    }
  });

  it("gives the values of the glossary", () => {
    expect([-3, 0, 2.5].map(RELU.of)).toEqual([0, 0, 2.5]);
    expect(LEAKY_RELU.of(-3)).toBeCloseTo(-0.03);
    expect([1, -1, 2].map((x) => GELU.of(x).toFixed(3))).toEqual(["0.841", "-0.159", "1.954"]);
    expect([2, -2].map((x) => SWISH.of(x).toFixed(3))).toEqual(["1.762", "-0.238"]);
  });

  it("knows the normal distribution on both sides", () => {
    expect(normalProbability(0)).toBeCloseTo(0.5, 6);
    expect(normalProbability(1.96)).toBeCloseTo(0.975, 4);
    expect(normalProbability(-1.3) + normalProbability(1.3)).toBeCloseTo(1, 12);
  });

  it("finds the lowest points of GELU and Swish", () => {
    expect(GELU.slope(lowestOf(GELU.of))).toBeCloseTo(0, 2);
    expect(SWISH.of(lowestOf(SWISH.of))).toBeCloseTo(-0.278, 3);
  });

  it("makes a tent of three ReLUs", () => {
    expect([-1, 0, 0.5, 1, 1.5, 2, 5].map(tentOf)).toEqual([0, 0, 0.5, 1, 0.5, 0, 0]);
  });
});

describe("perceptrons", () => {
  it("computes AND with one line and XOR with two", () => {
    expect(INPUTS.map((inputs) => passes(inputs, AND_THRESHOLD))).toEqual(INPUTS.map(andOf));
    expect(INPUTS.map(xorByTwoUnits)).toEqual(INPUTS.map(xorOf));
  });

  it("leaves one point of XOR on the wrong side of the line that is drawn", () => {
    expect(INPUTS.filter((inputs) => passes(inputs, OR_THRESHOLD) !== xorOf(inputs))).toEqual([[1, 1]]);
  });

  it("counts a weight for each pair of neighboring units", () => {
    expect(weightCount([3, 4, 1])).toBe(16);
  });
});

describe("gradients", () => {
  it("agree with a small change of the weight", () => {
    const step = 1e-6;
    const change = passThrough({ ...EXAMPLE, w: EXAMPLE.w + step }).loss - passThrough(EXAMPLE).loss;
    expect(passThrough(EXAMPLE).byW).toBeCloseTo(change / step, 4);
    expect(passThrough(EXAMPLE)).toMatchObject({ prediction: 6, loss: 1, byPrediction: 2, byW: 4, byX: 6 });
  });

  it("shrink once for each layer, as in the glossary", () => {
    expect(gradientAt(10, 10, 0.25)).toBe(0.25);
    expect(gradientAt(1, 10, 0.25)).toBeCloseTo(0.25 ** 10, 15);
    expect(gradientAt(1, 50, 1.5) / 1e8).toBeCloseTo(6.4, 1);
  });
});

describe("normalization", () => {
  it("gives the glossary's numbers", () => {
    const normalized = normalize(BATCH_EXAMPLE.values);
    expect(normalized).toEqual([-1, 1]);
    expect(normalized.map((value) => BATCH_EXAMPLE.gamma * value + BATCH_EXAMPLE.beta)).toEqual([3, 7]);
  });

  it("normalizes a token's features as the glossary does", () => {
    expect(normalize(FEATURES).map((value) => value.toFixed(2))).toEqual(["1.67", "-1.00", "-0.33", "-0.33"]);
    expect(divideByRootMeanSquare(FEATURES)).toEqual([1.8, 0.2, 0.6, 0.6]);
  });

  it("shares statistics along the right axis", () => {
    const sameChannel = [
      [1, 1],
      [3, 1],
    ] as const;
    const sameSample = [
      [1, 0],
      [1, 3],
    ] as const;
    const sameGroup = [
      [1, 0],
      [1, 1],
    ] as const;
    const sharing = (kind: "batch" | "layer" | "group" | "instance") =>
      [sameChannel, sameSample, sameGroup].map(([one, other]) => shareStatistics(kind, one, other));
    expect(sharing("batch")).toEqual([true, false, false]);
    expect(sharing("layer")).toEqual([false, true, true]);
    expect(sharing("group")).toEqual([false, false, true]);
    expect(sharing("instance")).toEqual([false, false, false]);
  });
});

describe("networks with parts left out", () => {
  it("keeps the expectation of a unit under dropout", () => {
    expect(dropOut(DROPOUT)).toEqual([4, 0, 0, 16]);
    expect((1 - DROPOUT.p) * (dropOut(DROPOUT)[0] ?? 0)).toBe(DROPOUT.outputs[0]);
  });

  it("skips 2.75 of ten blocks on average", () => {
    const expected = Array.from({ length: BLOCKS }, (_, index) => skipProbability(index + 1)).reduce((a, b) => a + b);
    expect(expected).toBeCloseTo(2.75);
  });

  it("prunes the smallest weights", () => {
    const weights = randomWeights(5, 5, 7);
    const kept = prune(weights, 0.8);
    const removed = weights.filter((weight) => !kept.includes(weight));
    expect(kept).toHaveLength(5);
    expect(Math.min(...kept.map(({ value }) => Math.abs(value)))).toBeGreaterThanOrEqual(
      Math.max(...removed.map(({ value }) => Math.abs(value))),
    );
  });
});

describe("several tasks", () => {
  it("have the glossary's total loss", () => {
    expect(TOTAL_LOSS).toBeCloseTo(1);
  });
});

describe("a majority vote", () => {
  it("is right as often as the glossary says", () => {
    expect(majorityAccuracy(1, 0.8)).toBeCloseTo(0.8);
    expect(majorityAccuracy(3, 0.8)).toBeCloseTo(0.896);
  });
});
