import "server-only";
import type { CardId, Skill, StudyDay, UserId } from "@/lib/srs/types";
import { db } from "./client";
import { Prisma } from "./generated/sqlite/client";
import { retiredConcepts, type StudyScope, studiedStates } from "./study-scope";

// Everything that /progress asks of the database. All of it reads covering indexes or counts one learner's states.

/** A count as the engines return it: SQLite numbers, PostgreSQL bigints. */
type Count = number | bigint;
const standing = Prisma.sql`"role" IN ('learn', 'review', 'drill')`;

export interface DayAnswers {
  readonly studyDay: StudyDay;
  readonly answers: number;
  readonly elapsedMs: number;
}

/** Answers that stand, by study day, since `from`; days without any are left out. */
export async function countAnswersByDay(userId: UserId, from: number): Promise<DayAnswers[]> {
  const rows = await db().$queryRaw<{ studyDay: StudyDay; answers: Count; elapsedMs: Count }[]>`
    SELECT "studyDay", COUNT(*) AS "answers", SUM("elapsedMs") AS "elapsedMs" FROM "Operation"
    WHERE "userId" = ${userId} AND "studyDay" >= ${from} AND ${standing} GROUP BY "studyDay" ORDER BY "studyDay"`;
  return rows.map((row) => ({
    studyDay: row.studyDay,
    answers: Number(row.answers),
    elapsedMs: Number(row.elapsedMs),
  }));
}

/** How many study days in a row up to and with `lastDay` have an answer. */
export async function countStreakDays(userId: UserId, lastDay: StudyDay): Promise<number> {
  const rows = await db().$queryRaw<{ days: Count }[]>`
    WITH RECURSIVE streak("day") AS (
      SELECT CAST(${lastDay} AS INTEGER) + 1
      UNION ALL
      SELECT streak."day" - 1 FROM streak WHERE EXISTS (
        SELECT 1 FROM "Operation" WHERE "userId" = ${userId} AND "studyDay" = streak."day" - 1 AND ${standing}))
    SELECT COUNT(*) - 1 AS "days" FROM streak`;
  return Number(rows[0]?.days ?? 0);
}

export interface DayReviews {
  readonly studyDay: StudyDay;
  /** Scheduled reviews: answers of cards that were due. Neither first answers nor drill. */
  readonly reviews: number;
  /** Of them, those of quality 3 or more. */
  readonly recalled: number;
}

/** Scheduled reviews by study day since `from`, for true retention. */
export async function countReviewsByDay(userId: UserId, from: number): Promise<DayReviews[]> {
  const rows = await db().$queryRaw<{ studyDay: StudyDay; reviews: Count; recalled: Count }[]>`
    SELECT "studyDay", COUNT(*) AS "reviews", SUM(CASE WHEN "quality" >= 3 THEN 1 ELSE 0 END) AS "recalled" FROM "Operation"
    WHERE "userId" = ${userId} AND "studyDay" >= ${from} AND "role" = 'review' GROUP BY "studyDay" ORDER BY "studyDay"`;
  return rows.map((row) => ({ studyDay: row.studyDay, reviews: Number(row.reviews), recalled: Number(row.recalled) }));
}

export interface DueOnDay {
  readonly dueDay: StudyDay;
  readonly cards: number;
}

/** Cards by the day on which they fall due, up to and with `lastDay`, overdue ones under their own day. */
export async function countDueByDay(scope: StudyScope, lastDay: number): Promise<DueOnDay[]> {
  const rows = await db().$queryRaw<{ dueDay: StudyDay; cards: Count }[]>`
    SELECT cs."dueDay", COUNT(*) AS "cards" FROM "CardState" cs
    WHERE ${studiedStates(scope)} AND cs."dueDay" <= ${lastDay} GROUP BY cs."dueDay" ORDER BY cs."dueDay"`;
  return rows.map((row) => ({ dueDay: row.dueDay, cards: Number(row.cards) }));
}

export interface SkillInterval {
  readonly skill: Skill;
  /** As stageOf of lib/stats tells them: an interval below 6 days is one of at most one success in a row. */
  readonly learning: number;
  readonly young: number;
  readonly mature: number;
}

/** Started cards of the chosen decks by skill and stage; also of skills that are switched off now. */
export async function countStages(scope: StudyScope): Promise<SkillInterval[]> {
  const rows = await db().$queryRaw<{ skill: Skill; learning: Count; young: Count; mature: Count }[]>`
    SELECT cs."skill", SUM(CASE WHEN cs."intervalDays" < 6 THEN 1 ELSE 0 END) AS "learning",
      SUM(CASE WHEN cs."intervalDays" BETWEEN 6 AND 20 THEN 1 ELSE 0 END) AS "young",
      SUM(CASE WHEN cs."intervalDays" >= 21 THEN 1 ELSE 0 END) AS "mature"
    FROM "CardState" cs WHERE cs."userId" = ${scope.userId} AND cs."deckId" IN (${Prisma.join([...scope.decks])})
      AND cs."conceptId" NOT IN (${retiredConcepts}) GROUP BY cs."skill"`;
  return rows.map((row) => ({
    skill: row.skill,
    learning: Number(row.learning),
    young: Number(row.young),
    mature: Number(row.mature),
  }));
}

/** Concepts of the chosen decks: all that are not retired, and those of them with at least one card started. */
export async function countConcepts(scope: StudyScope): Promise<{ all: number; started: number }> {
  const decks = Prisma.join([...scope.decks]);
  const rows = await db().$queryRaw<{ all: Count; started: Count }[]>`
    SELECT (SELECT COUNT(*) FROM "Concept" WHERE "deckId" IN (${decks}))
        - (SELECT COUNT(*) FROM "Concept" WHERE "retiredAt" > '1970-01-01' AND "deckId" IN (${decks})) AS "all",
      (SELECT COUNT(DISTINCT cs."conceptId") FROM "CardState" cs WHERE cs."userId" = ${scope.userId}
        AND cs."deckId" IN (${decks}) AND cs."conceptId" NOT IN (${retiredConcepts})) AS "started"`;
  return { all: Number(rows[0]?.all ?? 0), started: Number(rows[0]?.started ?? 0) };
}

export interface HardCard {
  readonly cardId: CardId;
  readonly skill: Skill;
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
  readonly lapses: number;
  readonly efactorHundredths: number;
  readonly answers: number;
}

/** The cards forgotten most often after they had been known, then those of the lowest E-Factor. */
export async function listHardestCards(scope: StudyScope, limit: number): Promise<HardCard[]> {
  return db().$queryRaw<HardCard[]>`
    SELECT h.*, k."slug", k."en", k."zh" FROM (
      SELECT cs."cardId", cs."conceptId", cs."skill", cs."lapses", cs."efactorHundredths", cs."answers" FROM "CardState" cs
      WHERE ${studiedStates(scope)} AND (cs."lapses" > 0 OR cs."efactorHundredths" < 250)
      ORDER BY cs."lapses" DESC, cs."efactorHundredths", cs."answers" DESC, cs."cardId" LIMIT ${limit}) h
    JOIN "Concept" k ON k."id" = h."conceptId"
    ORDER BY h."lapses" DESC, h."efactorHundredths", h."answers" DESC, h."cardId"`;
}
