import { makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { CardId, Operation, OperationId, Quality } from "@/lib/srs/types";

const UNDO_SHARE = 0.15;
const TYPED_SHARE = 0.2;

/**
 * Makes what a learner does at one device: answers to cards at random, and now and then an undo of something done before, or of such an
 * undo. `random`: 0 up to, not including, 1.
 */
export function operationMaker(input: {
  readonly cards: readonly CardId[];
  readonly random: () => number;
  readonly nowMs: () => number;
}): () => Operation {
  const { cards, random, nowMs } = input;
  const made: Operation[] = [];
  let previous: OperationId | null = null;
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("Inconsistent: nothing to pick from");
    return item;
  };
  return () => {
    const bytes = Uint8Array.from({ length: OPERATION_ID_RANDOM_BYTES }, () => Math.floor(random() * 256));
    const id = makeOperationId({ nowMs: nowMs(), random: bytes, previous });
    previous = id;
    const base = { id, answeredAt: nowMs(), timeZone: "UTC" };
    if (made.length > 0 && random() < UNDO_SHARE) {
      const target = pick(made);
      made.push({ ...base, kind: "undo", cardId: target.cardId, targetId: target.id });
    } else {
      const quality = Math.floor(random() * 6) as Quality;
      const answer = { ...base, kind: "answer", cardId: pick(cards), quality, elapsedMs: 3_000 } as const;
      made.push(random() < TYPED_SHARE ? { ...answer, mode: "typed", typedText: "梯度" } : { ...answer, mode: "flip" });
    }
    return made[made.length - 1] as Operation;
  };
}
