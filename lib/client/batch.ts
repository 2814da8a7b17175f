// How much of the outbox goes into one request.

import type { Operation } from "@/lib/srs/types";

export const MAX_BATCH_OPERATIONS = 200;
/** The server takes 256 KB; what surrounds the operations and the counting itself stay well inside. */
export const MAX_BATCH_BYTES = 200 * 1024;

const encoder = new TextEncoder();

/** The first operations that fit into one request: at most `maxOperations` and 200 KB, but always at least one. */
export function planBatch(operations: readonly Operation[], maxOperations: number): readonly Operation[] {
  const batch: Operation[] = [];
  let bytes = 0;
  for (const operation of operations.slice(0, Math.min(maxOperations, MAX_BATCH_OPERATIONS))) {
    bytes += encoder.encode(JSON.stringify(operation)).length + 1;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break;
    batch.push(operation);
  }
  return batch;
}
