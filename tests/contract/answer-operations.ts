// Operations as a client would send them, with ids that no two tests share.

import { randomBytes } from "node:crypto";
import { makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { AnswerOperation, CardId, OperationId, UndoOperation } from "@/lib/srs/types";

interface Place {
  readonly cardId: CardId;
  /** ms since the epoch. */
  readonly answeredAt: number;
}

export function answer(given: Place & Partial<AnswerOperation>): AnswerOperation {
  return { id: freshId(given), kind: "answer", quality: 4, elapsedMs: 3_000, mode: "flip", timeZone: "UTC", ...given };
}

export function undo(given: Place & { readonly targetId: OperationId }): UndoOperation {
  return { id: freshId(given), kind: "undo", timeZone: "UTC", ...given };
}

function freshId({ answeredAt }: Place): OperationId {
  return makeOperationId({ nowMs: answeredAt, random: randomBytes(OPERATION_ID_RANDOM_BYTES) });
}
