// What is stored of each study day is what the log adds up to, whatever arrives in whatever order.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rolesOf } from "@/lib/data/answer-roles";
import { recordOperations } from "@/lib/data/answers";
import { createDatabase, type Engine } from "@/lib/data/engine/database";
import { mergeGuest } from "@/lib/data/guest-merge";
import { getProgress } from "@/lib/data/progress";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardId, LoggedOperation, Operation, Quality, StudyDay, UserId } from "@/lib/srs/types";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { qualities } from "../property/arbitraries";
import { makeUser } from "./factories";
import { describeOnEachEngine, ENGINES, type FreshDatabase, makeDatabase } from "./harness";
import { answer, cardId, DAY_MS, makeId, makeLearner, NOW_MS, TODAY, writeDeck } from "./small-glossary";
import { storedTotals, totalsOfLog } from "./totals-of-log";

const CARDS = [cardId("a"), cardId("a", "zh-en"), cardId("b")] as const;

function past(days: number, quality: Quality = 4, card: CardId = CARDS[0]): Operation {
  return answer(card, { quality, answeredAt: NOW_MS - days * DAY_MS, elapsedMs: 1_000 });
}

function undo(target: Operation): Operation {
  const { cardId: card, id, answeredAt, timeZone } = target;
  return { kind: "undo", id: makeId(), cardId: card, targetId: id, answeredAt: answeredAt + 1, timeZone };
}

function record(userId: UserId, ops: readonly Operation[]) {
  return recordOperations(userId, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
}

/** One of what three learners may do; the third is a guest, and what the guest sends the first may send too. */
const steps = fc.record({
  who: fc.constantFrom<readonly number[]>([0], [1], [2], [0, 2]),
  what: fc.constantFrom("answer", "answer", "undo", "resend"),
  card: fc.nat({ max: CARDS.length - 1 }),
  quality: qualities,
  daysAgo: fc.nat({ max: 12 }),
  elapsedMs: fc.nat({ max: 60_000 }),
  /** Which of the earlier operations is undone or sent again. */
  target: fc.nat(),
});
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

function operationOf(step: Step, sent: readonly Operation[]): Operation {
  const target = sent[step.target % Math.max(1, sent.length)];
  const answeredAt = NOW_MS - step.daysAgo * DAY_MS;
  if (step.what === "resend" && target) return target;
  if (step.what === "undo" && target) return { ...undo(target), answeredAt };
  const card = CARDS[step.card] ?? CARDS[0];
  return answer(card, { quality: step.quality, answeredAt, elapsedMs: step.elapsedMs });
}

describeOnEachEngine("the totals of a study day", (subject) => {
  beforeAll(() => writeDeck(subject.prisma, "core", [{ slug: "a" }, { slug: "b" }]));
  const stored = (userId: UserId) => storedTotals(subject.prisma, userId);

  test("are what the log adds up to after any sequence of answers, undos, repetitions and a merge", async () => {
    const rounds = fc.array(fc.array(steps, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rounds, async (given) => {
        const guest = await makeLearner(subject.prisma);
        const accounts = [0, 1].map(() => makeUser(subject.prisma, { username: `u-${crypto.randomUUID()}` }));
        const learners = [...(await Promise.all(accounts)), guest];
        const sent: Operation[] = [];
        for (const round of given) {
          // What is sent at once is committed together.
          const requests = round.flatMap((step) => {
            const operation = operationOf(step, sent);
            sent.push(operation);
            return step.who.map((who) => record(learners[who] ?? guest, [operation]));
          });
          await Promise.all(requests);
        }
        for (const learner of learners)
          expect(await stored(learner)).toEqual(await totalsOfLog(subject.prisma, learner));
        const [account] = learners;
        if (account) await mergeGuest(account, { guestId: guest });
        expect(await stored(guest)).toEqual([]);
        for (const learner of learners)
          expect(await stored(learner)).toEqual(await totalsOfLog(subject.prisma, learner));
      }),
      { numRuns: 40 },
    );
  });

  test("count answers, time, reviews and those remembered", async () => {
    const user = await makeLearner(subject.prisma);
    await record(user, [past(9), past(8, 1), past(8), past(7), past(7, 4, CARDS[2])]);
    expect(await stored(user)).toEqual([
      [TODAY - 9, 1, 1_000, 0, 0],
      [TODAY - 8, 2, 2_000, 1, 0],
      [TODAY - 7, 2, 2_000, 1, 1],
    ]);
  });

  test("follow a late answer that makes another one's review into practice", async () => {
    const user = await makeLearner(subject.prisma);
    await record(user, [past(9), past(3)]);
    expect(await stored(user)).toEqual([
      [TODAY - 9, 1, 1_000, 0, 0],
      [TODAY - 3, 1, 1_000, 1, 1],
    ]);
    // From the phone that had been offline: due again only six days later.
    await record(user, [past(8)]);
    expect(await stored(user)).toEqual([
      [TODAY - 9, 1, 1_000, 0, 0],
      [TODAY - 8, 1, 1_000, 1, 1],
      [TODAY - 3, 1, 1_000, 0, 0],
    ]);
  });

  test("a day on which all was undone is a day without answers", async () => {
    const user = await makeLearner(subject.prisma);
    const [yesterday, today] = [past(1), past(0)];
    await record(user, [yesterday, today, undo(today)]);
    const view = await getProgress(user, { nowMs: NOW_MS });
    expect(view).toMatchObject({ today: { answers: 0, elapsedMs: 0 }, streak: { days: 1, includesToday: false } });
    await record(user, [undo(yesterday)]);
    expect(await getProgress(user, { nowMs: NOW_MS })).toMatchObject({ streak: { days: 0, includesToday: false } });
    expect(await stored(user)).toEqual([]);
  });

  test("hold more than thirty-five thousand answers of a minute each", async () => {
    const user = await makeLearner(subject.prisma);
    await record(user, [past(0)]);
    await subject.prisma.dayTotal.updateMany({ where: { userId: user }, data: { elapsedMs: 2n ** 31n - 1n } });
    await record(user, [past(0)]);
    expect((await getProgress(user, { nowMs: NOW_MS })).today.elapsedMs).toBe(2 ** 31 - 1 + 1_000);
  });
});

describe.each(ENGINES)("the migration that adds the totals, on %s", (engine: Engine) => {
  const INITIAL = "20261123214353_initial";
  let fresh: FreshDatabase;
  let before: string;
  beforeEach(async () => {
    fresh = await makeDatabase(engine, { migrated: false });
    before = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
    cpSync(join(MIGRATIONS_FOLDER, engine, INITIAL), join(before, engine, INITIAL), { recursive: true });
  });
  afterEach(async () => {
    await fresh.remove();
    rmSync(before, { recursive: true, force: true });
  });

  test("adds up what was answered before it", async () => {
    const nowMs = () => NOW_MS;
    await migrate({ database: fresh.location, nowMs, folder: before });
    const learners = ["one", "two"] as unknown as readonly [UserId, UserId];
    const inDatabase = async <Result>(
      use: (prisma: ReturnType<typeof createDatabase>["prisma"]) => Promise<Result>,
    ) => {
      const database = createDatabase(fresh.location);
      return use(database.prisma).finally(() => database.close());
    };
    await inDatabase(async (prisma) => {
      for (const userId of learners) await prisma.operation.createMany({ data: oldLog(userId) });
    });
    await migrate({ database: fresh.location, nowMs });
    await inDatabase(async (prisma) => {
      for (const userId of learners) {
        const totals = await totalsOfLog(prisma, userId);
        expect(totals.length).toBeGreaterThan(3);
        expect(await storedTotals(prisma, userId)).toEqual(totals);
      }
    });
  });
});

/** Rows as they were written before there were totals. */
function oldLog(userId: UserId) {
  const mistake = past(5, 1, CARDS[2]);
  const ops = [past(9), past(8, 1), past(8), past(7, 3), past(2), past(9, 5, CARDS[2]), mistake, undo(mistake)];
  return CARDS.flatMap((card) => {
    const operations = ops
      .filter((op) => op.cardId === card)
      .map((op): LoggedOperation => ({ ...op, studyDay: Math.floor(op.answeredAt / DAY_MS) as StudyDay }));
    const roles = rolesOf({ operations, scheduler: sm2Scheduler });
    return operations.map((op) => ({
      ...{ userId, id: op.id, cardId: op.cardId, kind: op.kind, timeZone: op.timeZone, studyDay: op.studyDay },
      quality: op.kind === "answer" ? op.quality : null,
      targetId: op.kind === "undo" ? op.targetId : null,
      elapsedMs: op.kind === "answer" ? op.elapsedMs : 0,
      ...{ answeredAt: op.answeredAt, receivedAt: op.answeredAt, mode: "flip", fingerprint: op.id },
      role: roles.get(op.id) ?? "undone",
    }));
  });
}
