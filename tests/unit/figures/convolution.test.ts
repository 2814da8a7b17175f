import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convolve,
  convolveRow,
  dilatedSpan,
  outputSide,
  padded,
  receptiveFields,
  transposedRow,
} from "@/app/_figures/convolution/convolve";
import { compoundFactors } from "@/app/_figures/convolution/deformable";
import { FILTERS, PICTURE } from "@/app/_figures/convolution/house";
import { POOLED_MAP, poolingAt, workingOf } from "@/app/_figures/convolution/pooling";
import { compareStack, rowsOf } from "@/app/_figures/convolution/receptive-field";
import { linearAt, pool, repeated, stretched } from "@/app/_figures/convolution/resample";
import { FIRST_POSITION, FIRST_STEPS, stopAt } from "@/app/_figures/convolution/sliding-filter";
import { imageWithCross } from "@/app/_figures/convolution/translation";
import { bottleneckWeights, convolutionWeights, separableWeights } from "@/app/_figures/convolution/weights";

const CROSS = [
  [0, 1, 0],
  [1, 1, 1],
  [0, 1, 0],
];

describe("convolution", () => {
  test("multiplies and adds without flipping the filter, as in the concept's example", () => {
    const filter = [
      [1, 0],
      [0, -1],
    ];
    expect(
      convolve(
        [
          [1, 2],
          [3, 4],
        ],
        filter,
      ),
    ).toEqual([[-3]]);
    expect(stopAt(FIRST_POSITION, FIRST_STEPS)).toMatchObject({ row: 1, column: 1, output: -3 });
  });

  test("has an output of the size that the formula of the texts gives", () => {
    expect(outputSide(32, 5, { stride: 1, padding: 0 })).toBe(28);
    expect(outputSide(7, 3, { stride: 2, padding: 0 })).toBe(3);
    expect(outputSide(32, 3, { stride: 1, padding: 1 })).toBe(32);
    const sizes = fc.record({
      input: fc.integer({ min: 3, max: 9 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(sizes, ({ input, stride, padding }) => {
        const map = Array.from({ length: input }, () => Array.from({ length: input }, () => 1));
        const output = convolve(map, CROSS, { stride, padding });
        expect(output).toHaveLength(outputSide(input, CROSS.length, { stride, padding }));
        expect(output[0]).toHaveLength(output.length);
      }),
    );
  });

  test("sees zeros around a padded input", () => {
    expect(padded([[7]], 1)).toEqual([
      [0, 0, 0],
      [0, 7, 0],
      [0, 0, 0],
    ]);
    expect(convolve([[7]], CROSS, { stride: 1, padding: 1 })).toEqual([[7]]);
  });

  test("moves its answer along with the input, and the largest answer stays the same", () => {
    expect(convolveRow([0, 0, 5, 0, 0, 0, 0], [1, 2, 1])).toEqual([5, 10, 5, 0, 0]);
    expect(convolveRow([0, 0, 0, 5, 0, 0, 0], [1, 2, 1])).toEqual([0, 5, 10, 5, 0]);
    const largest = (top: number, left: number) => Math.max(...convolve(imageWithCross(top, left), CROSS).flat());
    const places = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(places, ([top, left]) => {
        expect(largest(top, left)).toBe(5);
      }),
    );
  });

  test("finds each wall of the house on its own side only", () => {
    const [leftWall = [], rightWall = []] = FILTERS.map((filter) => convolve(PICTURE, filter));
    const middleRow = 18;
    const strongest = (row: readonly number[] = []) => row.indexOf(Math.max(...row));
    expect(strongest(leftWall[middleRow])).toBeLessThan(14);
    expect(strongest(rightWall[middleRow])).toBeGreaterThan(14);
    expect(leftWall).toHaveLength(28);
  });

  test("transposed, adds up the prints where they overlap", () => {
    const { prints, sum } = transposedRow([1, 3], [1, 2, 1], 2);
    expect(sum).toEqual([1, 2, 4, 6, 3]);
    expect(prints).toEqual([
      [1, 2, 1, null, null],
      [null, null, 3, 6, 3],
    ]);
  });

  test("dilated, spans more cells with the same weights", () => {
    expect([1, 2, 4].map((rate) => dilatedSpan(3, rate))).toEqual([3, 5, 9]);
  });
});

describe("receptive fields", () => {
  test("grow as in the texts", () => {
    expect(compareStack({ layers: 2, stride: 1 })).toMatchObject({ field: 5, stackWeights: 18, singleWeights: 25 });
    expect(receptiveFields(Array.from({ length: 3 }, () => ({ side: 3, stride: 2 })))).toEqual([3, 7, 15]);
  });

  test("are as wide as the bottom row that is drawn, and every value stands over the middle of its own", () => {
    for (const layers of [1, 2, 3]) {
      for (const stride of [1, 2]) {
        const rows = rowsOf({ layers, stride });
        const { field } = compareStack({ layers, stride });
        expect(rows[0]).toEqual(Array.from({ length: field }, (_, index) => index + 0.5));
        expect(rows.at(-1)).toEqual([field / 2]);
      }
    }
  });
});

describe("pooling and resampling", () => {
  test("keeps the largest value or the mean of each window", () => {
    expect(pool(POOLED_MAP, { side: 2, stride: 2, kind: "max" })).toEqual([
      [9, 4],
      [5, 8],
    ]);
    expect(pool(POOLED_MAP, { side: 2, stride: 2, kind: "average" })[0]?.[0]).toBe(4.5);
    expect(pool(POOLED_MAP, { side: 2, stride: 1, kind: "max" })).toHaveLength(3);
  });

  test("shows the working of the very cell that it marks", () => {
    const { values, output } = poolingAt({ kind: "average", stride: 1, position: 4 });
    expect(values).toEqual([6, 4, 2, 8]);
    expect(workingOf("average", values)).toBe(`(6 + 4 + 2 + 8) ÷ 4 = ${output}`);
  });

  test("repeats or interpolates a row", () => {
    expect(repeated([1, 3], 2)).toEqual([1, 1, 3, 3]);
    expect(stretched([1, 3], 4).map((value) => Number(value.toFixed(2)))).toEqual([1, 1.67, 2.33, 3]);
    expect(linearAt([10, 20], 0.5)).toBe(15);
    expect(linearAt([10, 20, 0], 2)).toBe(0);
  });
});

describe("weights", () => {
  test("are those of the texts", () => {
    const layer = { side: 3, from: 64, to: 128 };
    expect(convolutionWeights(layer)).toBe(73728);
    expect(convolutionWeights({ ...layer, groups: 4 })).toBe(18432);
    expect(separableWeights(layer)).toEqual([576, 8192]);
    expect(bottleneckWeights(256, 64)).toEqual([16384, 36864, 16384]);
  });
});

test("compound scaling about doubles the computation with each step", () => {
  const [one, two] = [compoundFactors(1), compoundFactors(2)];
  expect(one.computation).toBeCloseTo(1.92, 2);
  expect(two.computation).toBeCloseTo(one.computation ** 2);
  expect([two.depth, two.width, two.resolution].map((factor) => factor.toFixed(2))).toEqual(["1.44", "1.21", "1.32"]);
});
