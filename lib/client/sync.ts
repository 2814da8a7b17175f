// Sends the outbox: in order, in batches, again until the server has answered for every operation. Everything it touches is injected.

import type { CardStateView } from "@/lib/srs/session-payload";
import type { Operation } from "@/lib/srs/types";
import { MAX_BATCH_OPERATIONS, planBatch } from "./batch";
import type { OutboxStore } from "./outbox";
import type { SendOutcome } from "./review-response";
import { afterOutcome, awaken, FRESH_MACHINE, restMs } from "./sync-state";

export interface SyncPorts {
  readonly store: OutboxStore;
  /** One request; never rejects. */
  send(operations: readonly Operation[]): Promise<SendOutcome>;
  nowMs(): number;
  /** 0 up to, not including, 1. */
  random(): number;
  /** Calls `run` after the delay; returns how to call that off. */
  schedule(delayMs: number, run: () => void): () => void;
  /** Runs alone among all tabs of this learner. */
  exclusively(run: () => Promise<void>): Promise<void>;
  isOnline(): boolean;
}

export type SyncPhase = "idle" | "sending" | "waiting" | "offline" | "signed-out";

/** What the screen shows of it. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Operations that the server has not acknowledged. */
  readonly pending: number;
  /** Operations that the server refused. */
  readonly rejected: number;
}

export interface SyncListener {
  status?(status: SyncStatus): void;
  /** Operations left the outbox; the cards as the server has them now. */
  settled?(states: readonly CardStateView[]): void;
}

export interface Sync {
  /** Keeps operations and sends them. Resolves when they are kept. */
  enqueue(operations: readonly Operation[]): Promise<void>;
  /** Tries now, unless the server asked for patience. Also the way out of "signed-out" after signing in again. */
  wake(): Promise<void>;
  /** Counts again after another tab changed the outbox. */
  recount(): Promise<void>;
  retryRejected(): Promise<void>;
  discardRejected(): Promise<void>;
  status(): SyncStatus;
  stop(): void;
}

/** Makes the sender of one learner's outbox. */
export function createSync(ports: SyncPorts, listener: SyncListener = {}): Sync {
  let machine = FRESH_MACHINE;
  let status: SyncStatus = { phase: "idle", pending: 0, rejected: 0 };
  let flushing: Promise<void> | null = null;
  let askedAgain = false;
  let stopped = false;
  /** Operations on their way to the disk, which counting the store misses. */
  let storing = 0;
  let cancelTimer = () => {};

  function show(change: Partial<SyncStatus>): void {
    status = { ...status, ...change };
    if (!stopped) listener.status?.(status);
  }

  async function recount(): Promise<void> {
    const { pending, rejected } = await ports.store.counts();
    show({ pending: pending + storing, rejected });
  }

  async function sendNext(): Promise<boolean> {
    if (stopped || machine.signedOut || restMs(machine, ports.nowMs()) > 0) return false;
    const queued = await ports.store.peek(MAX_BATCH_OPERATIONS);
    const batch = planBatch(queued, machine.batchLimit);
    if (batch.length === 0) return false;
    show({ phase: "sending" });
    const outcome = await ports.send(batch);
    const effect = afterOutcome({ machine, batch, outcome, nowMs: ports.nowMs(), random: ports.random() });
    if (effect.settlement !== null) await ports.store.settle(effect.settlement);
    machine = effect.machine;
    await recount();
    if (effect.settlement !== null && !stopped) listener.settled?.(statesOf(outcome));
    return true;
  }

  async function drain(): Promise<void> {
    try {
      while (await sendNext());
    } catch {
      // The store failed, not the network: wait like after a lost request.
      const outcome: SendOutcome = { kind: "failed", retryAfterMs: null };
      machine = afterOutcome({ machine, batch: [], outcome, nowMs: ports.nowMs(), random: ports.random() }).machine;
    }
  }

  function rest(): void {
    cancelTimer();
    if (stopped) return;
    const waitMs = restMs(machine, ports.nowMs());
    if (machine.signedOut) show({ phase: "signed-out" });
    else if (waitMs === 0) show({ phase: "idle" });
    else {
      show({ phase: ports.isOnline() ? "waiting" : "offline" });
      cancelTimer = ports.schedule(waitMs, () => void flush());
    }
  }

  function flush(): Promise<void> {
    askedAgain = true;
    flushing ??= (async () => {
      while (askedAgain) {
        askedAgain = false;
        await ports.exclusively(drain);
      }
    })().finally(() => {
      flushing = null;
      // Asked between the last look and here: that call got a promise that was already over.
      if (askedAgain) void flush();
      else rest();
    });
    return flushing;
  }

  return {
    async enqueue(operations) {
      storing += operations.length;
      show({ pending: status.pending + operations.length });
      try {
        await ports.store.add(operations);
      } finally {
        storing -= operations.length;
      }
      await recount();
      void flush();
    },
    async wake() {
      machine = awaken(machine);
      await recount();
      await flush();
    },
    recount,
    async retryRejected() {
      await ports.store.retryRejected();
      await recount();
      await flush();
    },
    async discardRejected() {
      await ports.store.discardRejected();
      await recount();
    },
    status: () => status,
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}

function statesOf(outcome: SendOutcome): readonly CardStateView[] {
  if (outcome.kind !== "answered") return [];
  return outcome.results.flatMap((result) => (result.status !== "rejected" && result.state ? [result.state] : []));
}
