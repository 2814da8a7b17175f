import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activeOperationIds, foldCard, standingAnswers } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { LoggedOperation, OperationId, StudyDay } from "@/lib/srs/types";
import { CARD, FIRST_DAY, logs, operationIdOf, qualities, shuffledWithRepeats } from "./arbitraries";

const fold = (operations: readonly LoggedOperation[]) => foldCard({ operations, scheduler: sm2Scheduler });

function undoOf(targetId: OperationId, serial: number): LoggedOperation {
  return {
    id: operationIdOf(serial),
    cardId: CARD,
    kind: "undo",
    targetId,
    answeredAt: FIRST_DAY * 86_400_000,
    timeZone: "UTC",
    studyDay: FIRST_DAY,
  };
}

describe("the fold", () => {
  test("is the same whatever the order of arrival, and however often something arrives", () => {
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), shuffledWithRepeats(log))),
        ([log, arrived]) => {
          expect(fold(arrived)).toEqual(fold(log));
          expect(activeOperationIds(arrived)).toEqual(activeOperationIds(log));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("undo after anything is the identity, and its undo too", () => {
    fc.assert(
      fc.property(logs, qualities, fc.nat({ max: 24 * 30 }), (log, quality, hours) => {
        const answeredAt = FIRST_DAY * 86_400_000 + hours * 3_600_000;
        const answer: LoggedOperation = {
          id: operationIdOf(100),
          cardId: CARD,
          kind: "answer",
          quality,
          answeredAt,
          timeZone: "UTC",
          studyDay: Math.floor(answeredAt / 86_400_000) as StudyDay,
          elapsedMs: 1,
          mode: "flip",
        };
        const undone = [...log, answer, undoOf(answer.id, 101)];
        expect(fold(undone)).toEqual(fold(log));
        expect(fold([...undone, undoOf(operationIdOf(101), 102)])).toEqual(fold([...log, answer]));
      }),
    );
  });

  test("an operation is active exactly when no active undo targets it, outside of circles", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const active = activeOperationIds(log);
        const targets = new Map(log.flatMap((op) => (op.kind === "undo" ? [[op.id, op.targetId] as const] : [])));
        const isInCircle = (id: OperationId) => {
          let at = targets.get(id);
          for (let step = 0; step < log.length && at !== undefined; step += 1) {
            if (at === id) return true;
            at = targets.get(at);
          }
          return false;
        };
        for (const { id } of log) {
          const isTakenBack = log.some((op) => op.kind === "undo" && op.targetId === id && active.has(op.id));
          expect(active.has(id)).toBe(!isInCircle(id) && !isTakenBack);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is never due on the day of the answer that scheduled it, nor before", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = fold(log);
        const answers = standingAnswers(log);
        expect(progress === null).toBe(answers.length === 0);
        if (progress === null) return;
        const scheduledOn = answers.map((answer) => answer.studyDay as number);
        expect(scheduledOn).toContain(progress.dueDay - progress.intervalDays);
        expect(progress.intervalDays).toBeGreaterThanOrEqual(1);
        expect(progress.dueDay).toBeGreaterThan(answers[0]?.studyDay ?? Number.POSITIVE_INFINITY);
        expect(progress.answers).toBe(answers.length);
      }),
    );
  });

  test("equals SM-2 over the answers that were due", () => {
    fc.assert(
      fc.property(logs, (log) => {
        let schedule = sm2Scheduler.start;
        let dueDay = Number.NEGATIVE_INFINITY;
        for (const { studyDay, quality } of standingAnswers(log)) {
          if (studyDay < dueDay) continue;
          schedule = sm2Scheduler.answer(schedule, quality);
          dueDay = studyDay + schedule.intervalDays;
        }
        const progress = fold(log);
        if (progress !== null) expect(progress).toMatchObject({ ...schedule, dueDay });
      }),
    );
  });
});
