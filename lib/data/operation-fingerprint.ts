import "server-only";
import { createHash } from "node:crypto";
import type { Operation } from "@/lib/srs/types";

/**
 * What tells a repeated operation from another one under the same id: sha256 (base64url) over everything that the client sent, field by
 * field in a fixed order, so that the order of keys in the JSON does not matter.
 */
export function fingerprintOf(operation: Operation): string {
  const common = [operation.id, operation.cardId, operation.kind, operation.answeredAt, operation.timeZone];
  const own =
    operation.kind === "undo"
      ? [operation.targetId]
      : [operation.quality, operation.elapsedMs, operation.mode, operation.typedText ?? null];
  return createHash("sha256")
    .update(JSON.stringify([...common, ...own]))
    .digest("base64url");
}
