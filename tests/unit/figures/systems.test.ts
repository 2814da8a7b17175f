import { describe, expect, test } from "vitest";
import { ALL_SCORES } from "@/app/_figures/systems/claims";
import {
  allReduce,
  bubbleOf,
  federatedAverage,
  meanErrorOf,
  portionAt,
  quantized,
  signal,
  stepOf,
  withFraction,
} from "@/app/_figures/systems/numbers";

describe("quantization", () => {
  test("keeps the signal within half a step and never leaves the levels", () => {
    for (const bits of [2, 3, 4, 5, 6, 7, 8]) {
      for (let t = 0; t <= 1; t += 0.01) {
        const stored = quantized(signal(t), bits);
        expect(Math.abs(stored - signal(t))).toBeLessThanOrEqual(stepOf(bits) / 2 + 1e-12);
        expect(stored / stepOf(bits)).toBeCloseTo(Math.round(stored / stepOf(bits)));
      }
    }
  });

  test("clips what lies outside", () => {
    expect(quantized(3, 4)).toBeCloseTo(1);
    expect(quantized(-3, 4)).toBeCloseTo(-1);
  });

  test("errs less with every bit more", () => {
    const errors = [2, 3, 4, 5, 6, 7, 8].map(meanErrorOf);
    expect(errors).toEqual([...errors].sort((one, other) => other - one));
  });
});

describe("number formats", () => {
  test("round as bfloat16 does in the concept's examples", () => {
    expect(withFraction(100000, 7)).toBe(99840);
    expect(withFraction(1.003, 7)).toBe(1);
    expect(withFraction(1.0078125, 7)).toBe(1.0078125);
  });

  test("round ties to even", () => {
    expect(withFraction(1 + 1 / 256, 7)).toBe(1);
    expect(withFraction(1 + 3 / 256, 7)).toBe(1 + 2 / 128);
  });
});

describe("the pipeline's schedule", () => {
  test("leaves idle what the formula says", () => {
    for (const [stages, portions] of [
      [4, 4],
      [4, 12],
      [3, 1],
    ] as const) {
      const slots = portions + stages - 1;
      const cells = Array.from({ length: stages * slots }, (_, cell) =>
        portionAt(Math.floor(cell / slots), cell % slots, portions),
      );
      expect(cells.filter((portion) => portion === null).length / cells.length).toBeCloseTo(bubbleOf(stages, portions));
    }
    expect(bubbleOf(4, 12)).toBeCloseTo(0.2);
  });

  test("gives a portion to a stage only after the stage before has done it", () => {
    expect(portionAt(0, 0, 4)).toBe(1);
    expect(portionAt(1, 0, 4)).toBeNull();
    expect(portionAt(3, 6, 4)).toBe(4);
    expect(portionAt(0, 4, 4)).toBeNull();
  });
});

test("devices end with the sum, and hospitals with the weighted mean", () => {
  expect(
    allReduce([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
  ).toEqual([9, 12]);
  expect(
    federatedAverage([
      { samples: 100, weight: 2 },
      { samples: 300, weight: 4 },
    ]),
  ).toBe(3.5);
});

test("the four picked cherries are four: no tie at the edge", () => {
  const sorted = [...ALL_SCORES].sort((one, other) => other - one);
  expect(sorted[3]).not.toBe(sorted[4]);
});
