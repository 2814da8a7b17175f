import "server-only";
import { isTimeZone, studyDayAt } from "@/lib/srs/study-day";
import type { CardId, LoggedOperation, Operation, OperationId, UserId } from "@/lib/srs/types";
import { fingerprintOf } from "./operation-fingerprint";

/** Beyond this difference the client's clock counts as wrong and its times are moved. */
const CLOCK_TOLERANCE_MS = 60_000;
/** How far ahead of the server's clock an answer may stand. */
const AHEAD_LIMIT_MS = 5 * 60_000;
const ELAPSED_LIMIT_MS = 60_000;

/** What one learner sends in one request. Times in ms since the epoch. */
export interface RecordRequest {
  readonly userId: UserId;
  readonly ops: readonly Operation[];
  /** The client's clock when sending. */
  readonly sentAt: number;
  /** Ours when receiving. */
  readonly receivedAt: number;
}

/** What acceptance must know of the learner. */
export interface LearnerFacts {
  readonly createdAt: number;
  readonly rolloverHour: number;
}

/** A stored operation, as far as a repetition or an undo of it can be told. */
export interface KnownOperation {
  readonly cardId: string;
  readonly fingerprint: string;
}

export type Verdict =
  | { readonly status: "applied"; readonly operation: LoggedOperation; readonly fingerprint: string }
  | { readonly status: "duplicate"; readonly cardId: CardId }
  | { readonly status: "rejected"; readonly code: "operation-conflict" | "unknown-card" | "invalid-input" };

/**
 * Decides about every operation of a request, in the order sent; writes nothing. A bad operation is refused alone, the others of the
 * batch count. Within one batch the first of two operations with the same id is the one that counts.
 */
export function judgeOperations(input: {
  readonly request: RecordRequest;
  readonly learner: LearnerFacts;
  readonly known: ReadonlyMap<OperationId, KnownOperation>;
  readonly cardExists: (cardId: CardId) => boolean;
}): Verdict[] {
  const { request, learner, cardExists } = input;
  const known = new Map(input.known);
  const inBatch = new Map(request.ops.map((op) => [op.id, op.cardId]));
  return request.ops.map((op): Verdict => {
    const fingerprint = fingerprintOf(op);
    const before = known.get(op.id);
    if (before) {
      return before.fingerprint === fingerprint
        ? { status: "duplicate", cardId: op.cardId }
        : { status: "rejected", code: "operation-conflict" };
    }
    if (!cardExists(op.cardId)) return { status: "rejected", code: "unknown-card" };
    if (!isTimeZone(op.timeZone)) return { status: "rejected", code: "invalid-input" };
    if (op.kind === "undo") {
      // An unknown target is fine: it may arrive after its undo. One that is known must be of the same card.
      const targetCard = known.get(op.targetId)?.cardId ?? inBatch.get(op.targetId);
      const ofOtherCard = targetCard !== undefined && targetCard !== op.cardId;
      if (ofOtherCard || op.targetId === op.id) return { status: "rejected", code: "invalid-input" };
    }
    known.set(op.id, { cardId: op.cardId, fingerprint });
    return { status: "applied", operation: asLogged(op, request, learner), fingerprint };
  });
}

/** Fixes, once and for ever, when and on which study day an operation happened. */
function asLogged(op: Operation, request: RecordRequest, learner: LearnerFacts): LoggedOperation {
  const offset = request.receivedAt - request.sentAt;
  const corrected = Math.abs(offset) > CLOCK_TOLERANCE_MS ? op.answeredAt + offset : op.answeredAt;
  const latest = request.receivedAt + AHEAD_LIMIT_MS;
  const answeredAt = Math.min(Math.max(Math.round(corrected), learner.createdAt), latest);
  const studyDay = studyDayAt({ instantMs: answeredAt, timeZone: op.timeZone, rolloverHour: learner.rolloverHour });
  if (op.kind === "undo") return { ...op, answeredAt, studyDay };
  return { ...op, elapsedMs: Math.min(Math.max(Math.round(op.elapsedMs), 0), ELAPSED_LIMIT_MS), answeredAt, studyDay };
}
