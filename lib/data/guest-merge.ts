import "server-only";
import { foldCard } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardId, LoggedOperation, UserId } from "@/lib/srs/types";
import { deleteLearnerRows } from "./account";
import { rolesOf } from "./answer-roles";
import { type CardPlace, findCards } from "./card-directory";
import { reopenFrom, updateStarted, writeStates } from "./card-state-rows";
import { db } from "./client";
import { addToDayTotals, type RoleTurn } from "./day-totals";
import { Prisma } from "./generated/sqlite/client";
import { lockLearners } from "./learner-lock";
import { type LogEntry, logAsJson, parseLog, updateRoles } from "./operation-rows";
import type { Tx } from "./sql-dialect";

/** Cards rebuilt with one set of statements; bounds the parameters of a statement. */
const CARDS_AT_ONCE = 100;
/** Roles written with one set of statements, for the same reason. */
const ROLES_AT_ONCE = 1_000;

/**
 * Moves all that a guest has learned and set aside into an account and deletes the guest, all or nothing. The log is a union by
 * (userId, id), so nothing counts twice; the states of the touched cards are folded anew. The account's settings stay.
 * Returns the number of operations that came over; null when the learner to merge is no guest (any more), and nothing was done.
 */
export async function mergeGuest(
  userId: UserId,
  { guestId }: { readonly guestId: UserId },
): Promise<{ readonly operations: number } | null> {
  if (guestId === userId) return null;
  return db().$transaction(async (tx) => {
    await lockLearners(tx, [userId, guestId]);
    const learners = await tx.user.findMany({
      where: {
        OR: [
          { id: guestId, kind: "guest" },
          { id: userId, kind: "registered" },
        ],
      },
      select: { id: true },
    });
    if (learners.length < 2) return null;
    const touched = await cardsOf(tx, guestId);
    const operations = await moveOperations(tx, { from: guestId, to: userId });
    await moveSuspensions(tx, { from: guestId, to: userId });
    await deleteLearnerRows(tx, [guestId]);
    const places = await findCards(tx, touched);
    for (let start = 0; start < touched.length; start += CARDS_AT_ONCE) {
      await rebuildCards(tx, userId, touched.slice(start, start + CARDS_AT_ONCE), places);
    }
    return { operations };
  });
}

async function cardsOf(tx: Tx, userId: UserId): Promise<CardId[]> {
  const rows = await tx.operation.findMany({ where: { userId }, distinct: ["cardId"], select: { cardId: true } });
  return rows.map((row) => row.cardId as CardId);
}

interface Move {
  readonly from: UserId;
  readonly to: UserId;
}

/** They arrive as answers that do not stand yet; rebuildCards gives each its role, and counts it. */
async function moveOperations(tx: Tx, { from, to }: Move): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Operation" ("userId", "id", "cardId", "kind", "quality", "targetId", "answeredAt", "studyDay", "timeZone", "elapsedMs", "mode", "typedText", "fingerprint", "receivedAt", "role")
    SELECT ${to}, "id", "cardId", "kind", "quality", "targetId", "answeredAt", "studyDay", "timeZone", "elapsedMs", "mode", "typedText", "fingerprint", "receivedAt",
      CASE WHEN "kind" = 'undo' THEN 'undo' ELSE 'undone' END
    FROM "Operation" WHERE "userId" = ${from}
    ON CONFLICT ("userId", "id") DO NOTHING`;
}

async function moveSuspensions(tx: Tx, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Suspension" ("userId", "conceptId", "cardId", "createdAt")
    SELECT ${to}, "conceptId", "cardId", "createdAt" FROM "Suspension" WHERE "userId" = ${from}
    ON CONFLICT ("userId", "conceptId", "cardId") DO NOTHING`;
}

/** Folds these cards of a learner from the log, writes their states and roles, and brings the totals of the days along. */
async function rebuildCards(
  tx: Tx,
  userId: UserId,
  cardIds: readonly CardId[],
  places: ReadonlyMap<CardId, CardPlace>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ log: string | null }[]>`
    SELECT ${logAsJson()} AS "log" FROM "Operation" o WHERE o."userId" = ${userId} AND o."cardId" IN (${Prisma.join([...cardIds])})`;
  const logs = entriesByCard(parseLog(row?.log ?? null));
  const states = cardIds.flatMap((cardId) => {
    const place = places.get(cardId);
    const operations = operationsOf(logs.get(cardId));
    if (!place || operations.length === 0) return [];
    return [{ userId, place, version: operations.length, progress: foldCard({ operations, scheduler: sm2Scheduler }) }];
  });
  const turns = turnsOf(userId, logs);
  for (let start = 0; start < turns.length; start += ROLES_AT_ONCE) {
    const part = turns.slice(start, start + ROLES_AT_ONCE);
    await updateRoles(
      tx,
      part.map(({ operation, after }) => ({ userId, id: operation.id, role: after })),
    );
  }
  await addToDayTotals(tx, turns);
  if (states.length === 0) return;
  await writeStates(tx, states);
  await updateStarted(
    tx,
    states.map(({ place }) => ({ userId, conceptId: place.conceptId })),
  );
  await reopenFrom(
    tx,
    states.filter((state) => state.progress === null),
  );
}

function entriesByCard(entries: readonly LogEntry[]): Map<CardId, LogEntry[]> {
  const logs = new Map<CardId, LogEntry[]>();
  for (const entry of entries) {
    const log = logs.get(entry.operation.cardId) ?? [];
    log.push(entry);
    logs.set(entry.operation.cardId, log);
  }
  return logs;
}

function operationsOf(entries: readonly LogEntry[] | undefined): LoggedOperation[] {
  return (entries ?? []).map((entry) => entry.operation);
}

function turnsOf(userId: UserId, logs: ReadonlyMap<CardId, LogEntry[]>): RoleTurn[] {
  return [...logs.values()].flatMap((entries) => {
    const roles = rolesOf({ operations: operationsOf(entries), scheduler: sm2Scheduler });
    return entries.flatMap(({ operation, role: before }) => {
      const after = roles.get(operation.id) ?? before;
      return after === before ? [] : [{ userId, operation, before, after }];
    });
  });
}
