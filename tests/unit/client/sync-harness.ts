// A browser for the sender: fake IndexedDB, a clock and timers that the test moves.

import "fake-indexeddb/auto";
import { type Database, databaseOpener } from "@/lib/client/database";
import { exclusiveRunner } from "@/lib/client/exclusive";
import { type OutboxStore, openOutbox } from "@/lib/client/outbox";
import { readReviewsResponse } from "@/lib/client/review-response";
import { createSync, type Sync, type SyncStatus } from "@/lib/client/sync";
import type { StudyDay, UserId } from "@/lib/srs/types";
import type { FaultyServer } from "./faulty-server";

export const ALICE = "user-alice" as UserId;
export const BOB = "user-bob" as UserId;
export const TODAY = 20_454 as StudyDay;

let databases = 0;

/** A database of its own for each test. */
export function freshDatabase(): () => Promise<Database> {
  databases += 1;
  return databaseOpener(`termwise-test-${databases}`);
}

export function outboxOf(open: () => Promise<Database>, userId: UserId = ALICE, guest = false): OutboxStore {
  return openOutbox(open, { userId, guest, studyDay: () => TODAY });
}

export interface Browser {
  readonly sync: Sync;
  readonly statuses: SyncStatus[];
  /** Delays of the timers that were set, ms. */
  readonly delays: number[];
  online: boolean;
  nowMs(): number;
  /** Lets the clock run to the pending timer and runs it; false when none is pending. */
  fireTimer(): Promise<boolean>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

interface BrowserInput {
  readonly store: OutboxStore;
  readonly server: FaultyServer;
  readonly random?: () => number;
  readonly exclusively?: (run: () => Promise<void>) => Promise<void>;
}

export function makeBrowser(input: BrowserInput): Browser {
  let now = 1_767_225_600_000;
  let timer: { at: number; run: () => void } | null = null;
  const statuses: SyncStatus[] = [];
  const delays: number[] = [];
  const browser = { online: true };
  const sync = createSync(
    {
      store: input.store,
      async send(operations) {
        try {
          const response = await input.server.fetch(JSON.stringify({ sentAt: now, ops: operations }));
          return await readReviewsResponse(response, now);
        } catch {
          return { kind: "failed", retryAfterMs: null };
        }
      },
      nowMs: () => now,
      random: input.random ?? (() => 0.5),
      schedule(delayMs, run) {
        delays.push(delayMs);
        const own = { at: now + delayMs, run };
        timer = own;
        return () => {
          if (timer === own) timer = null;
        };
      },
      exclusively: input.exclusively ?? exclusiveRunner("outbox", undefined),
      isOnline: () => browser.online,
    },
    { status: (status) => statuses.push(status) },
  );
  const settled = async () => {
    // Every step of the sender ends in a task of the fake database or a microtask; idle means that two rounds change nothing.
    let seen = -1;
    while (seen !== statuses.length || sync.status().phase === "sending") {
      seen = statuses.length;
      for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return Object.assign(browser, {
    sync,
    statuses,
    delays,
    nowMs: () => now,
    settled,
    async fireTimer() {
      if (timer === null) return false;
      const { at, run } = timer;
      timer = null;
      now = at;
      run();
      await settled();
      return true;
    },
  });
}
