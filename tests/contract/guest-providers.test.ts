import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { enterByProvider } from "@/lib/auth/provider-sign-in";
import { getAccount } from "@/lib/data/account";
import { recordOperations } from "@/lib/data/answers";
import { createSession, findSession } from "@/lib/data/sessions";
import { createAccount, createGuest } from "@/lib/data/users";
import type { UserId } from "@/lib/srs/types";
import { answer } from "./answer-operations";
import { makeDeck, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

// The framework's cookies belong to a request; here there is none. The database is the real one.
const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));
vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-tests-only-0123456789abcdef");
beforeEach(() => jar.clear());

const nowMs = TEST_NOW_MS;
const anIdentity = () => ({ provider: "github", providerAccountId: randomUUID() });

async function signedIn(kind: "guest" | "registered") {
  const account = { name: { username: `u-${randomUUID()}` }, displayName: "Anna", passwordHash: "hash" };
  const id = kind === "guest" ? await createGuest({ nowMs }) : await createAccount(account, { nowMs });
  const sessionId = await createSession(id, { kind, nowMs });
  return { id, kind, displayName: kind === "guest" ? null : "Anna", sessionId };
}

function arrive(given: Partial<Parameters<typeof enterByProvider>[0]>) {
  return enterByProvider({
    identity: anIdentity(),
    providerName: "Mona",
    wantsLink: false,
    before: null,
    nowMs,
    ...given,
  });
}

const accountOf = (id: UserId) => getAccount(id, { sessionId: "none", nowMs });

describeOnEachEngine("coming by a provider", (subject) => {
  test("a stranger gets an account, and the same one the next time", async () => {
    const identity = anIdentity();
    const first = await arrive({ identity });
    const again = await arrive({ identity, providerName: "Renamed" });
    expect(again.userId).toBe(first.userId);
    expect(again.sessionId).not.toBe(first.sessionId);
    expect(await findSession(first.userId, { sessionId: again.sessionId, nowMs })).toMatchObject({
      kind: "registered",
    });
    expect(await accountOf(first.userId)).toMatchObject({ displayName: "Mona", providers: ["github"], email: null });
  });

  test("a guest becomes the account and keeps everything", async () => {
    const before = await signedIn("guest");
    const entered = await arrive({ before });
    expect(entered.userId).toBe(before.id);
    expect(await accountOf(before.id)).toMatchObject({ kind: "registered", displayName: "Mona" });
    expect(await findSession(before.id, { sessionId: before.sessionId, nowMs })).toBeNull();
  });

  test("a guest's answers come along into an account that was there before", async () => {
    const deck = await makeDeck(subject.prisma, { concepts: 1 });
    const cardId = deck.cardIds[0];
    if (!cardId) throw new Error("a deck without cards");
    const identity = anIdentity();
    const { userId } = await arrive({ identity });
    const before = await signedIn("guest");
    await recordOperations(before.id, {
      ops: [answer({ cardId, answeredAt: nowMs })],
      sentAt: nowMs,
      receivedAt: nowMs,
    });
    expect((await arrive({ identity, before })).userId).toBe(userId);
    expect(await subject.prisma.operation.count({ where: { userId } })).toBe(1);
    expect(await subject.prisma.user.count({ where: { id: before.id } })).toBe(0);
  });

  test("whoever is still signed in on a shared machine is neither linked nor mixed up with", async () => {
    const before = await signedIn("registered");
    const entered = await arrive({ before });
    expect(entered.userId).not.toBe(before.id);
    expect(await accountOf(before.id)).toMatchObject({ providers: [] });
    expect(await findSession(before.id, { sessionId: before.sessionId, nowMs })).toBeNull();
  });

  test("whoever asks for it in the settings is linked, and gets in by it from then on", async () => {
    const [identity, before] = [anIdentity(), await signedIn("registered")];
    expect((await arrive({ identity, before, wantsLink: true })).userId).toBe(before.id);
    expect(await accountOf(before.id)).toMatchObject({ displayName: "Anna", providers: ["github"], hasPassword: true });
    expect((await arrive({ identity })).userId).toBe(before.id);
  });

  test("an identity that is somebody's is not taken over by asking for it", async () => {
    const identity = anIdentity();
    const owner = await arrive({ identity });
    const before = await signedIn("registered");
    expect((await arrive({ identity, before, wantsLink: true })).userId).toBe(owner.userId);
    expect(await accountOf(before.id)).toMatchObject({ providers: [] });
  });

  test("of two arrivals at once one makes the account and both get into it", async () => {
    const identity = anIdentity();
    const [a, b] = await Promise.all([arrive({ identity }), arrive({ identity })]);
    expect(a.userId).toBe(b.userId);
    expect(await subject.prisma.providerAccount.count({ where: { userId: a.userId } })).toBe(1);
  });

  test.each([
    ["", "—"],
    ["  Mona\u202E<b>\u0000 ", "Mona<b>"],
    ["x".repeat(500), "x".repeat(64)],
    ["\uD800", "—"],
  ])("the name %j is shown as %j", async (providerName, displayName) => {
    const { userId } = await arrive({ providerName });
    expect(await accountOf(userId)).toMatchObject({ displayName });
  });
});
