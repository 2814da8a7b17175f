import "server-only";
import { AppError } from "@/lib/errors";
import type { CardId, OperationId, UserId } from "@/lib/srs/types";
import type { KnownOperation, LearnerFacts, RecordRequest } from "./accept-operations";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";
import { type LogEntry, logAsJson, parseLog } from "./operation-rows";
import { DEFAULT_ROLLOVER_HOUR } from "./settings-defaults";
import { jsonRows } from "./sql-dialect";

/** All that is stored about one learner and bears on the operations of a request. */
export interface LearnerSlice {
  readonly learner: LearnerFacts;
  readonly known: ReadonlyMap<OperationId, KnownOperation>;
  /** The log of the touched cards, in no particular order. */
  readonly log: readonly LogEntry[];
}

interface SliceRow {
  readonly id: UserId;
  readonly createdAt: Date;
  readonly rolloverHour: number | null;
  readonly known: string | null;
  readonly log: string | null;
}

/**
 * Reads what all the requests need in ONE statement, because in a small transaction the number of statements is the cost.
 * A learner who does not exist (any more) is "not-found".
 */
export async function readSlices(tx: RawTx, requests: readonly RecordRequest[]): Promise<Map<UserId, LearnerSlice>> {
  const ops = requests.flatMap((request) => request.ops);
  const ids = [...new Set(ops.flatMap((op) => (op.kind === "undo" ? [op.id, op.targetId] : [op.id])))];
  const cardIds = [...new Set<CardId>(ops.map((op) => op.cardId))];
  const userIds = [...new Set(requests.map((request) => request.userId))];
  const known = jsonRows(Prisma.sql`p."id", p."cardId", p."fingerprint"`);
  const rows = await tx.$queryRaw<SliceRow[]>`
    SELECT u."id", u."createdAt", s."rolloverHour",
      (SELECT ${known} FROM "Operation" p WHERE p."userId" = u."id" AND p."id" IN (${Prisma.join(ids)})) AS "known",
      (SELECT ${logAsJson()} FROM "Operation" o WHERE o."userId" = u."id" AND o."cardId" IN (${Prisma.join(cardIds)})) AS "log"
    FROM "User" u LEFT JOIN "LearnerSettings" s ON s."userId" = u."id"
    WHERE u."id" IN (${Prisma.join(userIds)})`;
  const slices = new Map(rows.map((row) => [row.id, sliceOf(row)]));
  if (slices.size < userIds.length) throw new AppError("not-found");
  return slices;
}

function sliceOf(row: SliceRow): LearnerSlice {
  const known = JSON.parse(row.known ?? "[]") as [OperationId, string, string][];
  return {
    learner: { createdAt: row.createdAt.getTime(), rolloverHour: row.rolloverHour ?? DEFAULT_ROLLOVER_HOUR },
    known: new Map(known.map(([id, cardId, fingerprint]) => [id, { cardId, fingerprint }])),
    log: parseLog(row.log),
  };
}
