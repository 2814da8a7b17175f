// The doctor makes the caches what the log says, and leaves the log alone.

import { beforeEach, describe, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { examineDatabase, hasDifferences, needsHelp } from "@/lib/data/doctor";
import type { PrismaClient } from "@/lib/data/engine/database";
import type { AnswerOperation, CardId, Operation, OperationId, Quality, UserId } from "@/lib/srs/types";
import { type MadeDeck, makeDeck, makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const DAY_MS = 86_400_000;

/** How many faults of which kind. */
async function found(options: { repair: boolean; pageOperations?: number }): Promise<Record<string, number>> {
  const { damage, faults } = await examineDatabase(options);
  expect(damage).toEqual([]);
  return Object.fromEntries(faults.map(({ name, count: times }) => [name, times]));
}

let count = 0;
function operationId(): OperationId {
  count += 1;
  return `01900000-0000-7000-8000-${String(count).padStart(12, "0")}` as OperationId;
}

function answer(cardId: CardId, quality: Quality, daysAgo: number): AnswerOperation {
  const answeredAt = TEST_NOW_MS - daysAgo * DAY_MS;
  return {
    id: operationId(),
    kind: "answer",
    cardId,
    quality,
    answeredAt,
    timeZone: "UTC",
    elapsedMs: 4_000,
    mode: "flip",
  };
}

function undo(target: Operation): Operation {
  const { cardId, id, answeredAt, timeZone } = target;
  return { id: operationId(), kind: "undo", cardId, targetId: id, answeredAt: answeredAt + 1_000, timeZone };
}

function record(userId: UserId, ops: Operation[]) {
  return recordOperations(userId, { ops, sentAt: TEST_NOW_MS, receivedAt: TEST_NOW_MS });
}

describeOnEachEngine("the doctor", (subject) => {
  let deck: MadeDeck;
  let alice: UserId;
  let bob: UserId;
  beforeEach(async () => {
    const { prisma } = subject;
    for (const remove of [prisma.operation, prisma.cardState, prisma.dayTotal, prisma.learnerDeck])
      await (remove as PrismaClient["operation"]).deleteMany();
    deck = await makeDeck(prisma, { concepts: 4 });
    alice = await makeUser(prisma, { decks: [deck.id] });
    bob = await makeUser(prisma);
    const [one, two, three, four] = deck.cardIds as [CardId, CardId, CardId, CardId];
    const mistake = answer(three, 1, 3);
    await record(alice, [
      answer(one, 4, 9),
      answer(one, 4, 8),
      answer(two, 1, 9),
      answer(two, 4, 9),
      mistake,
      undo(mistake),
    ]);
    await record(bob, [answer(one, 5, 5), answer(four, 3, 2), answer(four, 3, 1)]);
  });

  const states = () => subject.prisma.cardState.findMany({ orderBy: [{ userId: "asc" }, { cardId: "asc" }] });
  const log = () => subject.prisma.operation.findMany({ orderBy: [{ userId: "asc" }, { id: "asc" }] });
  const stateOf = (userId: UserId, cardId: string | undefined) => ({ userId_cardId: { userId, cardId: cardId ?? "" } });

  test("finds nothing where nothing is wrong", async () => {
    const report = await examineDatabase({ repair: true });
    expect(report).toMatchObject({ damage: [], faults: [], complete: true, learners: 2, operations: 9, cards: 5 });
    expect([hasDifferences(report), needsHelp(report)]).toEqual([false, false]);
  });

  test("makes a missing state again", async () => {
    const before = await states();
    await subject.prisma.cardState.delete({ where: stateOf(alice, deck.cardIds[0]) });
    // What is left of the concept then says something else about which skills are started.
    expect(await found({ repair: true })).toEqual({ "missing-state": 1 });
    expect(await states()).toEqual(before);
  });

  test("removes a state for which no answer stands", async () => {
    const before = await states();
    const [row] = before;
    if (!row) throw new Error("no state to copy");
    await subject.prisma.cardState.create({ data: { ...row, userId: alice, cardId: deck.cardIds[2] ?? "" } });
    expect(await found({ repair: true })).toEqual({ "surplus-state": 1 });
    expect(await states()).toEqual(before);
  });

  test.each([
    { intervalDays: 99 },
    { efactorHundredths: 130 },
    { dueDay: 1 },
    { lapses: 7 },
    { firstPassDay: null },
    { lastAnsweredAt: 5n },
    { repetitions: 0 },
  ])("puts right a state that is wrong in one field (case %#)", async (change) => {
    const before = await states();
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[0]), data: change });
    expect(await found({ repair: true })).toEqual({ "wrong-schedule": 1 });
    expect(await states()).toEqual(before);
  });

  test("puts right the derived marks of the log and of the states", async () => {
    const before = [await states(), await log()];
    await subject.prisma.operation.updateMany({ where: { userId: alice, kind: "answer" }, data: { role: "drill" } });
    await subject.prisma.cardState.updateMany({ where: { userId: bob }, data: { started: 15 } });
    expect(await found({ repair: true })).toEqual({ "wrong-role": 4, "wrong-started": 2 });
    expect([await states(), await log()]).toEqual(before);
  });

  test("never changes what the log says", async () => {
    const before = await log();
    await subject.prisma.cardState.deleteMany();
    expect(await found({ repair: true })).toEqual({ "missing-state": 4 });
    expect(await log()).toEqual(before);
    expect(await found({ repair: true })).toEqual({});
  });

  test("only reports when told so", async () => {
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[0]), data: { dueDay: 1 } });
    const before = await states();
    expect(await found({ repair: false })).toEqual({ "wrong-schedule": 1 });
    expect(await states()).toEqual(before);
  });

  test("finds the same however small the parts that it reads", async () => {
    await subject.prisma.cardState.deleteMany({ where: { userId: bob } });
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[1]), data: { dueDay: 1 } });
    await subject.prisma.operation.updateMany({ where: { userId: bob }, data: { role: "drill" } });
    const whole = await found({ repair: false });
    // What the roles count for in the totals is right, and a dry run must not think otherwise.
    expect(whole).toEqual({ "missing-state": 2, "wrong-schedule": 1, "wrong-role": 3 });
    for (const pageOperations of [1, 2, 3]) expect(await found({ repair: false, pageOperations })).toEqual(whole);
  });

  test("tells of cards that do not exist, and mends the rest", async () => {
    await record(bob, [answer(deck.cardIds[8] as CardId, 4, 1)]);
    await subject.prisma.operation.updateMany({
      where: { userId: bob, cardId: deck.cardIds[8] ?? "" },
      data: { cardId: "gone.x.en-zh" },
    });
    const report = await examineDatabase({ repair: true });
    expect(report.faults.map(({ name }) => name)).toEqual(["unknown-card", "surplus-state"]);
    expect([hasDifferences(report), needsHelp(report)]).toEqual([true, true]);
  });

  test("lets the search for new concepts begin anew where states had been wrong", async () => {
    const where = { userId_deckId: { userId: alice, deckId: deck.id } };
    await subject.prisma.learnerDeck.update({ where, data: { openFrom: 3, openVersion: "x" } });
    await subject.prisma.cardState.deleteMany({ where: { userId: alice } });
    await examineDatabase({ repair: true });
    expect(await subject.prisma.learnerDeck.findUnique({ where })).toMatchObject({ openFrom: 0, openVersion: "" });
  });
});

describe("on PostgreSQL with amcheck", () => {
  describeOnEachEngine("the index check", (subject) => {
    test("runs and finds sound indexes", async () => {
      if (subject.engine === "postgresql") await subject.prisma.$executeRawUnsafe("CREATE EXTENSION amcheck");
      expect((await examineDatabase({ repair: false })).damage).toEqual([]);
    });
  });
});
