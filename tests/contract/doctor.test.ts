// The doctor makes the caches what the log says, and leaves the log alone.

import { beforeEach, describe, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { type DoctorReport, examineDatabase, hasDifferences } from "@/lib/data/doctor";
import type { PrismaClient } from "@/lib/data/engine/database";
import type { AnswerOperation, CardId, Operation, OperationId, Quality, UserId } from "@/lib/srs/types";
import { type MadeDeck, makeDeck, makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const DAY_MS = 86_400_000;
const HEALTHY: Partial<DoctorReport> = {
  damage: [],
  missing: 0,
  surplus: 0,
  wrong: 0,
  roles: 0,
  started: 0,
  unknownCards: 0,
};

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
    for (const remove of [prisma.operation, prisma.cardState, prisma.learnerDeck])
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
    expect(report).toMatchObject({ ...HEALTHY, learners: 2, operations: 9, cards: 5 });
    expect(hasDifferences(report)).toBe(false);
  });

  test("makes a missing state again", async () => {
    const before = await states();
    await subject.prisma.cardState.delete({ where: stateOf(alice, deck.cardIds[0]) });
    // What is left of the concept then says something else about which skills are started.
    expect(await examineDatabase({ repair: true })).toMatchObject({ ...HEALTHY, missing: 1 });
    expect(await states()).toEqual(before);
  });

  test("removes a state for which no answer stands", async () => {
    const before = await states();
    const [row] = before;
    if (!row) throw new Error("no state to copy");
    await subject.prisma.cardState.create({ data: { ...row, userId: alice, cardId: deck.cardIds[2] ?? "" } });
    expect(await examineDatabase({ repair: true })).toMatchObject({ ...HEALTHY, surplus: 1 });
    expect(await states()).toEqual(before);
  });

  test.each([
    { intervalDays: 99 },
    { efactorHundredths: 130 },
    { dueDay: 1 },
    { lapses: 7 },
    { firstPassDay: null },
    { lastAnsweredAt: 5n },
    { version: 1 },
    { deckId: "elsewhere" },
  ])("puts right a state that is wrong in one field (case %#)", async (change) => {
    const before = await states();
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[0]), data: change });
    expect(await examineDatabase({ repair: true })).toMatchObject({ ...HEALTHY, wrong: 1 });
    expect(await states()).toEqual(before);
  });

  test("puts right the derived marks of the log and of the states", async () => {
    const before = [await states(), await log()];
    await subject.prisma.operation.updateMany({ where: { userId: alice, kind: "answer" }, data: { role: "drill" } });
    await subject.prisma.cardState.updateMany({ where: { userId: bob }, data: { started: 15 } });
    const report = await examineDatabase({ repair: true });
    expect(report).toMatchObject({ ...HEALTHY, roles: 4, started: 2 });
    expect([await states(), await log()]).toEqual(before);
  });

  test("never changes what the log says", async () => {
    const before = await log();
    await subject.prisma.cardState.deleteMany();
    const report = await examineDatabase({ repair: true });
    expect(report).toMatchObject({ ...HEALTHY, missing: 4 });
    expect(await log()).toEqual(before);
    expect(await examineDatabase({ repair: true })).toMatchObject(HEALTHY);
  });

  test("only reports when told so", async () => {
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[0]), data: { dueDay: 1 } });
    const before = await states();
    expect(await examineDatabase({ repair: false })).toMatchObject({ ...HEALTHY, wrong: 1 });
    expect(await states()).toEqual(before);
  });

  test("finds the same however small the parts that it reads", async () => {
    await subject.prisma.cardState.deleteMany({ where: { userId: bob } });
    await subject.prisma.cardState.update({ where: stateOf(alice, deck.cardIds[1]), data: { dueDay: 1 } });
    const whole = await examineDatabase({ repair: false });
    expect(whole).toMatchObject({ missing: 2, wrong: 1 });
    for (const pageOperations of [1, 2, 3])
      expect(await examineDatabase({ repair: false, pageOperations })).toEqual(whole);
  });

  test("tells of cards that do not exist, and mends the rest", async () => {
    await record(bob, [answer(deck.cardIds[8] as CardId, 4, 1)]);
    await subject.prisma.operation.updateMany({
      where: { userId: bob, cardId: deck.cardIds[8] ?? "" },
      data: { cardId: "gone.x.en-zh" },
    });
    expect(await examineDatabase({ repair: true })).toMatchObject({
      unknownCards: 1,
      surplus: 1,
      missing: 0,
      wrong: 0,
    });
  });

  test("lets the search for new concepts begin anew where states had been wrong", async () => {
    const where = { userId_deckId: { userId: alice, deckId: deck.id } };
    await subject.prisma.learnerDeck.update({ where, data: { openFrom: 3, openVersion: "x" } });
    await subject.prisma.cardState.deleteMany({ where: { userId: alice } });
    await examineDatabase({ repair: true });
    expect(await subject.prisma.learnerDeck.findUnique({ where })).toMatchObject({ openFrom: 0, openVersion: "" });
  });

  test("calls rows without what they point to damage, and then changes nothing", async () => {
    await subject.prisma.cardState.updateMany({ where: { userId: alice }, data: { conceptId: "nowhere" } });
    const before = await states();
    const report = await examineDatabase({ repair: true });
    expect(report.damage).toEqual(["CardState.conceptId: 2 rows name no row of Concept."]);
    expect(await states()).toEqual(before);
    await subject.prisma.cardState.deleteMany();
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
