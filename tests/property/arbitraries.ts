// What the laws draw from.

import fc from "fast-check";
import { answerSm2, START } from "@/lib/srs/sm2";
import type { CardId, LoggedOperation, OperationId, Quality, Schedule, StudyDay } from "@/lib/srs/types";

export const qualities = fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5);

/** Schedules that a sequence of answers can lead to. */
export const schedules: fc.Arbitrary<Schedule> = fc
  .array(qualities, { maxLength: 25 })
  .map((given) => given.reduce((schedule, quality) => answerSm2(schedule, quality), START));

export const CARD = "core.iou.en-zh" as CardId;
export const FIRST_DAY = 20_000 as StudyDay;
const DAY_MS = 86_400_000;

export function operationIdOf(serial: number): OperationId {
  return `018bcfe5-6800-7000-8000-${serial.toString(16).padStart(12, "0")}` as OperationId;
}

/** A log of one card: answers, undos of anything (also of what is not there, of themselves and in circles), and times that coincide. */
export const logs: fc.Arbitrary<LoggedOperation[]> = fc
  .array(
    fc.record({
      isUndo: fc.boolean(),
      quality: qualities,
      target: fc.nat({ max: 15 }),
      hours: fc.nat({ max: 24 * 30 }),
    }),
    { maxLength: 14 },
  )
  .map((steps) =>
    steps.map(({ isUndo, quality, target, hours }, index): LoggedOperation => {
      const answeredAt = FIRST_DAY * DAY_MS + hours * 3_600_000;
      const base = {
        id: operationIdOf(index),
        cardId: CARD,
        answeredAt,
        timeZone: "UTC",
        studyDay: Math.floor(answeredAt / DAY_MS) as StudyDay,
      };
      if (isUndo) return { ...base, kind: "undo", targetId: operationIdOf(target) };
      return { ...base, kind: "answer", quality, elapsedMs: 1_000, mode: "flip" };
    }),
  );

/** The same things in another order, some of them twice. */
export function shuffledWithRepeats<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  if (items.length === 0) return fc.constant([]);
  return fc
    .array(fc.constantFrom(...items), { maxLength: items.length })
    .chain((repeats) => fc.shuffledSubarray([...items, ...repeats], { minLength: items.length + repeats.length }));
}
