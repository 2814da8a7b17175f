import { describe, expect, it } from "vitest";
import {
  cleanGuess,
  denoisedAt,
  FACE,
  noised,
  noisyFace,
  normalPairs,
  STEPS,
  signalLeft,
} from "@/app/_figures/generation/diffusion";
import { codeDivergence, expectedPayoffs, klDivergence, nearestEntry } from "@/app/_figures/generation/distributions";
import { normalDensity, squaredDistance } from "@/app/_figures/kit/maths";

describe("distributions", () => {
  it("lose what the example says, and something else the other way round", () => {
    expect(klDivergence([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.144, 3);
    expect(klDivergence([0.25, 0.75], [0.5, 0.5])).toBeCloseTo(0.131, 3);
    expect(klDivergence([0.3, 0.7], [0.3, 0.7])).toBe(0);
  });

  it("have the same divergence by the closed form as by summing over the curve", () => {
    const width = 0.01;
    let sum = 0;
    for (let x = -8; x < 9; x += width) {
      const p = normalDensity(x, 1);
      sum += p * Math.log(p / normalDensity(x)) * width;
    }
    expect(sum).toBeCloseTo(codeDivergence(1, 1), 4);
    expect(codeDivergence(0, 1)).toBe(0);
  });

  it("are quantized to the nearest entry of the codebook", () => {
    const codebook = [
      [0, 0],
      [4, 0],
      [0, 4],
    ] as const;
    expect(codebook.map((entry) => squaredDistance([3, 1], entry))).toEqual([10, 2, 18]);
    expect(nearestEntry([3, 1], codebook)).toBe(1);
  });

  it("leave no move of rock, paper, scissors better than another in the equilibrium", () => {
    const hands = [
      [0, 1, -1],
      [-1, 0, 1],
      [1, -1, 0],
    ];
    for (const payoff of expectedPayoffs(hands, [1 / 3, 1 / 3, 1 / 3])) expect(payoff).toBeCloseTo(0);
    expect(Math.max(...expectedPayoffs(hands, [0.5, 0.25, 0.25]))).toBeGreaterThan(0);
  });
});

describe("diffusion", () => {
  it.each(["linear", "cosine"] as const)("loses signal with every step of the %s schedule", (schedule) => {
    expect(signalLeft(schedule, 0)).toBe(1);
    expect(signalLeft(schedule, STEPS)).toBeLessThan(0.001);
    for (let t = 1; t <= STEPS; t++) expect(signalLeft(schedule, t)).toBeLessThan(signalLeft(schedule, t - 1));
  });

  it("multiplies the steps of the linear schedule", () => {
    expect(signalLeft("linear", 1)).toBeCloseTo(0.9999, 10);
    expect(signalLeft("linear", 2)).toBeCloseTo(0.9999 * (1 - 0.0001 - 0.0199 / 999), 10);
  });

  it("noises the pixel of the example", () => {
    expect(noised(1, 0.5, 0.64)).toBeCloseTo(1.1);
  });

  it("starts from data with mean 0 and variance 1", () => {
    for (const axis of [0, 1] as const) {
      const values = FACE.map((pair) => pair[axis]);
      expect(values.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0);
      expect(values.reduce((sum, v) => sum + v * v, 0) / values.length).toBeCloseTo(1);
    }
    expect(noisyFace("cosine", 0)).toEqual(FACE);
  });

  it("guesses the data point behind a nearly clean one, and the mean behind noise", () => {
    const data = [
      [2, 0],
      [-2, 0],
    ] as const;
    expect(cleanGuess([1.99, 0], data, 0.9999)[0]).toBeCloseTo(2);
    expect(cleanGuess([0.5, 0], data, 1e-9)[0]).toBeCloseTo(0, 3);
  });

  it("leads noise onto the data", () => {
    const times = Array.from({ length: 51 }, (_, step) => STEPS - step * 20);
    const end = denoisedAt(times, normalPairs(20, 3), FACE).at(-1) ?? [];
    expect(end).toHaveLength(20);
    for (const point of end)
      expect(Math.min(...FACE.map((target) => Math.sqrt(squaredDistance(point, target))))).toBeLessThan(0.15);
  });
});
