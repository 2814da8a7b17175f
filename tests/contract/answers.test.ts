import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { foldCard } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { ReviewResult } from "@/lib/srs/session-payload";
import { asStudyDay } from "@/lib/srs/study-day";
import type { LoggedOperation, Operation, OperationId, UndoOperation, UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, DAY_MS, makeId, makeLearner, NOW_MS, TODAY, writeDeck } from "./small-glossary";

const IOU = cardId("iou");
const GRADIENT = cardId("gradient");

function undo(target: Operation, fields: Partial<UndoOperation> = {}): UndoOperation {
  const { cardId: card, timeZone, answeredAt } = target;
  return {
    id: makeId(),
    kind: "undo",
    cardId: card,
    targetId: target.id,
    timeZone,
    answeredAt: answeredAt + 1,
    ...fields,
  };
}

function send(userId: UserId, ops: readonly Operation[], clock: { sentAt?: number; receivedAt?: number } = {}) {
  return recordOperations(userId, { ops, sentAt: NOW_MS, receivedAt: NOW_MS, ...clock });
}

function summary(results: readonly ReviewResult[]): string[] {
  return results.map((result) => (result.status === "rejected" ? result.code : result.status));
}

describeOnEachEngine("recordOperations", (subject) => {
  let user: UserId;
  beforeAll(async () => {
    await writeDeck(subject.prisma, "core", [{ slug: "iou" }, { slug: "gradient" }, { slug: "loss" }]);
  });
  const fresh = async () => {
    user = await makeLearner(subject.prisma);
    return user;
  };
  const logOf = (userId: UserId) => subject.prisma.operation.findMany({ where: { userId }, orderBy: { id: "asc" } });
  const stateOf = (userId: UserId, card = IOU) =>
    subject.prisma.cardState.findUnique({ where: { userId_cardId: { userId, cardId: card } } });

  test("an answer is logged, folded and returned with the new state", async () => {
    await fresh();
    const op = answer(IOU, { quality: 5, typedText: "交并比", mode: "typed" });
    const [result] = await send(user, [op]);
    const progress = {
      ...{
        repetitions: 1,
        intervalDays: 1,
        efactorHundredths: 260,
        dueDay: TODAY + 1,
        firstStudyDay: TODAY,
        lastStudyDay: TODAY,
      },
      ...{ lastQuality: 5, lastAnsweredAt: NOW_MS, firstPassDay: TODAY, lapses: 0, answers: 1 },
    };
    expect(result).toEqual({ id: op.id, status: "applied", state: { cardId: IOU, progress, version: 1 } });
    expect(await logOf(user)).toMatchObject([
      { id: op.id, quality: 5, studyDay: TODAY, typedText: "交并比", mode: "typed", role: "learn", elapsedMs: 3_000 },
    ]);
    expect(await stateOf(user)).toMatchObject({ ...progress, lastAnsweredAt: BigInt(NOW_MS), version: 1, started: 1 });
  });

  test("sending again does nothing and says duplicate with the present state", async () => {
    await fresh();
    const op = answer(IOU);
    const [first] = await send(user, [op]);
    const [again] = await send(user, [op], { receivedAt: NOW_MS + 5_000 });
    expect(again).toEqual({ ...first, status: "duplicate" });
    expect(await logOf(user)).toHaveLength(1);
  });

  test("the same id with another content is refused and changes nothing; the rest of the batch counts", async () => {
    await fresh();
    const op = answer(IOU);
    await send(user, [op]);
    const before = await stateOf(user);
    const other = answer(GRADIENT);
    const results = await send(user, [{ ...op, quality: 1 }, { ...op, cardId: GRADIENT }, other]);
    expect(summary(results)).toEqual(["operation-conflict", "operation-conflict", "applied"]);
    expect(await stateOf(user)).toEqual(before);
    expect((await logOf(user)).map((row) => row.id)).toEqual([op.id, other.id]);
  });

  test("of two operations with one id in one batch the first counts", async () => {
    await fresh();
    const op = answer(IOU);
    expect(summary(await send(user, [op, op, { ...op, quality: 1 }]))).toEqual([
      "applied",
      "duplicate",
      "operation-conflict",
    ]);
    expect(await logOf(user)).toHaveLength(1);
  });

  test("an unknown card and an unknown time zone are refused alone", async () => {
    await fresh();
    const results = await send(user, [
      answer(cardId("nothing")),
      answer(IOU, { timeZone: "Mars/Olympus" }),
      answer(IOU),
    ]);
    expect(summary(results)).toEqual(["unknown-card", "invalid-input", "applied"]);
    expect(await logOf(user)).toHaveLength(1);
  });

  test("a learner who does not exist is not found", async () => {
    await expect(send("nobody" as UserId, [answer(IOU)])).rejects.toMatchObject({ code: "not-found" });
  });

  test("an empty batch is nothing", async () => {
    expect(await send(await fresh(), [])).toEqual([]);
  });

  test("ids are each learner's own: another's id is neither seen nor touched", async () => {
    const owner = await fresh();
    const op = answer(IOU);
    await send(owner, [op]);
    const ownersLog = await logOf(owner);
    const stranger = await makeLearner(subject.prisma);
    expect(summary(await send(stranger, [{ ...op, quality: 1 }]))).toEqual(["applied"]);
    expect(summary(await send(stranger, [undo(op)]))).toEqual(["applied"]);
    expect(await logOf(owner)).toEqual(ownersLog);
    expect(await stateOf(owner)).toMatchObject({ lastQuality: 4, answers: 1 });
    expect(await stateOf(stranger)).toBeNull();
  });

  test("a retired concept still takes answers", async () => {
    await fresh();
    const id = "core.loss";
    await subject.prisma.concept.update({ where: { id }, data: { retiredAt: new Date(NOW_MS) } });
    expect(summary(await send(user, [answer(cardId("loss"))]))).toEqual(["applied"]);
    await subject.prisma.concept.update({ where: { id }, data: { retiredAt: null } });
  });

  test("undo takes an answer back, undo of the undo brings it again", async () => {
    await fresh();
    const op = answer(IOU);
    await send(user, [op]);
    const before = await stateOf(user);
    const back = undo(op);
    const [undone] = await send(user, [back]);
    expect(undone).toMatchObject({ status: "applied", state: { cardId: IOU, progress: null, version: 2 } });
    expect(await stateOf(user)).toBeNull();
    expect((await logOf(user)).map((row) => row.role)).toEqual(["undone", "undo"]);
    await send(user, [undo(back)]);
    expect(await stateOf(user)).toEqual({ ...before, version: 3 });
    expect((await logOf(user)).map((row) => row.role)).toEqual(["learn", "undo", "undo"]);
  });

  test("an undo may come before its target, but not for another card's operation, nor for itself", async () => {
    await fresh();
    const op = answer(IOU);
    expect(summary(await send(user, [undo(op)]))).toEqual(["applied"]);
    expect(summary(await send(user, [op]))).toEqual(["applied"]);
    expect(await stateOf(user)).toBeNull();
    const self = makeId();
    const bad = [undo(op, { cardId: GRADIENT }), undo(op, { id: self, targetId: self })];
    expect(summary(await send(user, bad))).toEqual(["invalid-input", "invalid-input"]);
    const inOneBatch = answer(IOU);
    expect(summary(await send(user, [undo(inOneBatch, { cardId: GRADIENT }), inOneBatch]))).toEqual([
      "invalid-input",
      "applied",
    ]);
  });

  test("a card's started bits follow its siblings' first answers and undos", async () => {
    await fresh();
    const first = answer(IOU);
    const second = answer(cardId("iou", "zh-en"));
    await send(user, [first, second]);
    expect(await stateOf(user)).toMatchObject({ started: 5 });
    expect(await stateOf(user, cardId("iou", "zh-en"))).toMatchObject({ started: 5 });
    await send(user, [undo(second)]);
    expect(await stateOf(user)).toMatchObject({ started: 1 });
  });

  test("a second answer on the same day is drill and schedules nothing", async () => {
    await fresh();
    await send(user, [answer(IOU, { quality: 1 })]);
    const [result] = await send(user, [answer(IOU, { answeredAt: NOW_MS + 60_000 })]);
    expect(result).toMatchObject({
      state: { progress: { repetitions: 0, intervalDays: 1, lastQuality: 4, answers: 2 } },
    });
    expect((await logOf(user)).map((row) => row.role)).toEqual(["learn", "drill"]);
  });

  test("an answer that arrives late changes the roles of those after it", async () => {
    await fresh();
    const later = answer(IOU);
    await send(user, [later]);
    const earlier = answer(IOU, { answeredAt: NOW_MS - 3_600_000 });
    await send(user, [earlier]);
    const roles = Object.fromEntries((await logOf(user)).map((row) => [row.id, row.role]));
    expect(roles).toEqual({ [earlier.id]: "learn", [later.id]: "drill" });
  });

  test("a wrong clock is moved when it is off by more than a minute", async () => {
    await fresh();
    const slow = answer(IOU, { answeredAt: NOW_MS - 3 * DAY_MS });
    const exact = answer(IOU, { answeredAt: NOW_MS - 1_000 });
    await send(user, [slow], { sentAt: NOW_MS - 3 * DAY_MS + 10_000 });
    await send(user, [exact], { sentAt: NOW_MS - 60_000 });
    const times = (await logOf(user)).map((row) => Number(row.answeredAt));
    expect(times).toEqual([NOW_MS - 10_000, NOW_MS - 1_000]);
  });

  test("no answer stands before the account or more than five minutes ahead", async () => {
    await fresh();
    await send(user, [answer(IOU, { answeredAt: 0 }), answer(GRADIENT, { answeredAt: NOW_MS + 40 * DAY_MS })]);
    const log = await logOf(user);
    expect(log.map((row) => Number(row.answeredAt))).toEqual([NOW_MS - 100 * DAY_MS, NOW_MS + 300_000]);
    expect(log.map((row) => row.studyDay)).toEqual([TODAY - 100, TODAY]);
  });

  test("the study day is that of the zone and the rollover hour, and stays when these change", async () => {
    await fresh();
    const beforeRollover = answer(IOU, { answeredAt: Date.UTC(2031, 4, 5, 19, 30), timeZone: "Asia/Shanghai" });
    await send(user, [beforeRollover]);
    await subject.prisma.learnerSettings.update({ where: { userId: user }, data: { rolloverHour: 0 } });
    await send(user, [answer(GRADIENT, { answeredAt: beforeRollover.answeredAt, timeZone: "Asia/Shanghai" })]);
    expect((await logOf(user)).map((row) => row.studyDay)).toEqual([TODAY - 1, TODAY]);
  });

  test("elapsed time is capped at a minute", async () => {
    await fresh();
    await send(user, [answer(IOU, { elapsedMs: 3_600_000 })]);
    expect(await logOf(user)).toMatchObject([{ elapsedMs: 60_000 }]);
  });

  test("requests at the same moment leave the state of the whole log", async () => {
    await fresh();
    const ops = Array.from({ length: 24 }, (_, i) =>
      answer(i % 3 === 0 ? GRADIENT : IOU, { answeredAt: NOW_MS + i * 1_000 }),
    );
    const results = await Promise.all(ops.map((op, i) => send(user, i % 4 === 0 ? [op, op] : [op])));
    expect(results.flat().filter((result) => result.status === "applied")).toHaveLength(ops.length);
    expect(await stateOf(user)).toMatchObject({ answers: 16, version: 16 });
    expect(await stateOf(user, GRADIENT)).toMatchObject({ answers: 8, version: 8 });
  });

  test("two devices sending the same operations at once count them once", async () => {
    await fresh();
    const ops = Array.from({ length: 10 }, () => answer(IOU));
    const statuses = (await Promise.all([send(user, ops), send(user, ops), send(user, ops)])).flatMap(summary);
    expect(statuses.filter((status) => status === "applied")).toHaveLength(10);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(20);
  });

  test("two hundred operations in one batch", async () => {
    await fresh();
    const ops = Array.from({ length: 200 }, (_, i) => answer(i % 2 === 0 ? IOU : GRADIENT, { answeredAt: NOW_MS + i }));
    expect(new Set(summary(await send(user, ops)))).toEqual(new Set(["applied"]));
    expect(await stateOf(user)).toMatchObject({ version: 100 });
  });

  test("law: whatever is sent in whatever batches and order, the stored state is the fold of the stored log", async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const userId = await fresh();
        const ids = script.map(() => makeId());
        for (const { ops } of batchesOf(script, ids)) await send(userId, ops);
        const log = (await logOf(userId)).map(toLogged);
        const fold = foldCard({ operations: log, scheduler: sm2Scheduler });
        const state = await stateOf(userId);
        if (fold === null) expect(state).toBeNull();
        else expect(state).toMatchObject({ ...fold, lastAnsweredAt: BigInt(fold.lastAnsweredAt), version: log.length });
      }),
      { numRuns: 25 },
    );
  });
});

interface Step {
  readonly kind: "answer" | "undo";
  readonly quality: 0 | 1 | 2 | 3 | 4 | 5;
  readonly day: number;
  readonly target: number;
  readonly order: number;
}

const scripts = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("answer", "answer", "undo"),
    quality: fc.constantFrom(0, 1, 2, 3, 4, 5),
    day: fc.integer({ min: 0, max: 30 }),
    target: fc.nat({ max: 9 }),
    order: fc.nat({ max: 100 }),
  }),
  { minLength: 1, maxLength: 10 },
);

/** The steps as operations on one card, shuffled by their order, in batches of three. */
function batchesOf(script: readonly Step[], ids: readonly OperationId[]): { readonly ops: Operation[] }[] {
  const ops = script.map(({ kind, quality, day, target }, i): Operation => {
    const base = { cardId: IOU, answeredAt: NOW_MS - (30 - day) * DAY_MS + i, timeZone: "UTC", id: ids[i] ?? makeId() };
    const targetId = ids[target % ids.length] ?? base.id;
    return kind === "undo" ? { ...base, kind, targetId } : { ...base, kind, quality, elapsedMs: 1_000, mode: "flip" };
  });
  const shuffled = ops.map((op, i) => ({ op, order: script[i]?.order ?? 0 })).sort((a, b) => a.order - b.order);
  return Array.from({ length: Math.ceil(ops.length / 3) }, (_, i) => ({
    ops: shuffled.slice(i * 3, i * 3 + 3).map(({ op }) => op),
  }));
}

function toLogged(row: {
  id: string;
  kind: string;
  cardId: string;
  quality: number | null;
  targetId: string | null;
  answeredAt: bigint;
  studyDay: number;
}): LoggedOperation {
  const base = {
    id: row.id as OperationId,
    cardId: IOU,
    answeredAt: Number(row.answeredAt),
    timeZone: "UTC",
    studyDay: asStudyDay(row.studyDay),
  };
  return row.kind === "undo"
    ? { ...base, kind: "undo", targetId: row.targetId as OperationId }
    : { ...base, kind: "answer", quality: row.quality as 4, elapsedMs: 1_000, mode: "flip" };
}
