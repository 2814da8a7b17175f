import "server-only";
import type { AnswerMode, CardId, LoggedOperation, OperationId, Quality, StudyDay, UserId } from "@/lib/srs/types";
import type { OperationRole } from "./answer-roles";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";
import { jsonRows, textRows } from "./sql-dialect";

/** A line of the log with what the fold makes of it. */
export interface LogEntry {
  readonly operation: LoggedOperation;
  readonly role: OperationRole;
}

/** A line of the log that is about to be written. Times in ms since the epoch. */
export interface NewLogEntry extends LogEntry {
  readonly userId: UserId;
  readonly fingerprint: string;
  readonly receivedAt: number;
}

/** In the order of JsonLogRow. */
const COLUMNS = Prisma.sql`o."id", o."cardId", o."kind", o."quality", o."targetId", o."answeredAt", o."studyDay", o."timeZone", o."elapsedMs", o."mode", o."typedText", o."role"`;
type JsonLogRow = [
  string,
  string,
  string,
  number | null,
  string | null,
  number,
  number,
  string,
  number,
  string,
  string | null,
  string,
];

/** An aggregate over `"Operation" o` that parseLog reads. */
export function logAsJson(): Prisma.Sql {
  return jsonRows(COLUMNS);
}

/** Log lines from logAsJson, in no particular order. The casts repeat what acceptance checked before it wrote. */
export function parseLog(json: string | null): LogEntry[] {
  return (JSON.parse(json ?? "[]") as JsonLogRow[]).map(entryOf);
}

// Written out field by field: thousands of rows pass here, and spreading takes ten times as long.
function entryOf(row: JsonLogRow): LogEntry {
  const id = row[0] as OperationId;
  const cardId = row[1] as CardId;
  const answeredAt = row[5];
  const studyDay = row[6] as StudyDay;
  const timeZone = row[7];
  const role = row[11] as OperationRole;
  if (row[2] === "undo") {
    const targetId = (row[4] ?? "") as OperationId;
    return { operation: { id, cardId, answeredAt, timeZone, studyDay, kind: "undo", targetId }, role };
  }
  const quality = row[3] as Quality;
  const mode = row[9] as AnswerMode;
  const answer = {
    id,
    cardId,
    answeredAt,
    timeZone,
    studyDay,
    kind: "answer" as const,
    quality,
    elapsedMs: row[8],
    mode,
  };
  return { operation: row[10] === null ? answer : { ...answer, typedText: row[10] }, role };
}

/** Appends to the log. A repeated (userId, id) is an error: the caller has looked. */
export async function insertOperations(tx: RawTx, entries: readonly NewLogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ userId, operation: op, role, fingerprint, receivedAt }) => {
    const answer = op.kind === "answer" ? op : null;
    const targetId = op.kind === "undo" ? op.targetId : null;
    return Prisma.sql`(${userId}, ${op.id}, ${op.cardId}, ${op.kind}, ${answer?.quality ?? null}, ${targetId}, ${op.answeredAt}, ${op.studyDay}, ${op.timeZone}, ${answer?.elapsedMs ?? 0}, ${answer?.mode ?? "flip"}, ${answer?.typedText ?? null}, ${fingerprint}, ${receivedAt}, ${role})`;
  });
  await tx.$executeRaw`INSERT INTO "Operation" ("userId", "id", "cardId", "kind", "quality", "targetId", "answeredAt", "studyDay", "timeZone", "elapsedMs", "mode", "typedText", "fingerprint", "receivedAt", "role") VALUES ${Prisma.join(rows)}`;
}

/** Writes the roles that an undo or a late answer has changed. */
export async function updateRoles(
  tx: RawTx,
  changes: readonly { readonly userId: UserId; readonly id: OperationId; readonly role: OperationRole }[],
): Promise<void> {
  for (const role of new Set(changes.map((change) => change.role))) {
    const keys = changes.filter((change) => change.role === role).map(({ userId, id }) => [userId, id]);
    await tx.$executeRaw`UPDATE "Operation" SET "role" = ${role} WHERE ("userId", "id") IN (${textRows(keys)})`;
  }
}
