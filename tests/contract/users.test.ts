import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deleteAccount, getAccount, removeStaleGuests } from "@/lib/data/account";
import { recordOperations } from "@/lib/data/answers";
import { createProviderAccount, findProviderLearner, linkProviderAccount } from "@/lib/data/provider-accounts";
import { createSession } from "@/lib/data/sessions";
import { getSettings } from "@/lib/data/settings";
import { setSuspension } from "@/lib/data/suspensions";
import {
  createAccount,
  createGuest,
  findSignInCandidate,
  getPasswordHash,
  nameGuest,
  replacePasswordHash,
} from "@/lib/data/users";
import type { UserId } from "@/lib/srs/types";
import { answer } from "./answer-operations";
import { makeDeck, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine, type EngineUnderTest } from "./harness";

const DAY_MS = 86_400_000;
const PASSWORD_HASH = "$argon2id$for-tests";

function anAccount(username = `u-${randomUUID()}`) {
  return { name: { username }, displayName: username.toUpperCase(), passwordHash: PASSWORD_HASH };
}
const newcomer = { timeZone: "Asia/Tokyo", interfaceLanguage: "en", nowMs: TEST_NOW_MS } as const;

/** Every table with a userId, and how many rows of the learner it has. */
async function rowsOf(prisma: EngineUnderTest["prisma"], userId: UserId): Promise<Record<string, number>> {
  const where = { userId };
  return {
    user: await prisma.user.count({ where: { id: userId } }),
    session: await prisma.session.count({ where }),
    providerAccount: await prisma.providerAccount.count({ where }),
    operation: await prisma.operation.count({ where }),
    cardState: await prisma.cardState.count({ where }),
    dayTotal: await prisma.dayTotal.count({ where }),
    suspension: await prisma.suspension.count({ where }),
    learnerSettings: await prisma.learnerSettings.count({ where }),
    learnerDeck: await prisma.learnerDeck.count({ where }),
  };
}

/** A learner with a row in every table. */
async function fillAllTables(prisma: EngineUnderTest["prisma"], userId: UserId): Promise<void> {
  const deck = await makeDeck(prisma, { concepts: 1 });
  const [cardId, conceptId] = [deck.cardIds[0], deck.conceptIds[0]];
  if (!cardId || !conceptId) throw new Error("a deck without cards");
  const ops = [answer({ cardId, answeredAt: TEST_NOW_MS })];
  await recordOperations(userId, { ops, sentAt: TEST_NOW_MS, receivedAt: TEST_NOW_MS });
  await setSuspension(userId, { conceptId, cardId: null, suspended: true, nowMs: TEST_NOW_MS });
  await prisma.learnerDeck.create({ data: { userId, deckId: deck.id } });
  await createSession(userId, { kind: "guest", nowMs: TEST_NOW_MS });
  const identity = { provider: "github", providerAccountId: randomUUID() };
  await prisma.providerAccount.create({ data: { ...identity, userId, createdAt: new Date(TEST_NOW_MS) } });
}

describeOnEachEngine("users", (subject) => {
  test("an account is found by its name, with the settings of its browser", async () => {
    const account = anAccount();
    const id = await createAccount(account, newcomer);
    expect(await findSignInCandidate(account.name)).toEqual({
      id,
      displayName: account.displayName,
      passwordHash: PASSWORD_HASH,
    });
    expect(await getSettings(id)).toMatchObject({ timeZone: "Asia/Tokyo", interfaceLanguage: "en" });
  });

  test("nobody is found under another's name", async () => {
    await createAccount(anAccount(), newcomer);
    expect(await findSignInCandidate({ username: `u-${randomUUID()}` })).toBeNull();
    expect(await findSignInCandidate({ email: `${randomUUID()}@example.org` })).toBeNull();
  });

  test("of ten who want the same name at once, one gets it and nothing of the others is left", async () => {
    const account = anAccount();
    const before = await subject.prisma.user.count();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => createAccount(account, newcomer)));
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of tries) {
      if (each.status === "rejected")
        expect(each.reason).toMatchObject({ code: "name-taken", fields: { name: "taken" } });
    }
    expect(await subject.prisma.user.count()).toBe(before + 1);
    expect(await subject.prisma.learnerSettings.count()).toBe(await subject.prisma.user.count());
  });

  test("a guest who takes a name stays the same learner", async () => {
    const id = await createGuest(newcomer);
    await fillAllTables(subject.prisma, id);
    const before = await rowsOf(subject.prisma, id);
    const account = anAccount();
    await nameGuest(id, account);
    expect(await findSignInCandidate(account.name)).toMatchObject({ id });
    expect(await rowsOf(subject.prisma, id)).toEqual(before);
    await expect(nameGuest(id, anAccount())).rejects.toMatchObject({ code: "already-registered" });
  });

  test("a guest cannot take a taken name, and stays a guest", async () => {
    const account = anAccount();
    await createAccount(account, newcomer);
    const guest = await createGuest(newcomer);
    await expect(nameGuest(guest, account)).rejects.toMatchObject({ code: "name-taken" });
    const view = await getAccount(guest, { sessionId: "none", nowMs: TEST_NOW_MS });
    expect(view).toMatchObject({ kind: "guest", username: null, hasPassword: false });
  });

  test("a password is replaced only by who knew the one that counts", async () => {
    const id = await createAccount(anAccount(), newcomer);
    expect(await replacePasswordHash(id, { before: "stale", after: "new" })).toBe(false);
    expect(await getPasswordHash(id)).toBe(PASSWORD_HASH);
    expect(await replacePasswordHash(id, { before: PASSWORD_HASH, after: "new" })).toBe(true);
    expect(await getPasswordHash(id)).toBe("new");
  });

  test("deleting an account removes its rows from every table and nobody else's", async () => {
    const [gone, stays] = [await createAccount(anAccount(), newcomer), await createAccount(anAccount(), newcomer)];
    await fillAllTables(subject.prisma, gone);
    await fillAllTables(subject.prisma, stays);
    const before = await rowsOf(subject.prisma, stays);
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    await deleteAccount(gone);
    expect(Object.values(await rowsOf(subject.prisma, gone)).every((count) => count === 0)).toBe(true);
    expect(await rowsOf(subject.prisma, stays)).toEqual(before);
    await expect(getAccount(gone, { sessionId: "none", nowMs: TEST_NOW_MS })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("the list of tables above is all of them", async () => {
    const models = Object.entries(subject.prisma).flatMap(([, value]) =>
      typeof value === "object" && value !== null && "fields" in value ? [value.fields] : [],
    );
    const withUser = models.filter((fields) => typeof fields === "object" && fields !== null && "userId" in fields);
    const known = Object.keys(await rowsOf(subject.prisma, await createGuest(newcomer)));
    // `user` itself is keyed by id.
    expect(withUser).toHaveLength(known.length - 1);
  });

  test("an identity of a provider belongs to one learner", async () => {
    const identity = { provider: "github", providerAccountId: randomUUID() };
    const id = await createProviderAccount(identity, { displayName: "Mona", nowMs: TEST_NOW_MS });
    expect(await findProviderLearner(identity)).toBe(id);
    expect(await findProviderLearner({ ...identity, provider: "google" })).toBeNull();
    const guest = await createGuest(newcomer);
    const link = linkProviderAccount(guest, { identity, displayName: "Mona", nowMs: TEST_NOW_MS });
    await expect(link).rejects.toMatchObject({ code: "name-taken" });
    expect(await getAccount(guest, { sessionId: "none", nowMs: TEST_NOW_MS })).toMatchObject({
      kind: "guest",
      providers: [],
    });
  });

  test("a guest who signs in by a provider becomes an account", async () => {
    const guest = await createGuest(newcomer);
    const identity = { provider: "google", providerAccountId: randomUUID() };
    await linkProviderAccount(guest, { identity, displayName: "Mona", nowMs: TEST_NOW_MS });
    const view = await getAccount(guest, { sessionId: "none", nowMs: TEST_NOW_MS });
    expect(view).toMatchObject({ kind: "registered", displayName: "Mona", providers: ["google"], hasPassword: false });
  });

  test("a name that an account has keeps when it is linked to a provider", async () => {
    const account = anAccount();
    const id = await createAccount(account, newcomer);
    const identity = { provider: "google", providerAccountId: randomUUID() };
    await linkProviderAccount(id, { identity, displayName: "Other", nowMs: TEST_NOW_MS });
    const view = await getAccount(id, { sessionId: "none", nowMs: TEST_NOW_MS });
    expect(view).toMatchObject({ displayName: account.displayName, providers: ["google"], hasPassword: true });
  });
});

describeOnEachEngine("guests that nobody uses", (subject) => {
  test("go after sixty days with all their rows; accounts and guests in use stay", async () => {
    const longAgo = { ...newcomer, nowMs: TEST_NOW_MS - 61 * DAY_MS };
    const stale = await createGuest(longAgo);
    await fillAllTables(subject.prisma, stale);
    const account = await createAccount(anAccount(), longAgo);
    const recent = await createGuest({ ...newcomer, nowMs: TEST_NOW_MS - 59 * DAY_MS });
    expect(await removeStaleGuests(TEST_NOW_MS)).toBe(1);
    expect(Object.values(await rowsOf(subject.prisma, stale)).every((count) => count === 0)).toBe(true);
    expect(await rowsOf(subject.prisma, account)).toMatchObject({ user: 1, learnerSettings: 1 });
    expect(await rowsOf(subject.prisma, recent)).toMatchObject({ user: 1, learnerSettings: 1 });
    expect(await removeStaleGuests(TEST_NOW_MS)).toBe(0);
  });

  test("a crowd of them goes in several calls", async () => {
    const longAgo = new Date(TEST_NOW_MS - 100 * DAY_MS);
    await subject.prisma.user.createMany({
      data: Array.from({ length: 120 }, () => ({
        id: randomUUID(),
        kind: "guest",
        createdAt: longAgo,
        lastSeenAt: longAgo,
      })),
    });
    const removed = [
      await removeStaleGuests(TEST_NOW_MS),
      await removeStaleGuests(TEST_NOW_MS),
      await removeStaleGuests(TEST_NOW_MS),
    ];
    expect(removed).toEqual([50, 50, 20]);
  });
});
