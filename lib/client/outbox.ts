// The answers that the server has not acknowledged yet, kept in IndexedDB per learner, in the order in which they were made.

import type { Operation, OperationId, StudyDay, UserId } from "@/lib/srs/types";
import type { Database, RejectedOperation } from "./database";

export interface OutboxCounts {
  readonly pending: number;
  readonly rejected: number;
}

/** What became of operations that were sent. */
export interface Settlement {
  readonly acknowledged: readonly OperationId[];
  readonly rejected: readonly { readonly id: OperationId; readonly code: string }[];
}

export interface OutboxStore {
  /** Resolves when the operations are on the disk. An operation that is there already is left as it is. */
  add(operations: readonly Operation[]): Promise<void>;
  /** The oldest operations, at most `limit`. */
  peek(limit: number): Promise<readonly Operation[]>;
  /** Forgets what was acknowledged and puts aside what was refused, in one transaction. */
  settle(settlement: Settlement): Promise<void>;
  counts(): Promise<OutboxCounts>;
  listRejected(): Promise<readonly RejectedOperation[]>;
  /** Queues every refused operation once more. */
  retryRejected(): Promise<void>;
  /** Forgets every refused operation: the learner has read what became of them. */
  discardRejected(): Promise<void>;
}

export interface OutboxOwner {
  readonly userId: UserId;
  readonly guest: boolean;
  /** Today's study day, for the journal; read at each `add`. */
  readonly studyDay: () => StudyDay;
}

/** The outbox of one learner in IndexedDB. Every method rejects when the browser refuses storage. */
export function openOutbox(open: () => Promise<Database>, owner: OutboxOwner): OutboxStore {
  const { userId } = owner;
  return {
    add: (operations) => addOperations(open, owner, operations),
    async peek(limit) {
      const rows = await (await open()).getAllFromIndex("outbox", "user", userId, limit);
      return rows.map((row) => row.operation);
    },
    settle: (settlement) => settleOperations(open, userId, settlement),
    async counts() {
      const transaction = (await open()).transaction(["outbox", "rejected"]);
      const [pending, rejected] = await Promise.all([
        transaction.objectStore("outbox").index("user").count(userId),
        transaction.objectStore("rejected").index("user").count(userId),
      ]);
      return { pending, rejected };
    },
    async listRejected() {
      return (await open()).getAllFromIndex("rejected", "user", userId);
    },
    retryRejected: () => retryRejected(open, owner),
    async discardRejected() {
      const transaction = (await open()).transaction("rejected", "readwrite");
      const keys = await transaction.store.index("user").getAllKeys(userId);
      await Promise.all(keys.map((key) => transaction.store.delete(key)));
      await transaction.done;
    },
  };
}

async function addOperations(open: () => Promise<Database>, owner: OutboxOwner, operations: readonly Operation[]) {
  const { userId, guest } = owner;
  const studyDay = owner.studyDay();
  const database = await open();
  const transaction = database.transaction(["outbox", "journal"], "readwrite", { durability: "strict" });
  const outbox = transaction.objectStore("outbox");
  for (const operation of operations) {
    const known = await outbox.index("operation").getKey([userId, operation.id]);
    if (known !== undefined) continue;
    const row = { userId, operationId: operation.id, operation };
    await outbox.add({ ...row, guest });
    await transaction.objectStore("journal").put({ ...row, studyDay });
  }
  await transaction.done;
}

async function settleOperations(open: () => Promise<Database>, userId: UserId, settlement: Settlement) {
  const transaction = (await open()).transaction(["outbox", "rejected", "journal"], "readwrite");
  const outbox = transaction.objectStore("outbox");
  for (const id of settlement.acknowledged) {
    const sequence = await outbox.index("operation").getKey([userId, id]);
    if (sequence !== undefined) await outbox.delete(sequence);
  }
  for (const { id, code } of settlement.rejected) {
    const row = await outbox.index("operation").get([userId, id]);
    if (row?.sequence === undefined) continue;
    const refused = { userId, operationId: id, operation: row.operation, code };
    await transaction.objectStore("rejected").put(refused);
    await transaction.objectStore("journal").delete([userId, id]);
    await outbox.delete(row.sequence);
  }
  await transaction.done;
}

async function retryRejected(open: () => Promise<Database>, { userId, guest }: OutboxOwner) {
  const transaction = (await open()).transaction(["outbox", "rejected"], "readwrite");
  const rejected = transaction.objectStore("rejected");
  for (const { operationId, operation } of await rejected.index("user").getAll(userId)) {
    await transaction.objectStore("outbox").add({ userId, operationId, operation, guest });
    await rejected.delete([userId, operationId]);
  }
  await transaction.done;
}

/**
 * Hands a former guest's unsent operations to the account that the guest signed in to: the server merges the guest's log into that
 * account, and what had not reached the server yet must follow it. Registered learners' operations are never touched.
 *
 * @returns how many operations changed hands.
 */
export async function adoptGuestOperations(open: () => Promise<Database>, userId: UserId): Promise<number> {
  const transaction = (await open()).transaction(["outbox", "journal"], "readwrite");
  const outbox = transaction.objectStore("outbox");
  const journal = transaction.objectStore("journal");
  let adopted = 0;
  for (const row of await outbox.getAll()) {
    if (!row.guest || row.sequence === undefined) continue;
    const { operationId } = row;
    const isElsewhere = row.userId !== userId;
    const twin = isElsewhere ? await outbox.index("operation").getKey([userId, operationId]) : undefined;
    if (twin !== undefined) await outbox.delete(row.sequence);
    else await outbox.put({ ...row, userId, guest: false });
    const entry = isElsewhere ? await journal.get([row.userId, operationId]) : undefined;
    if (entry !== undefined) {
      await journal.put({ ...entry, userId });
      await journal.delete([entry.userId, operationId]);
    }
    adopted += 1;
  }
  await transaction.done;
  return adopted;
}
