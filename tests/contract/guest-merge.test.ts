import { expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { mergeGuest } from "@/lib/data/guest-merge";
import { createSession, findSession } from "@/lib/data/sessions";
import { listSuspensions, setSuspension } from "@/lib/data/suspensions";
import type { CardId, Operation, UserId } from "@/lib/srs/types";
import { answer, undo } from "./answer-operations";
import { type MadeDeck, makeDeck, makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine, type EngineUnderTest } from "./harness";

const DAY_MS = 86_400_000;
const START_MS = TEST_NOW_MS - 10 * DAY_MS;

function record(userId: UserId, ops: readonly Operation[]) {
  return recordOperations(userId, { ops, sentAt: TEST_NOW_MS, receivedAt: TEST_NOW_MS });
}

/** Everything about the learner's answers that is stored, without the learner. */
async function learned(prisma: EngineUnderTest["prisma"], userId: UserId) {
  const omit = { userId: true } as const;
  return {
    log: await prisma.operation.findMany({ where: { userId }, omit, orderBy: { id: "asc" } }),
    states: await prisma.cardState.findMany({ where: { userId }, omit, orderBy: { cardId: "asc" } }),
    days: await prisma.dayTotal.findMany({ where: { userId, answers: { gt: 0 } }, omit, orderBy: { studyDay: "asc" } }),
  };
}

async function pair(prisma: EngineUnderTest["prisma"]) {
  const guest = await makeUser(prisma, { kind: "guest" });
  const account = await makeUser(prisma, { username: `u-${crypto.randomUUID()}` });
  return { guest, account };
}

function card(deck: MadeDeck, index: number): CardId {
  const id = deck.cardIds[index];
  if (!id) throw new Error("the deck is too small");
  return id;
}

describeOnEachEngine("merging a guest into an account", (subject) => {
  test("gives what one learner would have who had answered all of it", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 3 });
    const { guest, account } = await pair(subject.prisma);
    const whole = await makeUser(subject.prisma, { username: `u-${crypto.randomUUID()}` });
    const firstOfGuest = answer({ cardId: card(deck, 1), answeredAt: START_MS, quality: 5 });
    const ofGuest = [
      firstOfGuest,
      answer({ cardId: card(deck, 0), answeredAt: START_MS + DAY_MS }),
      answer({ cardId: card(deck, 4), answeredAt: START_MS + DAY_MS, quality: 1 }),
      undo({ cardId: card(deck, 1), answeredAt: START_MS + 2 * DAY_MS, targetId: firstOfGuest.id }),
    ];
    const ofAccount = [
      answer({ cardId: card(deck, 0), answeredAt: START_MS, quality: 3 }),
      answer({ cardId: card(deck, 0), answeredAt: START_MS + 7 * DAY_MS, quality: 4 }),
      answer({ cardId: card(deck, 8), answeredAt: START_MS, quality: 4 }),
    ];
    await record(guest, ofGuest);
    await record(account, ofAccount);
    await record(whole, [...ofGuest, ...ofAccount]);
    expect(await mergeGuest(account, { guestId: guest })).toEqual({ operations: ofGuest.length });
    expect(await learned(subject.prisma, account)).toEqual(await learned(subject.prisma, whole));
    expect(await learned(subject.prisma, guest)).toEqual({ log: [], states: [], days: [] });
  });

  test("hundreds of cards come over", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 60 });
    const { guest, account } = await pair(subject.prisma);
    const ops = deck.cardIds.map((cardId, index) =>
      answer({ cardId, answeredAt: START_MS + index, quality: index % 2 ? 4 : 1 }),
    );
    await record(guest, ops.slice(0, 120));
    await record(guest, ops.slice(120));
    const before = await learned(subject.prisma, guest);
    expect(await mergeGuest(account, { guestId: guest })).toEqual({ operations: 240 });
    expect(await learned(subject.prisma, account)).toEqual(before);
  });

  test("an operation that both have counts once, and the same one sent again is a duplicate", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 1 });
    const { guest, account } = await pair(subject.prisma);
    const shared = answer({ cardId: card(deck, 0), answeredAt: START_MS });
    await record(guest, [shared]);
    await record(account, [shared]);
    const before = await learned(subject.prisma, account);
    expect(await mergeGuest(account, { guestId: guest })).toEqual({ operations: 0 });
    expect(await learned(subject.prisma, account)).toEqual(before);
    expect(await record(account, [shared])).toMatchObject([{ status: "duplicate" }]);
  });

  test("what the guest had set aside is set aside, what the account had stays", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 2 });
    const { guest, account } = await pair(subject.prisma);
    const [first, second] = deck.conceptIds;
    if (!first || !second) throw new Error("the deck is too small");
    const aside = { suspended: true, nowMs: START_MS };
    await setSuspension(guest, { conceptId: first, cardId: null, ...aside });
    await setSuspension(guest, { conceptId: second, cardId: card(deck, 4), ...aside });
    await setSuspension(account, { conceptId: first, cardId: null, ...aside });
    await mergeGuest(account, { guestId: guest });
    const listed = (await listSuspensions(account)).map(({ conceptId, cardId }) => [conceptId, cardId]);
    expect(listed).toEqual([
      [first, null],
      [second, card(deck, 4)],
    ]);
  });

  test("the guest is no more: row, settings and sessions", async () => {
    const { guest, account } = await pair(subject.prisma);
    const sessionId = await createSession(guest, { kind: "guest", nowMs: START_MS });
    expect(await mergeGuest(account, { guestId: guest })).toEqual({ operations: 0 });
    expect(await findSession(guest, { sessionId, nowMs: START_MS })).toBeNull();
    expect(await subject.prisma.user.count({ where: { id: guest } })).toBe(0);
    expect(await subject.prisma.learnerSettings.count({ where: { userId: guest } })).toBe(0);
    expect(await subject.prisma.learnerSettings.count({ where: { userId: account } })).toBe(1);
  });

  test("only guests are merged, only into accounts, and nobody into themselves", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 1 });
    const { guest, account } = await pair(subject.prisma);
    const other = await makeUser(subject.prisma, { username: `u-${crypto.randomUUID()}` });
    await record(other, [answer({ cardId: card(deck, 0), answeredAt: START_MS })]);
    const before = await learned(subject.prisma, other);
    expect(await mergeGuest(account, { guestId: other })).toBeNull();
    expect(await mergeGuest(account, { guestId: account })).toBeNull();
    expect(await mergeGuest(guest, { guestId: await makeUser(subject.prisma, { kind: "guest" }) })).toBeNull();
    expect(await learned(subject.prisma, other)).toEqual(before);
  });

  test("answers that arrive while it happens are in the account or refused, never lost", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 20 });
    const { guest, account } = await pair(subject.prisma);
    const ops = deck.cardIds.map((cardId, index) => answer({ cardId, answeredAt: START_MS + index }));
    const sent = await Promise.allSettled([
      ...ops.slice(0, 40).map((op) => record(guest, [op])),
      mergeGuest(account, { guestId: guest }),
      ...ops.slice(40).map((op) => record(guest, [op])),
    ]);
    const acknowledged = sent.filter((each) => each.status === "fulfilled").length - 1;
    for (const each of sent) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "not-found" });
    expect(await subject.prisma.operation.count({ where: { userId: account } })).toBe(acknowledged);
    expect(await subject.prisma.operation.count({ where: { userId: guest } })).toBe(0);
  });
});
