import { describe, expect, test } from "vitest";
import { activeOperationIds, foldAnswer, foldCard, isDrill, sortLog, standingAnswers } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardId, CardProgress, LoggedOperation, OperationId, Quality, StudyDay } from "@/lib/srs/types";

const DAY = 20_000;
const DAY_MS = 86_400_000;
const id = (name: string) => name as OperationId;

function answer(name: string, day: number, quality: Quality, hour = 12): LoggedOperation {
  return { ...base(name, day, hour), kind: "answer", quality, elapsedMs: 4_000, mode: "flip" };
}
function undo(name: string, targetId: string, day = DAY, hour = 13): LoggedOperation {
  return { ...base(name, day, hour), kind: "undo", targetId: id(targetId) };
}
function base(name: string, day: number, hour: number) {
  return {
    id: id(name),
    cardId: "core.iou.en-zh" as CardId,
    answeredAt: day * DAY_MS + hour * 3_600_000,
    timeZone: "UTC",
    studyDay: day as StudyDay,
  };
}
const fold = (operations: readonly LoggedOperation[]) => foldCard({ operations, scheduler: sm2Scheduler });
const activeIds = (...operations: LoggedOperation[]) => [...activeOperationIds(operations)].sort();

describe("sortLog", () => {
  test("by time, then by id, each id once", () => {
    const [late, b, a] = [answer("z", DAY, 4, 14), answer("b", DAY, 4), answer("a", DAY, 4)];
    expect(sortLog([late, b, a, late, b]).map((operation) => operation.id)).toEqual(["a", "b", "z"]);
  });

  test("of two contents under one id always takes the same", () => {
    const variants = [
      answer("a", DAY, 5),
      answer("a", DAY, 4),
      answer("a", DAY + 1, 3),
      undo("a", "x", DAY, 12),
      undo("a", "w", DAY, 12),
      { ...answer("a", DAY, 4), studyDay: (DAY - 1) as StudyDay },
    ];
    const chosen = sortLog(variants);
    expect(chosen).toEqual([variants[5]]);
    for (const first of variants) expect(sortLog([first, ...variants])).toEqual(chosen);
    expect(sortLog([undo("a", "x"), undo("a", "w")])).toEqual([undo("a", "w")]);
  });

  test("leaves its input alone", () => {
    const log = [answer("b", DAY, 4), answer("a", DAY, 4)];
    sortLog(log);
    expect(log.map((operation) => operation.id)).toEqual(["b", "a"]);
  });
});

describe("undo and redo", () => {
  const a = answer("a", DAY, 4);

  test("an undo takes an answer back, an undo of the undo gives it again, and so on", () => {
    expect(activeIds(a)).toEqual(["a"]);
    expect(activeIds(a, undo("u1", "a"))).toEqual(["u1"]);
    expect(activeIds(a, undo("u1", "a"), undo("u2", "u1"))).toEqual(["a", "u2"]);
    expect(activeIds(a, undo("u1", "a"), undo("u2", "u1"), undo("u3", "u2"))).toEqual(["u1", "u3"]);
  });

  test("two undos of one answer must both be taken back", () => {
    const both = [a, undo("u1", "a"), undo("u2", "a")];
    expect(activeIds(...both)).toEqual(["u1", "u2"]);
    expect(activeIds(...both, undo("r1", "u1"))).toEqual(["r1", "u2"]);
    expect(activeIds(...both, undo("r1", "u1"), undo("r2", "u2"))).toEqual(["a", "r1", "r2"]);
  });

  test("an undo may be older than its target", () => {
    expect(standingAnswers([a, undo("u1", "a", DAY - 3)])).toEqual([]);
  });

  test("an undo of something unknown does nothing, and names nothing", () => {
    expect(activeIds(a, undo("u1", "elsewhere"))).toEqual(["a", "u1"]);
    expect(activeIds(undo("u1", "elsewhere"), undo("u2", "u1"))).toEqual(["u2"]);
  });

  test("undos in a circle count for nothing and harm nothing", () => {
    expect(activeIds(a, undo("u1", "u1"))).toEqual(["a"]);
    expect(activeIds(a, undo("u1", "u2"), undo("u2", "u1"))).toEqual(["a"]);
    expect(activeIds(a, undo("u1", "u2"), undo("u2", "u3"), undo("u3", "u1"))).toEqual(["a"]);
    // u4 hangs on the circle: it counts, but cannot break it open.
    expect(activeIds(a, undo("u1", "u2"), undo("u2", "u1"), undo("u4", "u1"), undo("u5", "a"))).toEqual(["u4", "u5"]);
  });

  test("a chain as long as a log is no trouble", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => undo(`u${index + 1}`, index === 0 ? "a" : `u${index}`));
    expect(activeOperationIds([a, ...chain]).has(id("a"))).toBe(true);
    expect(activeOperationIds([a, ...chain.slice(0, -1)]).has(id("a"))).toBe(false);
  });
});

describe("standingAnswers", () => {
  test("in the log's order, without undos and what they take back", () => {
    const log = [answer("c", DAY + 2, 4), undo("u", "b"), answer("b", DAY + 1, 4), answer("a", DAY, 3)];
    expect(standingAnswers(log).map((operation) => operation.id)).toEqual(["a", "c"]);
  });
});

describe("foldCard", () => {
  test("nothing stands: the card is new", () => {
    expect(fold([])).toBeNull();
    expect(fold([answer("a", DAY, 4), undo("u", "a")])).toBeNull();
    expect(fold([undo("u", "a")])).toBeNull();
  });

  test("the first answer schedules", () => {
    expect(fold([answer("a", DAY, 4)])).toEqual({
      repetitions: 1,
      intervalDays: 1,
      efactorHundredths: 250,
      dueDay: DAY + 1,
      firstStudyDay: DAY,
      lastStudyDay: DAY,
      lastQuality: 4,
      lastAnsweredAt: DAY * DAY_MS + 12 * 3_600_000,
      firstPassDay: DAY,
      lapses: 0,
      answers: 1,
    } satisfies Record<keyof CardProgress, number>);
  });

  test("answers on the due day or later schedule, from the day of the answer", () => {
    const log = [answer("a", DAY, 4), answer("b", DAY + 1, 4), answer("c", DAY + 9, 3)];
    expect(fold(log)).toMatchObject({
      repetitions: 3,
      intervalDays: 15,
      efactorHundredths: 236,
      dueDay: DAY + 24,
      firstStudyDay: DAY,
      lastStudyDay: DAY + 9,
      lastQuality: 3,
      answers: 3,
    });
  });

  test("an answer before the due day is a drill answer: it counts and changes no schedule", () => {
    const log = [answer("a", DAY, 4), answer("b", DAY + 1, 4), answer("c", DAY + 6, 0), answer("d", DAY + 6, 1, 20)];
    expect(fold(log)).toMatchObject({
      repetitions: 2,
      intervalDays: 6,
      dueDay: DAY + 7,
      lastStudyDay: DAY + 6,
      lastQuality: 1,
      lastAnsweredAt: (DAY + 6) * DAY_MS + 20 * 3_600_000,
      lapses: 0,
      answers: 4,
    });
  });

  test("drill answers of the first day open the ladder, but schedule nothing", () => {
    const log = [answer("a", DAY, 1), answer("b", DAY, 3, 13), answer("c", DAY, 5, 14)];
    expect(fold(log)).toMatchObject({
      repetitions: 0,
      intervalDays: 1,
      efactorHundredths: 250,
      dueDay: DAY + 1,
      firstPassDay: DAY,
      answers: 3,
    });
    expect(fold(log.slice(0, 1))).toMatchObject({ firstPassDay: null });
    expect(fold([answer("a", DAY, 2), answer("b", DAY + 1, 3), answer("c", DAY + 2, 3)])?.firstPassDay).toBe(DAY + 1);
  });

  test("a lapse is a scheduling answer below 3 after a pass", () => {
    const failedAtFirst = [answer("a", DAY, 1), answer("b", DAY + 1, 0)];
    expect(fold(failedAtFirst)?.lapses).toBe(0);
    const passed = [...failedAtFirst, answer("c", DAY + 2, 3)];
    expect(fold(passed)?.lapses).toBe(0);
    expect(fold([...passed, answer("d", DAY + 2, 1, 14)])?.lapses).toBe(0);
    const lapsed = [...passed, answer("d", DAY + 3, 2)];
    expect(fold(lapsed)?.lapses).toBe(1);
    expect(fold([...lapsed, answer("e", DAY + 4, 3), answer("f", DAY + 5, 0)])?.lapses).toBe(2);
  });

  test("an undone answer leaves no trace, also in the middle", () => {
    const log = [answer("a", DAY, 4), answer("b", DAY + 1, 1), answer("c", DAY + 2, 4)];
    expect(fold([...log, undo("u", "b", DAY + 3)])).toEqual(fold([answer("a", DAY, 4), answer("c", DAY + 2, 4)]));
  });

  test("a day that runs back, after a change of zone, is a drill", () => {
    expect(fold([answer("a", DAY, 4), { ...answer("b", DAY, 4, 13), studyDay: (DAY - 1) as StudyDay }])).toMatchObject({
      dueDay: DAY + 1,
      answers: 2,
    });
  });
});

describe("one step of the fold", () => {
  test("isDrill: a started card before its due day", () => {
    expect(isDrill(null, DAY as StudyDay)).toBe(false);
    expect(isDrill({ dueDay: DAY as StudyDay }, (DAY - 1) as StudyDay)).toBe(true);
    expect(isDrill({ dueDay: DAY as StudyDay }, DAY as StudyDay)).toBe(false);
  });

  test("keeps no field of a scheduler that is not a schedule's", () => {
    const scheduler = { ...sm2Scheduler, answer: () => ({ ...sm2Scheduler.start, intervalDays: 2, secret: 1 }) };
    const step = { quality: 4, studyDay: DAY as StudyDay, answeredAt: 1 } as const;
    const progress = foldAnswer({ progress: null, answer: step, scheduler });
    expect(progress).not.toHaveProperty("secret");
    expect(progress.dueDay).toBe(DAY + 2);
  });
});
