import { expect, test } from "vitest";
import { createSession, endSession, endSessions, findSession, touchSession } from "@/lib/data/sessions";
import type { UserId } from "@/lib/srs/types";
import { makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const nowMs = TEST_NOW_MS;

async function mustFind(userId: UserId, sessionId: string, at = nowMs) {
  const session = await findSession(userId, { sessionId, nowMs: at });
  if (session === null) throw new Error("the session has ended");
  return session;
}

describeOnEachEngine("sessions", (subject) => {
  test("a session says who its learner is", async () => {
    const userId = await makeUser(subject.prisma, { username: `u${Math.random()}` });
    const id = await createSession(userId, { kind: "registered", nowMs });
    expect(await findSession(userId, { sessionId: id, nowMs })).toEqual({
      id,
      kind: "registered",
      displayName: null,
      lastSeenAt: nowMs,
    });
  });

  test("two sessions never have the same id, and an id is hard to guess", async () => {
    const userId = await makeUser(subject.prisma);
    const ids = await Promise.all(Array.from({ length: 20 }, () => createSession(userId, { kind: "guest", nowMs })));
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(Buffer.from(id, "base64url")).toHaveLength(32);
  });

  test("another learner's session id is worth nothing", async () => {
    const [mine, theirs] = [await makeUser(subject.prisma), await makeUser(subject.prisma)];
    const id = await createSession(theirs, { kind: "guest", nowMs });
    expect(await findSession(mine, { sessionId: id, nowMs })).toBeNull();
    await endSession(mine, id);
    expect(await findSession(theirs, { sessionId: id, nowMs })).not.toBeNull();
  });

  test("a session of a learner who is gone is gone", async () => {
    const userId = await makeUser(subject.prisma);
    const id = await createSession(userId, { kind: "guest", nowMs });
    await subject.prisma.user.delete({ where: { id: userId } });
    expect(await findSession(userId, { sessionId: id, nowMs })).toBeNull();
  });

  test.each([
    ["registered", 30],
    ["guest", 60],
  ] as const)("a session of a %s learner ends %i days after it was last used", async (kind, days) => {
    const userId = await makeUser(subject.prisma, { kind });
    const id = await createSession(userId, { kind, nowMs });
    const lastMoment = nowMs + days * DAY_MS - 1;
    const session = await mustFind(userId, id, lastMoment);
    expect(await findSession(userId, { sessionId: id, nowMs: lastMoment + 1 })).toBeNull();
    await touchSession(userId, { session, nowMs: lastMoment });
    const later = lastMoment + days * DAY_MS;
    expect(await findSession(userId, { sessionId: id, nowMs: later - 1 })).toMatchObject({ lastSeenAt: lastMoment });
    expect(await findSession(userId, { sessionId: id, nowMs: later })).toBeNull();
  });

  test("use is noted every five minutes at most, for the session and the learner", async () => {
    const userId = await makeUser(subject.prisma);
    const id = await createSession(userId, { kind: "guest", nowMs });
    const soon = nowMs + 5 * MINUTE_MS - 1;
    await touchSession(userId, { session: await mustFind(userId, id), nowMs: soon });
    expect(await mustFind(userId, id)).toMatchObject({ lastSeenAt: nowMs });
    const later = soon + 1;
    await touchSession(userId, { session: await mustFind(userId, id), nowMs: later });
    expect(await mustFind(userId, id)).toMatchObject({ lastSeenAt: later });
    const user = await subject.prisma.user.findUnique({ where: { id: userId }, select: { lastSeenAt: true } });
    expect(user?.lastSeenAt.getTime()).toBe(later);
  });

  test("ending one leaves the others; ending the others leaves one; ending all leaves none", async () => {
    const userId = await makeUser(subject.prisma);
    const stranger = await makeUser(subject.prisma);
    const [a, b, c] = await Promise.all(["a", "b", "c"].map(() => createSession(userId, { kind: "guest", nowMs })));
    const other = await createSession(stranger, { kind: "guest", nowMs });
    if (!a || !b || !c) throw new Error("three sessions were made");
    await endSession(userId, a);
    await endSession(userId, a);
    expect(await findSession(userId, { sessionId: a, nowMs })).toBeNull();
    expect(await endSessions(userId, { except: b, nowMs })).toBe(1);
    expect(await findSession(userId, { sessionId: c, nowMs })).toBeNull();
    expect(await findSession(userId, { sessionId: b, nowMs })).not.toBeNull();
    expect(await endSessions(userId, { except: null, nowMs })).toBe(1);
    expect(await findSession(userId, { sessionId: b, nowMs })).toBeNull();
    expect(await findSession(stranger, { sessionId: other, nowMs })).not.toBeNull();
  });

  test("expired ones are forgotten when a new one begins, and are not counted as ended", async () => {
    const userId = await makeUser(subject.prisma);
    await createSession(userId, { kind: "guest", nowMs });
    const later = nowMs + 61 * DAY_MS;
    expect(await endSessions(userId, { except: null, nowMs: later })).toBe(0);
    await createSession(userId, { kind: "guest", nowMs });
    await createSession(userId, { kind: "guest", nowMs: later });
    expect(await subject.prisma.session.count({ where: { userId } })).toBe(1);
  });

  test("a touch does not bring back a session that has just been ended", async () => {
    const userId = await makeUser(subject.prisma);
    const id = await createSession(userId, { kind: "guest", nowMs });
    const session = await mustFind(userId, id);
    await endSession(userId, id);
    await touchSession(userId, { session, nowMs: nowMs + DAY_MS });
    expect(await findSession(userId, { sessionId: id, nowMs })).toBeNull();
  });
});
