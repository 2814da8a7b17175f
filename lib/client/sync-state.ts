// The state machine of sending: what each outcome does to it. Pure; sync.ts drives it.

import type { Operation } from "@/lib/srs/types";
import { backoffDelayMs } from "./backoff";
import { MAX_BATCH_OPERATIONS } from "./batch";
import type { Settlement } from "./outbox";
import type { SendOutcome } from "./review-response";

export interface SyncMachine {
  /** Failures in a row. */
  readonly failures: number;
  /** How many operations the next request may carry; halved when a request is refused as a whole. */
  readonly batchLimit: number;
  /** When to try again after a failure, ms since the epoch; coming back online or on screen overrides it. */
  readonly retryAt: number;
  /** Until when the server asked for patience (Retry-After), ms since the epoch; nothing overrides it. */
  readonly askedUntil: number;
  readonly signedOut: boolean;
}

export const FRESH_MACHINE: SyncMachine = {
  failures: 0,
  batchLimit: MAX_BATCH_OPERATIONS,
  retryAt: 0,
  askedUntil: 0,
  signedOut: false,
};

export interface OutcomeInput {
  readonly machine: SyncMachine;
  readonly batch: readonly Operation[];
  readonly outcome: SendOutcome;
  readonly nowMs: number;
  readonly random: number;
}

export interface OutcomeEffect {
  readonly machine: SyncMachine;
  /** What is to leave the outbox, or null when nothing is. */
  readonly settlement: Settlement | null;
}

/** How long nothing may be sent, ms; 0 when a request may go out now. */
export function restMs(machine: SyncMachine, nowMs: number): number {
  return Math.max(0, Math.max(machine.retryAt, machine.askedUntil) - nowMs);
}

/** The network or the learner is back: whatever failed may work now. */
export function awaken(machine: SyncMachine): SyncMachine {
  return { ...machine, signedOut: false, retryAt: 0 };
}

/** What an outcome leads to. An operation leaves the outbox only when the server named it. */
export function afterOutcome(input: OutcomeInput): OutcomeEffect {
  const { machine, batch, outcome } = input;
  switch (outcome.kind) {
    case "answered": {
      const settlement = settle(batch, outcome);
      if (settlement.acknowledged.length + settlement.rejected.length === 0) return fail(input, null);
      return { machine: { ...FRESH_MACHINE, batchLimit: grow(machine.batchLimit) }, settlement };
    }
    case "failed":
      return fail(input, outcome.retryAfterMs);
    case "refused": {
      const [only, ...others] = batch;
      if (only === undefined) return fail(input, null);
      if (others.length > 0) {
        return { machine: { ...machine, batchLimit: Math.ceil(batch.length / 2) }, settlement: null };
      }
      const settlement = { acknowledged: [], rejected: [{ id: only.id, code: outcome.code }] };
      return { machine: { ...FRESH_MACHINE, batchLimit: grow(machine.batchLimit) }, settlement };
    }
    case "signed-out":
      return { machine: { ...machine, signedOut: true }, settlement: null };
  }
}

function grow(batchLimit: number): number {
  return Math.min(MAX_BATCH_OPERATIONS, batchLimit * 2);
}

function fail({ machine, nowMs, random }: OutcomeInput, retryAfterMs: number | null): OutcomeEffect {
  const failures = machine.failures + 1;
  const retryAt = nowMs + backoffDelayMs({ failures, retryAfterMs, random });
  const askedUntil = retryAfterMs === null ? machine.askedUntil : retryAt;
  return { machine: { ...machine, failures, retryAt, askedUntil }, settlement: null };
}

function settle(batch: readonly Operation[], outcome: Extract<SendOutcome, { kind: "answered" }>): Settlement {
  const sent = new Set<string>(batch.map((operation) => operation.id));
  const named = outcome.results.filter((result) => sent.has(result.id));
  return {
    acknowledged: named.flatMap((result) => (result.status === "rejected" ? [] : [result.id])),
    rejected: named.flatMap((result) => (result.status === "rejected" ? [{ id: result.id, code: result.code }] : [])),
  };
}
