// A learner's browser as far as sending goes: the app's own outbox (on a fake IndexedDB), sender and requests, with a clock and timers that
// the scenario moves and a network that it makes.

import "fake-indexeddb/auto";
import { AsyncLocalStorage } from "node:async_hooks";
import { postReviews } from "@/lib/client/api";
import { type Database, databaseOpener } from "@/lib/client/database";
import { exclusiveRunner } from "@/lib/client/exclusive";
import { type OutboxStore, openOutbox } from "@/lib/client/outbox";
import { createSync, type Sync } from "@/lib/client/sync";
import type { StudyDay, UserId } from "@/lib/srs/types";

/** What a browser's fetch does with an address of this app. */
export interface Network {
  fetch(path: string, init: RequestInit): Promise<Response>;
}

const networks = new AsyncLocalStorage<Network>();
const plainFetch = globalThis.fetch;
// The app's requests name a path only, as a page may. Whose network they take is known by who sends.
globalThis.fetch = (input, init) => {
  const network = networks.getStore();
  const isOurs = typeof input === "string" && input.startsWith("/");
  return network && isOurs ? network.fetch(input, init ?? {}) : plainFetch(input, init);
};

/** Storage that the tabs of one browser share. */
export interface BrowserStorage {
  readonly open: () => Promise<Database>;
  remove(): Promise<void>;
}

let storages = 0;

export function makeStorage(): BrowserStorage {
  storages += 1;
  const name = `termwise-faults-${storages}`;
  const open = databaseOpener(name);
  return {
    open,
    async remove() {
      (await open()).close();
      indexedDB.deleteDatabase(name);
    },
  };
}

/** ms since the epoch; may be wrong. */
export interface DeviceClock {
  nowMs: number;
}

export interface DeviceInput {
  readonly userId: UserId;
  readonly storage: BrowserStorage;
  readonly network: Network;
  readonly clock: DeviceClock;
  /** 0 up to, not including, 1. */
  readonly random: () => number;
  /** Default: one sender at a time in this tab. */
  readonly exclusively?: (run: () => Promise<void>) => Promise<void>;
}

export interface Device {
  readonly sync: Sync;
  readonly store: OutboxStore;
  /** Resolves when nothing is under way: all is sent, or waits for a timer or a person. */
  atRest(): Promise<void>;
  /** Lets the clock run to the pending timer, and what follows; false when none is pending. */
  fireTimer(): Promise<boolean>;
}

/** Turns of the event loop in which every step of the fake database ends. */
const QUIET_TURNS = 30;

/** A tab: it goes on sending what the storage holds. */
export function openDevice({ userId, storage, network, clock, random, exclusively }: DeviceInput): Device {
  let timer: { readonly at: number; readonly run: () => void } | null = null;
  let changes = 0;
  let inFlight: Promise<unknown> = Promise.resolve();
  const studyDay = () => Math.floor(clock.nowMs / 86_400_000) as StudyDay;
  const store = openOutbox(storage.open, { userId, guest: true, studyDay });
  const sync = createSync(
    {
      store,
      send(operations) {
        const sent = networks.run(network, () => postReviews({ userId, operations, nowMs: clock.nowMs }));
        inFlight = sent;
        return sent;
      },
      nowMs: () => clock.nowMs,
      random,
      schedule(delayMs, run) {
        const own = { at: clock.nowMs + delayMs, run };
        timer = own;
        return () => {
          if (timer === own) timer = null;
        };
      },
      exclusively: exclusively ?? exclusiveRunner("outbox", undefined),
      isOnline: () => true,
    },
    { status: () => (changes += 1) },
  );
  const atRest = async () => {
    for (let seen = -1; seen !== changes || sync.status().phase === "sending"; ) {
      seen = changes;
      await inFlight;
      for (let turn = 0; turn < QUIET_TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    sync,
    store,
    atRest,
    async fireTimer() {
      if (timer === null) return false;
      const { at, run } = timer;
      timer = null;
      clock.nowMs = Math.max(clock.nowMs, at);
      run();
      await atRest();
      return true;
    },
  };
}

/** Wakes the device until its outbox is empty, signing in again where that is asked for. @returns false when it never is */
export async function untilSent(device: Device, signIn: () => void, roundsMax = 60): Promise<boolean> {
  for (let round = 0; round < roundsMax; round += 1) {
    await device.atRest();
    const { phase, pending } = device.sync.status();
    if (pending === 0 && (await device.store.counts()).pending === 0) return true;
    if (phase === "signed-out") signIn();
    if (phase === "signed-out" || !(await device.fireTimer())) await device.sync.wake();
  }
  return false;
}
