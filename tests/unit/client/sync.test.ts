import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryOutbox } from "@/lib/client/memory-outbox";
import type { Operation } from "@/lib/srs/types";
import { type Fault, FaultyServer, operation } from "./faulty-server";
import { freshDatabase, makeBrowser, outboxOf } from "./sync-harness";

const FAULTS: readonly Fault[] = [
  "none",
  "request lost",
  "response lost",
  "502",
  "503",
  "429",
  "401",
  "413",
  "409 without results",
  "hotel page",
  "half the results",
  "results for others",
];

function idsOf(operations: readonly Operation[]): string[] {
  return operations.map((each) => each.id);
}

describe("sending the outbox", () => {
  it("loses nothing and applies nothing twice, whatever the network does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom(...FAULTS), { maxLength: 12 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (groups, faults, random) => {
          const store = outboxOf(freshDatabase());
          const server = new FaultyServer(faults);
          const browser = makeBrowser({ store, server, random: () => random });
          const made: Operation[] = [];
          for (const size of groups) {
            const group = Array.from({ length: size }, (_, index) => operation(made.length + index));
            made.push(...group);
            await browser.sync.enqueue(group);
          }
          await browser.settled();
          for (let round = 0; round < 60 && browser.sync.status().pending > 0; round++) {
            if (!(await browser.fireTimer())) await browser.sync.wake();
            await browser.settled();
          }
          expect(idsOf(server.applied)).toEqual(idsOf(made));
          expect(await store.counts()).toEqual({ pending: 0, rejected: 0 });
          expect(browser.sync.status()).toEqual({ phase: "idle", pending: 0, rejected: 0 });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("goes on after a crash between request and response", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...FAULTS), { maxLength: 6 }), async (faults) => {
        const open = freshDatabase();
        const server = new FaultyServer(faults);
        const crashed = makeBrowser({ store: outboxOf(open), server });
        await crashed.sync.enqueue([operation(1), operation(2)]);
        crashed.sync.stop();
        const next = makeBrowser({ store: outboxOf(open), server });
        await next.sync.enqueue([operation(3)]);
        await next.settled();
        for (let round = 0; round < 60 && next.sync.status().pending > 0; round++) {
          if (!(await next.fireTimer())) await next.sync.wake();
          await next.settled();
        }
        expect(idsOf(server.applied)).toEqual(idsOf([operation(1), operation(2), operation(3)]));
        expect((await outboxOf(open).counts()).pending).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("says saved only when the server has answered", async () => {
    const server = new FaultyServer();
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    const acknowledged = browser.statuses.findIndex((status) => status.pending === 0 && status.phase !== "idle");
    expect(browser.statuses.slice(0, acknowledged).every((status) => status.pending === 1)).toBe(true);
    expect(server.applied).toHaveLength(1);
    expect(browser.sync.status()).toEqual({ phase: "idle", pending: 0, rejected: 0 });
  });

  it("stops at 401 without losing or trying, and goes on after signing in", async () => {
    const server = new FaultyServer(["401"]);
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    await browser.sync.enqueue([operation(2)]);
    await browser.settled();
    expect(browser.sync.status()).toEqual({ phase: "signed-out", pending: 2, rejected: 0 });
    expect(browser.delays).toEqual([]);
    await browser.sync.wake();
    expect(idsOf(server.applied)).toEqual(idsOf([operation(1), operation(2)]));
  });

  it("keeps a refused operation aside and sends the others", async () => {
    const bad = operation(2);
    const store = outboxOf(freshDatabase());
    const server = new FaultyServer([], (each) => (each.id === bad.id ? "unknown-card" : null));
    const browser = makeBrowser({ store, server });
    await browser.sync.enqueue([operation(1), bad, operation(3)]);
    await browser.settled();
    expect(idsOf(server.applied)).toEqual(idsOf([operation(1), operation(3)]));
    expect(browser.sync.status()).toEqual({ phase: "idle", pending: 0, rejected: 1 });
    expect(await store.listRejected()).toMatchObject([{ operationId: bad.id, operation: bad, code: "unknown-card" }]);
  });

  it("sends refused operations again when asked to", async () => {
    let refusing = true;
    const server = new FaultyServer([], () => (refusing ? "unknown-card" : null));
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    refusing = false;
    await browser.sync.retryRejected();
    expect(idsOf(server.applied)).toEqual(idsOf([operation(1)]));
    expect(browser.sync.status()).toEqual({ phase: "idle", pending: 0, rejected: 0 });
  });

  it("finds the one operation for which the server refuses whole requests", async () => {
    const bad = operation(37);
    const store = outboxOf(freshDatabase());
    const server = new FaultyServer();
    const pickyFetch = server.fetch;
    server.fetch = async (body) =>
      body.includes(bad.id)
        ? new Response(JSON.stringify({ error: { code: "invalid-input", message: "" } }), { status: 422 })
        : pickyFetch(body);
    const browser = makeBrowser({ store, server });
    const all = Array.from({ length: 90 }, (_, index) => operation(index));
    await browser.sync.enqueue(all);
    await browser.settled();
    expect(idsOf(server.applied)).toEqual(idsOf(all.filter((each) => each.id !== bad.id)));
    expect(await store.listRejected()).toMatchObject([{ operationId: bad.id, code: "invalid-input" }]);
  });

  it("sends at most 200 operations and 200 KB at once, in order", async () => {
    const server = new FaultyServer();
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server });
    const sizes: number[] = [];
    const plainFetch = server.fetch;
    server.fetch = async (body) => {
      sizes.push(new TextEncoder().encode(body).length);
      return plainFetch(body);
    };
    const wordy = Array.from({ length: 60 }, (_, index) =>
      operation(300 + index, { mode: "typed", typedText: "卷".repeat(2_000) }),
    );
    const all = [...Array.from({ length: 260 }, (_, index) => operation(index)), ...wordy];
    await browser.sync.enqueue(all);
    await browser.settled();
    expect(server.arrivals.flat()).toEqual(idsOf(all));
    expect(server.arrivals.every((arrival) => arrival.length <= 200)).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(210 * 1024);
  });

  it("waits longer with each failure, up to a minute, and not at all once the network is back", async () => {
    const server = new FaultyServer(Array.from({ length: 9 }, () => "request lost" as const));
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server, random: () => 0.999 });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    for (let round = 0; round < 8; round++) await browser.fireTimer();
    const seconds = browser.delays.map((delay) => Math.round(delay / 1_000));
    expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    await browser.sync.wake();
    expect(server.applied).toHaveLength(1);
  });

  it("heeds Retry-After even when the network comes back", async () => {
    const server = new FaultyServer(["503"]);
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server, random: () => 0 });
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    await browser.sync.wake();
    expect(server.applied).toEqual([]);
    expect(browser.delays.every((delay) => delay === 7_000)).toBe(true);
    await browser.fireTimer();
    expect(server.applied).toHaveLength(1);
  });

  it("says offline while the browser knows that it is", async () => {
    const server = new FaultyServer(["request lost"]);
    const browser = makeBrowser({ store: outboxOf(freshDatabase()), server });
    browser.online = false;
    await browser.sync.enqueue([operation(1)]);
    await browser.settled();
    expect(browser.sync.status()).toEqual({ phase: "offline", pending: 1, rejected: 0 });
  });

  it("overlooks no operation, at whichever moment of a round of sending it arrives", async () => {
    for (let microtasks = 0; microtasks < 80; microtasks++) {
      const server = new FaultyServer();
      let isFirst = true;
      const browser = makeBrowser({
        store: memoryOutbox(),
        server,
        exclusively(run) {
          if (isFirst) void enqueueLater(microtasks);
          isFirst = false;
          return run();
        },
      });
      const enqueueLater = async (turns: number) => {
        for (let turn = 0; turn < turns; turn++) await null;
        await browser.sync.enqueue([operation(2)]);
      };
      await browser.sync.enqueue([operation(1)]);
      await browser.settled();
      expect(idsOf(server.applied), `after ${microtasks} microtasks`).toEqual(idsOf([operation(1), operation(2)]));
    }
  });

  it("two tabs of one learner together send everything once", async () => {
    const open = freshDatabase();
    const server = new FaultyServer(["response lost"]);
    const first = makeBrowser({ store: outboxOf(open), server });
    const second = makeBrowser({ store: outboxOf(open), server });
    await Promise.all([first.sync.enqueue([operation(1)]), second.sync.enqueue([operation(2)])]);
    await Promise.all([first.settled(), second.settled()]);
    await first.sync.wake();
    await second.sync.wake();
    expect(idsOf(server.applied).sort()).toEqual(idsOf([operation(1), operation(2)]));
    expect((await outboxOf(open).counts()).pending).toBe(0);
  });
});
