import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import { answerSm2, MAX_INTERVAL_DAYS, MIN_EFACTOR_HUNDREDTHS, START } from "@/lib/srs/sm2";
import type { Quality, Schedule } from "@/lib/srs/types";

interface Vectors {
  readonly start: Schedule;
  readonly cases: readonly { readonly name: string; readonly steps: readonly (Schedule & { quality: Quality })[] }[];
}
const vectors = JSON.parse(readFileSync(new URL("../../fixtures/sm2.json", import.meta.url), "utf8")) as Vectors;

describe("the worked sequences", () => {
  test("there are some, and they begin where we begin", () => {
    expect(vectors.cases.length).toBeGreaterThan(5);
    expect(START).toEqual(vectors.start);
    expect(sm2Scheduler.start).toEqual(vectors.start);
  });

  test.each(vectors.cases)("$name", ({ steps }) => {
    let schedule = START;
    for (const { quality, ...expected } of steps) {
      schedule = answerSm2(schedule, quality);
      expect(schedule).toEqual(expected);
    }
  });
});

describe("exact arithmetic", () => {
  const next = (intervalDays: number, efactorHundredths: number) =>
    answerSm2({ repetitions: 2, intervalDays, efactorHundredths }, 4).intervalDays;

  test("25 × 2.20 is 55, where floating point rounds up to 56", () => {
    expect(Math.ceil(25 * 2.2)).toBe(56);
    expect(next(25, 220)).toBe(55);
  });

  test("a hundredth of a day more is a day more", () => {
    expect(next(10, 250)).toBe(25);
    expect(next(11, 250)).toBe(28);
    expect(next(1, 201)).toBe(3);
  });

  test("agrees with integers of any size for every interval and many E-Factors", () => {
    for (let interval = 6; interval <= MAX_INTERVAL_DAYS; interval += 37) {
      for (let efactor = 130; efactor <= 400; efactor += 9) {
        const exact = (BigInt(interval) * BigInt(efactor) + 99n) / 100n;
        expect(BigInt(next(interval, efactor))).toBe(exact < 36_500n ? exact : 36_500n);
      }
    }
  });
});

describe("limits", () => {
  test("no interval is longer than a hundred years", () => {
    expect(MAX_INTERVAL_DAYS).toBe(36_500);
    const answer = (intervalDays: number) => answerSm2({ repetitions: 9, intervalDays, efactorHundredths: 200 }, 5);
    expect(answer(18_249).intervalDays).toBe(36_498);
    expect(answer(18_250).intervalDays).toBe(36_500);
    expect(answer(18_251).intervalDays).toBe(36_500);
    expect(answer(36_500).intervalDays).toBe(36_500);
  });

  test("the E-Factor falls to 1.3 and no further, and has no ceiling", () => {
    expect(MIN_EFACTOR_HUNDREDTHS).toBe(130);
    const hard = (efactorHundredths: number) => answerSm2({ ...START, efactorHundredths }, 3).efactorHundredths;
    expect([hard(250), hard(145), hard(144), hard(143), hard(130)]).toEqual([236, 131, 130, 130, 130]);
    expect(answerSm2({ ...START, efactorHundredths: 900 }, 5).efactorHundredths).toBe(910);
  });

  test("0, 1 and 2 all start the card over and keep its E-Factor", () => {
    const before: Schedule = { repetitions: 7, intervalDays: 90, efactorHundredths: 210 };
    for (const quality of [0, 1, 2] as const) {
      expect(answerSm2(before, quality)).toEqual({ repetitions: 0, intervalDays: 1, efactorHundredths: 210 });
    }
  });
});
