import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { databaseOpener } from "@/lib/client/database";
import { memoryOutbox, withMemoryFallback } from "@/lib/client/memory-outbox";
import { adoptGuestOperations, type OutboxStore } from "@/lib/client/outbox";
import { openSessionCache } from "@/lib/client/session-cache";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, OperationId, StudyDay } from "@/lib/srs/types";
import { FaultyServer, operation } from "./faulty-server";
import { ALICE, BOB, freshDatabase, makeBrowser, outboxOf, TODAY } from "./sync-harness";

const PAYLOAD = { studyDay: TODAY, queue: [], cards: [] } as unknown as SessionPayload;

describe("the outbox", () => {
  it("keeps order and survives being opened again", async () => {
    const name = "termwise-test-reopened";
    await outboxOf(databaseOpener(name)).add([operation(3), operation(1)]);
    await outboxOf(databaseOpener(name)).add([operation(2)]);
    const kept = await outboxOf(databaseOpener(name)).peek(10);
    expect(kept).toEqual([operation(3), operation(1), operation(2)]);
  });

  it("outlives an update of the app, which forgets only the day's queue", async () => {
    const name = "termwise-test-of-version-1";
    const old = await openDB(name, 1, {
      upgrade(database) {
        const outbox = database.createObjectStore("outbox", { keyPath: "sequence", autoIncrement: true });
        outbox.createIndex("user", "userId");
        outbox.createIndex("operation", ["userId", "operationId"], { unique: true });
        for (const store of ["rejected", "journal"])
          database.createObjectStore(store, { keyPath: ["userId", "operationId"] }).createIndex("user", "userId");
        for (const store of ["sessions", "pins"]) database.createObjectStore(store, { keyPath: "userId" });
      },
    });
    const unsent = { userId: ALICE, operationId: operation(1).id, operation: operation(1), guest: false };
    await old.add("outbox", unsent);
    await old.put("sessions", { userId: ALICE, payload: PAYLOAD });
    old.close();
    const open = databaseOpener(name);
    expect(await outboxOf(open).peek(10)).toEqual([operation(1)]);
    expect((await openSessionCache(open, ALICE).load(TODAY)).payload).toBeNull();
    await openSessionCache(open, ALICE).savePayload(PAYLOAD);
    expect((await openSessionCache(databaseOpener(name), ALICE).load(TODAY)).payload).toEqual(PAYLOAD);
  });

  it("takes an operation once", async () => {
    const store = outboxOf(freshDatabase());
    await store.add([operation(1)]);
    await store.add([operation(1), operation(2)]);
    expect(await store.peek(10)).toEqual([operation(1), operation(2)]);
  });

  it("shows and sends nobody another account's operations", async () => {
    const open = freshDatabase();
    await outboxOf(open, ALICE).add([operation(1)]);
    const bob = outboxOf(open, BOB);
    expect(await bob.peek(10)).toEqual([]);
    expect(await bob.counts()).toEqual({ pending: 0, rejected: 0 });
    await bob.settle({ acknowledged: [operation(1).id], rejected: [] });
    expect(await outboxOf(open, ALICE).peek(10)).toEqual([operation(1)]);
    expect((await openSessionCache(open, BOB).load(TODAY)).operations).toEqual([]);
  });

  it("hands a guest's operations, and only a guest's, to the account that is signed in to", async () => {
    const open = freshDatabase();
    await outboxOf(open, "user-guest" as typeof ALICE, true).add([operation(1), operation(2)]);
    await outboxOf(open, ALICE).add([operation(3)]);
    expect(await adoptGuestOperations(open, BOB)).toBe(2);
    expect(await outboxOf(open, BOB).peek(10)).toEqual([operation(1), operation(2)]);
    await outboxOf(open, BOB).settle({ acknowledged: [operation(1).id], rejected: [] });
    // A page made before they arrived still learns of them.
    expect((await openSessionCache(open, BOB).load(TODAY)).operations).toEqual([operation(1), operation(2)]);
    expect(await outboxOf(open, ALICE).peek(10)).toEqual([operation(3)]);
    expect(await adoptGuestOperations(open, ALICE)).toBe(0);
  });

  it("still sends what the browser refuses to store, and says that it is volatile", async () => {
    const refusing = new Proxy({} as OutboxStore, { get: () => () => Promise.reject(new Error("storage refused")) });
    let volatile = 0;
    const store = withMemoryFallback(refusing, () => {
      volatile += 1;
    });
    await store.add([operation(1)]);
    await store.add([operation(2)]);
    expect(await store.peek(10)).toEqual([operation(1), operation(2)]);
    expect(await store.counts()).toEqual({ pending: 2, rejected: 0 });
    expect(volatile).toBe(1);
  });

  it("does not send in a circle when settling fails", async () => {
    const memory = memoryOutbox();
    let failures = 1;
    const store: OutboxStore = {
      ...memory,
      settle: (settlement) => (failures-- > 0 ? Promise.reject(new Error("disk full")) : memory.settle(settlement)),
    };
    const server = new FaultyServer();
    const browser = makeBrowser({ store, server });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    expect(server.arrivals).toHaveLength(1);
    expect(browser.sync.status().phase).toBe("waiting");
    await browser.fireTimer();
    expect(browser.sync.status()).toEqual({ phase: "idle", pending: 0, rejected: 0 });
    expect(server.applied).toHaveLength(1);
  });
});

describe("the session cache", () => {
  const pinned = {
    studyDay: TODAY,
    cardId: "core.relu.en-zh" as CardId,
    operationId: operation(9).id,
    revealed: true,
    elapsedMs: 4_200,
  };

  it("gives back the card on the screen with its prepared operation", async () => {
    const open = freshDatabase();
    const cache = openSessionCache(open, ALICE);
    await cache.savePayload(PAYLOAD);
    await cache.pin(pinned);
    expect(await openSessionCache(open, ALICE).load(TODAY)).toMatchObject({ payload: PAYLOAD, pinned });
    await cache.pin(null);
    expect((await cache.load(TODAY)).pinned).toBeNull();
  });

  it("knows the operations made here, acknowledged or not, oldest first", async () => {
    const open = freshDatabase();
    const store = outboxOf(open);
    await store.add([operation(2)]);
    await store.add([operation(1)]);
    await store.settle({ acknowledged: [operation(2).id as OperationId], rejected: [] });
    expect((await openSessionCache(open, ALICE).load(TODAY)).operations).toEqual([operation(1), operation(2)]);
  });

  it("forgets a refused operation: the server's word stands", async () => {
    const open = freshDatabase();
    const store = outboxOf(open);
    await store.add([operation(1)]);
    await store.settle({ acknowledged: [], rejected: [{ id: operation(1).id, code: "unknown-card" }] });
    expect((await openSessionCache(open, ALICE).load(TODAY)).operations).toEqual([]);
  });

  it("shows nothing of yesterday but what is still unsent", async () => {
    const open = freshDatabase();
    const store = outboxOf(open);
    const cache = openSessionCache(open, ALICE);
    await store.add([operation(1), operation(2)]);
    await store.settle({ acknowledged: [operation(1).id], rejected: [] });
    await cache.savePayload(PAYLOAD);
    await cache.pin(pinned);
    const tomorrow = (TODAY + 1) as StudyDay;
    expect(await cache.load(tomorrow)).toEqual({ payload: null, operations: [operation(2)], pinned: null });
    await cache.savePayload({ ...PAYLOAD, studyDay: tomorrow });
    expect((await cache.load(TODAY)).operations).toEqual([operation(2)]);
  });

  it("leaves nothing of another learner on a shared device but what that learner has not sent", async () => {
    const open = freshDatabase();
    const alice = openSessionCache(open, ALICE);
    const store = outboxOf(open);
    await store.add([operation(1), operation(2)]);
    await store.settle({ acknowledged: [operation(1).id], rejected: [] });
    await alice.savePayload(PAYLOAD);
    await alice.pin(pinned);
    await openSessionCache(open, BOB).savePayload(PAYLOAD);
    expect(await alice.load(TODAY)).toEqual({ payload: null, operations: [operation(2)], pinned: null });
    expect(await store.peek(10)).toEqual([operation(2)]);
  });

  it("keeps nothing and does not fail when storage is refused", async () => {
    const cache = openSessionCache(() => Promise.reject(new Error("storage refused")), ALICE);
    await cache.savePayload(PAYLOAD);
    await cache.pin(pinned);
    expect(await cache.load(TODAY)).toEqual({ payload: null, operations: [], pinned: null });
  });
});
