import "server-only";
import type { CardId, Skill, StudyDay, UserId } from "@/lib/srs/types";
import { db } from "./client";
import type { DayTotals } from "./day-totals";
import { Prisma } from "./generated/sqlite/client";
import { listDecks } from "./glossary";
import { retiredConcepts, type StudyScope, studiedStates } from "./study-scope";

// Everything that /progress asks of the database: a learner's totals by day, and one pass each over two covering indexes of the states.

/** A count as the engines return it: SQLite numbers, PostgreSQL bigints. */
type Count = number | bigint;

export interface StudiedDay extends DayTotals {
  readonly studyDay: StudyDay;
}

/** The totals of the study days since `from` that have an answer, oldest first. */
export async function listStudiedDays(userId: UserId, from: number): Promise<StudiedDay[]> {
  const rows = await db().$queryRaw<(Omit<StudiedDay, "elapsedMs"> & { elapsedMs: Count })[]>`
    SELECT "studyDay", "answers", "elapsedMs", "reviews", "recalled" FROM "DayTotal"
    WHERE "userId" = ${userId} AND "studyDay" >= ${from} AND "answers" > 0 ORDER BY "studyDay"`;
  return rows.map((row) => ({ ...row, elapsedMs: Number(row.elapsedMs) }));
}

/** How many study days in a row up to and with `lastDay` have an answer: counted backwards, each is one before the last until one is missing. */
export async function countStreakDays(userId: UserId, lastDay: StudyDay): Promise<number> {
  const rows = await db().$queryRaw<{ days: Count }[]>`
    SELECT COUNT(*) AS "days" FROM (
      SELECT "studyDay", ROW_NUMBER() OVER (ORDER BY "studyDay" DESC) AS "place" FROM "DayTotal"
      WHERE "userId" = ${userId} AND "studyDay" <= ${lastDay} AND "answers" > 0) d
    WHERE d."studyDay" + d."place" = ${lastDay + 1}`;
  return Number(rows[0]?.days ?? 0);
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

/** Started cards of one skill whose concepts have the same set of started skills, by stage. */
export interface StageCounts {
  /** Bits as in CardState.started. */
  readonly started: number;
  readonly skill: Skill;
  /** As stageOf of lib/stats tells them: an interval below 6 days is one of at most one success in a row. */
  readonly learning: number;
  readonly young: number;
  readonly mature: number;
}

type StageRow = Pick<StageCounts, "started" | "skill"> & Readonly<Record<"learning" | "mature" | "cards", Count>>;

/** Started cards of the chosen decks that exist; also of skills that are switched off now. The same counts may be split over several rows. */
export async function countStages(scope: StudyScope): Promise<StageCounts[]> {
  const counts = (sign: 1 | -1) => Prisma.sql`
    cs."started", cs."skill", ${sign} * SUM(CASE WHEN cs."intervalDays" < 6 THEN 1 ELSE 0 END) AS "learning",
    ${sign} * SUM(CASE WHEN cs."intervalDays" >= 21 THEN 1 ELSE 0 END) AS "mature", ${sign} * COUNT(*) AS "cards"`;
  const ofLearner = Prisma.sql`cs."userId" = ${scope.userId} AND cs."deckId" IN (${Prisma.join([...scope.decks])})`;
  // What is retired is taken off afterwards, for it is little: so the first part reads nothing but the ladder's index, in its order.
  // CROSS JOIN makes SQLite begin the others with the content; left to itself it reads all of the learner's states.
  const rows = await db().$queryRaw<StageRow[]>`
    SELECT ${counts(1)} FROM "CardState" cs WHERE ${ofLearner} GROUP BY cs."started", cs."skill"
    UNION ALL
    SELECT ${counts(-1)} FROM "Concept" k CROSS JOIN "CardState" cs
    WHERE k."retiredAt" > '1970-01-01' AND cs."conceptId" = k."id" AND ${ofLearner} GROUP BY cs."started", cs."skill"
    UNION ALL
    SELECT ${counts(-1)} FROM "Card" c CROSS JOIN "CardState" cs
    WHERE c."retiredAt" > '1970-01-01' AND cs."cardId" = c."id" AND ${ofLearner}
      AND c."conceptId" NOT IN (${retiredConcepts}) GROUP BY cs."started", cs."skill"`;
  return rows.map((row) => {
    const [learning, mature, cards] = [Number(row.learning), Number(row.mature), Number(row.cards)];
    return { started: row.started, skill: row.skill, learning, young: cards - learning - mature, mature };
  });
}

/** Concepts of these decks that are not retired. */
export async function countConcepts(deckIds: readonly string[]): Promise<number> {
  const chosen = (await listDecks()).filter(({ id }) => deckIds.includes(id));
  return chosen.reduce((sum, { concepts }) => sum + concepts, 0);
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
