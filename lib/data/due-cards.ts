import "server-only";
import type { DueCandidate } from "@/lib/srs/queue";
import { asStudyDay } from "@/lib/srs/study-day";
import type { CardId, ConceptId, Skill, StudyDay } from "@/lib/srs/types";
import { db } from "./client";
import { Prisma } from "./generated/sqlite/client";
import { jsonRows } from "./sql-dialect";
import { type StudyScope, studiedStates } from "./study-scope";

/**
 * The most overdue cards relative to their interval, at most `limit`. Where the limit cuts through equals, ids decide; what is asked of
 * these in which order is decided by buildQueue.
 */
export async function listDueCards(scope: StudyScope, limit: number): Promise<DueCandidate[]> {
  if (limit <= 0) return [];
  const overdue = Prisma.sql`CAST(${scope.today} - cs."dueDay" AS DOUBLE PRECISION) / cs."intervalDays"`;
  const [row] = await db().$queryRaw<{ cards: string | null }[]>`
    SELECT ${jsonRows(Prisma.sql`d."cardId", d."conceptId", d."skill", d."dueDay", d."intervalDays"`)} AS "cards" FROM (
      SELECT cs."cardId", cs."conceptId", cs."skill", cs."dueDay", cs."intervalDays" FROM "CardState" cs
      WHERE ${studiedStates(scope)} AND cs."dueDay" <= ${scope.today}
      ORDER BY ${overdue} DESC, cs."cardId" LIMIT ${limit}) d`;
  const rows = JSON.parse(row?.cards ?? "[]") as [CardId, ConceptId, Skill, StudyDay, number][];
  return rows.map(([cardId, conceptId, skill, dueDay, intervalDays]) => ({
    cardId,
    conceptId,
    skill,
    dueDay,
    intervalDays,
  }));
}

export interface DueCounts {
  /** Due today or before. */
  readonly due: number;
  /** Falling due on the next study day. */
  readonly tomorrow: number;
  /** The next study day after today with something due. */
  readonly next: { readonly studyDay: StudyDay; readonly due: number } | null;
}

export async function countDueCards(scope: StudyScope): Promise<DueCounts> {
  const { today } = scope;
  const [row] = await db().$queryRaw<{ due: bigint | number | null; tomorrow: bigint | number | null }[]>`
    SELECT SUM(CASE WHEN cs."dueDay" <= ${today} THEN 1 ELSE 0 END) AS "due",
      SUM(CASE WHEN cs."dueDay" > ${today} THEN 1 ELSE 0 END) AS "tomorrow"
    FROM "CardState" cs WHERE ${studiedStates(scope)} AND cs."dueDay" <= ${today + 1}`;
  const due = Number(row?.due ?? 0);
  const tomorrow = Number(row?.tomorrow ?? 0);
  const next = tomorrow > 0 ? { studyDay: asStudyDay(today + 1), due: tomorrow } : await findNextDueDay(scope);
  return { due, tomorrow, next };
}

async function findNextDueDay(scope: StudyScope): Promise<DueCounts["next"]> {
  const [row] = await db().$queryRaw<{ studyDay: StudyDay; due: bigint | number }[]>`
    SELECT cs."dueDay" AS "studyDay", COUNT(*) AS "due" FROM "CardState" cs
    WHERE ${studiedStates(scope)} AND cs."dueDay" > ${scope.today}
    GROUP BY cs."dueDay" ORDER BY cs."dueDay" LIMIT 1`;
  return row ? { studyDay: row.studyDay, due: Number(row.due) } : null;
}
