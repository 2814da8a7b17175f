import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import { answerSm2 } from "@/lib/srs/sm2";
import type { Quality } from "@/lib/srs/types";
import { qualities, schedules } from "./arbitraries";

describe("SM-2", () => {
  test("from the second repetition on, a remembered card's interval never shrinks, and grows below the limit", () => {
    fc.assert(
      fc.property(schedules, fc.constantFrom<Quality>(3, 4, 5), (schedule, quality) => {
        fc.pre(schedule.repetitions >= 1);
        const { intervalDays } = answerSm2(schedule, quality);
        if (schedule.intervalDays < 36_500) expect(intervalDays).toBeGreaterThan(schedule.intervalDays);
        else expect(intervalDays).toBe(36_500);
      }),
    );
  });

  test("keeps to whole numbers within their bounds", () => {
    fc.assert(
      fc.property(schedules, qualities, (schedule, quality) => {
        const next = answerSm2(schedule, quality);
        expect(Object.values(next).every(Number.isInteger)).toBe(true);
        expect(next.intervalDays).toBeGreaterThanOrEqual(1);
        expect(next.intervalDays).toBeLessThanOrEqual(36_500);
        expect(next.efactorHundredths).toBeGreaterThanOrEqual(130);
        expect(next.repetitions).toBe(quality < 3 ? 0 : schedule.repetitions + 1);
      }),
    );
  });

  test("a better answer never gives a shorter interval nor a smaller E-Factor", () => {
    fc.assert(
      fc.property(schedules, fc.constantFrom<Quality>(3, 4), (schedule, quality) => {
        const [worse, better] = [answerSm2(schedule, quality), answerSm2(schedule, (quality + 1) as Quality)];
        expect(better.intervalDays).toBeGreaterThanOrEqual(worse.intervalDays);
        expect(better.efactorHundredths).toBeGreaterThanOrEqual(worse.efactorHundredths);
      }),
    );
  });

  test("the preview is what is applied", () => {
    fc.assert(
      fc.property(schedules, qualities, (schedule, quality) => {
        expect(sm2Scheduler.preview(schedule)[quality]).toEqual(sm2Scheduler.answer(schedule, quality));
        expect(sm2Scheduler.answer(schedule, quality)).toEqual(answerSm2(schedule, quality));
      }),
    );
  });
});
