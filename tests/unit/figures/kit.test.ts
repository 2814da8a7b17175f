import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayIn } from "@/app/_figures/figure";
import { clipToRange } from "@/app/_figures/kit/clipped-curve";
import { columnsOf } from "@/app/_figures/kit/dots";
import {
  countTo,
  dotOf,
  leastSquares,
  meanOf,
  normalDensity,
  onCircle,
  softmaxOf,
  squaredDistance,
  standardDeviationOf,
  sumOf,
} from "@/app/_figures/kit/maths";
import {
  counted,
  fixed,
  numbered,
  percent,
  powerOfTen,
  raised,
  scientific,
  thousands,
  trimmed,
  trimmedOrScientific,
} from "@/app/_figures/kit/numbers";
import { chooseSome, normalPair, normals } from "@/app/_figures/kit/random";
import type { Point } from "@/app/_figures/kit/shapes";
import { seededRandom } from "@/lib/seeded-random";

describe("numbers", () => {
  it("keep their decimals, with a true minus sign and none before zero", () => {
    expect([0.5, -3, -0.004, 0].map((value) => fixed(value, 2))).toEqual(["0.50", "−3.00", "0.00", "0.00"]);
  });

  it("are trimmed of zeros at the end", () => {
    expect([0.5, 12, -3.456, -0.004].map((value) => trimmed(value))).toEqual(["0.5", "12", "−3.46", "0"]);
    expect(trimmed(-3.456, 1)).toBe("−3.5");
  });

  it("never have a hyphen for a minus sign, and mean what they are", () => {
    const spelled = (text: string) => Number(text.replace("−", "-"));
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          for (const write of [fixed, trimmed]) {
            expect(write(value, decimals)).not.toContain("-");
            expect(Math.abs(spelled(write(value, decimals)) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
          }
        },
      ),
    );
  });

  it("are percentages of 1", () => {
    expect([percent(0.5), percent(0.125, 1), percent(1)]).toEqual(["50%", "12.5%", "100%"]);
  });

  it("have commas between thousands in English only", () => {
    expect([7, 999, 1000, 100352, 1234567].map(thousands)).toEqual(["7", "999", "1,000", "100,352", "1,234,567"]);
    expect([counted(sayIn("zh"), 3136), counted(sayIn("en"), 3136)]).toEqual(["3136", "3,136"]);
  });

  it("are powers of ten when they are very large or small", () => {
    expect([0, 3, -7, 12].map(powerOfTen)).toEqual(["1", "10³", "10⁻⁷", "10¹²"]);
    expect([0, 0.5, -12.3, 9.54e-7, -25000].map(scientific)).toEqual(["0", "0.5", "−12", "9.5×10⁻⁷", "−2.5×10⁴"]);
    expect([9.97e-4, 999999].map(scientific)).toEqual(["1.0×10⁻³", "1.0×10⁶"]);
    expect(raised(-10)).toBe("⁻¹⁰");
  });

  it("never say 0 for what is only small", () => {
    expect([0, 0.10737, -0.8, 2.4e-4, -1e-21, 24201].map(trimmedOrScientific)).toEqual([
      "0",
      "0.107",
      "−0.8",
      "2.4×10⁻⁴",
      "−1.0×10⁻²¹",
      "2.4×10⁴",
    ]);
  });

  it("count one thing without an s", () => {
    expect([0, 1, 2].map((count) => numbered(count, "step"))).toEqual(["0 steps", "1 step", "2 steps"]);
  });
});

describe("maths", () => {
  it("counts, adds and averages", () => {
    expect(countTo(3)).toEqual([0, 1, 2]);
    expect([sumOf([]), sumOf([1, 2, 3.5])]).toEqual([0, 6.5]);
    expect([meanOf([1, 2, 6]), standardDeviationOf([80, 82, 84, 86, 88])]).toEqual([3, Math.sqrt(8)]);
  });

  it("multiplies vectors and measures between points", () => {
    expect(dotOf([1, 2, 3], [4, 5, 6])).toBe(32);
    expect(dotOf([1, 2], [3, 4, 100])).toBe(11);
    expect(squaredDistance([1, 1], [4, 5])).toBe(25);
  });

  it("turns counterclockwise although y runs downwards", () => {
    for (const [degrees, x, y] of [
      [0, 15, 20],
      [90, 10, 15],
      [180, 5, 20],
    ] as const) {
      const at = onCircle([10, 20], 5, degrees);
      expect(at[0]).toBeCloseTo(x);
      expect(at[1]).toBeCloseTo(y);
    }
  });

  it("has a softmax that sums to 1, keeps the order and does not mind large or infinite scores", () => {
    const scores = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, temperature) => {
        const shares = softmaxOf(values, temperature);
        expect(sumOf(shares)).toBeCloseTo(1);
        values.forEach((value, i) => {
          values.forEach((other, j) => {
            if (value > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0);
          });
        });
      }),
    );
    expect(softmaxOf([1000, 1000, Number.NEGATIVE_INFINITY])).toEqual([0.5, 0.5, 0]);
  });

  it("has a normal density of area 1 that is highest at its mean", () => {
    const places = countTo(2001).map((step) => -17 + step / 50);
    expect(sumOf(places.map((x) => normalDensity(x, 3, 2))) / 50).toBeCloseTo(1);
    expect(normalDensity(3, 3, 2)).toBeCloseTo(1 / Math.sqrt(8 * Math.PI));
    expect(normalDensity(1)).toBe(normalDensity(-1));
  });

  it("finds the line that points lie on", () => {
    expect(
      leastSquares([
        [0, -1],
        [1, 1],
        [2, 3],
      ]),
    ).toEqual({ slope: 2, intercept: -1 });
  });
});

describe("chance", () => {
  it("draws standard normal numbers, the same for the same seed", () => {
    const values = normals(4000, seededRandom(5));
    expect(values).toEqual(normals(4000, seededRandom(5)));
    expect(meanOf(values)).toBeCloseTo(0, 1);
    expect(standardDeviationOf(values)).toBeCloseTo(1, 1);
  });

  it("draws pairs that are independent", () => {
    const random = seededRandom(8);
    const pairs = countTo(4000).map(() => normalPair(random));
    expect(meanOf(pairs.map(([x, y]) => x * y))).toBeCloseTo(0, 1);
  });

  it("chooses so many different numbers, in order, each as likely as the others", () => {
    const random = seededRandom(2);
    const draws = countTo(3000).map(() => chooseSome(3, 10, random));
    for (const chosen of draws) {
      expect(new Set(chosen).size).toBe(3);
      expect(chosen).toEqual([...chosen].sort((one, other) => one - other));
    }
    for (const number of countTo(10)) {
      expect(draws.filter((chosen) => chosen.includes(number)).length / 3000).toBeCloseTo(0.3, 1);
    }
  });
});

describe("a curve that leaves the frame", () => {
  it("is cut into the parts inside, each up to the border", () => {
    const runs = clipToRange(
      [0, 1, 2, 3, 4].map((x): Point => [x, [0, 2, 0, 2, 0][x] ?? 0]),
      [-1, 1],
    );
    expect(runs).toEqual([
      [
        [0, 0],
        [0.5, 1],
      ],
      [
        [1.5, 1],
        [2, 0],
        [2.5, 1],
      ],
      [
        [3.5, 1],
        [4, 0],
      ],
    ]);
  });
});

describe("a crowd in columns", () => {
  it("begins and ends within a column", () => {
    expect(columnsOf({ before: 10, count: 15, rows: 20 })).toEqual([
      { column: 0, first: 10, last: 19 },
      { column: 1, first: 0, last: 4 },
    ]);
    expect(columnsOf({ before: 20, count: 1, rows: 20 })).toEqual([{ column: 1, first: 0, last: 0 }]);
    expect(columnsOf({ before: 20, count: 0, rows: 20 })).toEqual([]);
  });

  it("leaves nobody out and counts nobody twice", () => {
    const size = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 30 }), (before, count, rows) => {
        const places = columnsOf({ before, count, rows }).flatMap(({ column, first, last }) =>
          countTo(last - first + 1).map((index) => column * rows + first + index),
        );
        expect(places).toEqual(countTo(count).map((index) => before + index));
      }),
    );
  });
});
