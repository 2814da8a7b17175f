// The outbox of a browser that refuses storage: answers still go out, but live only as long as the page does.

import type { Operation, OperationId } from "@/lib/srs/types";
import type { RejectedOperation } from "./database";
import type { OutboxStore } from "./outbox";

/** An outbox that forgets everything with the page. */
export function memoryOutbox(): OutboxStore {
  const pending = new Map<OperationId, Operation>();
  const rejected = new Map<OperationId, RejectedOperation>();
  return {
    async add(operations) {
      for (const operation of operations) if (!pending.has(operation.id)) pending.set(operation.id, operation);
    },
    async peek(limit) {
      return [...pending.values()].slice(0, limit);
    },
    async settle(settlement) {
      for (const { id, code } of settlement.rejected) {
        const operation = pending.get(id);
        if (operation !== undefined) rejected.set(id, { operationId: id, operation, code });
        pending.delete(id);
      }
      for (const id of settlement.acknowledged) pending.delete(id);
    },
    async counts() {
      return { pending: pending.size, rejected: rejected.size };
    },
    async listRejected() {
      return [...rejected.values()];
    },
    async retryRejected() {
      for (const [id, { operation }] of rejected) pending.set(id, operation);
      rejected.clear();
    },
    async discardRejected() {
      rejected.clear();
    },
  };
}

/**
 * The given outbox until it first fails, and from then on memory for what is new: an answer that cannot be kept on the disk is still
 * sent. `onVolatile` is called once, so that the screen can say that the page must stay open.
 */
export function withMemoryFallback(store: OutboxStore, onVolatile: () => void): OutboxStore {
  const spare = memoryOutbox();
  let broken = false;
  const orElse = async <Result>(run: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await run();
    } catch {
      if (!broken) onVolatile();
      broken = true;
      return otherwise;
    }
  };
  return {
    async add(operations) {
      const kept = !broken && (await orElse(() => store.add(operations).then(() => true), false));
      if (!kept) await spare.add(operations);
    },
    async peek(limit) {
      const kept = await orElse(() => store.peek(limit), []);
      return [...kept, ...(await spare.peek(limit - kept.length))];
    },
    async settle(settlement) {
      await spare.settle(settlement);
      // A failure here is the sender's business: it must not send the same operations again and again at full speed.
      await store.settle(settlement);
    },
    async counts() {
      const kept = await orElse(() => store.counts(), { pending: 0, rejected: 0 });
      const volatile = await spare.counts();
      return { pending: kept.pending + volatile.pending, rejected: kept.rejected + volatile.rejected };
    },
    async listRejected() {
      return [...(await orElse(() => store.listRejected(), [])), ...(await spare.listRejected())];
    },
    async retryRejected() {
      await orElse(() => store.retryRejected(), undefined);
      await spare.retryRejected();
    },
    async discardRejected() {
      await orElse(() => store.discardRejected(), undefined);
      await spare.discardRejected();
    },
  };
}
