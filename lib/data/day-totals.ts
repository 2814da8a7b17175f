import "server-only";
import type { LoggedOperation, StudyDay, UserId } from "@/lib/srs/types";
import { isStanding, type OperationRole } from "./answer-roles";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";

/** What a learner's standing answers of one study day add up to; or, as a change, what to add to that. */
export interface DayTotals {
  readonly answers: number;
  readonly elapsedMs: number;
  /** Answers of cards that were due: neither first answers nor drill. */
  readonly reviews: number;
  /** Of them, those of quality 3 or more. */
  readonly recalled: number;
}

/** What happened to a line of the log: it came (`before` null), or an undo or a late answer gave it another role. */
export interface RoleTurn {
  readonly userId: UserId;
  readonly operation: LoggedOperation;
  readonly before: OperationRole | null;
  readonly after: OperationRole;
}

export interface DayChange extends DayTotals {
  readonly userId: UserId;
  readonly studyDay: StudyDay;
}

export const NO_TOTALS: DayTotals = { answers: 0, elapsedMs: 0, reviews: 0, recalled: 0 };

/** What one line of the log counts for. */
function totalsOf(operation: LoggedOperation, role: OperationRole | null): DayTotals {
  if (operation.kind === "undo" || !isStanding(role)) return NO_TOTALS;
  const isReview = role === "review";
  return {
    answers: 1,
    elapsedMs: operation.elapsedMs,
    reviews: isReview ? 1 : 0,
    recalled: isReview && operation.quality >= 3 ? 1 : 0,
  };
}

/** The changes of each learner's days, those that come to nothing left out. Pure. */
export function dayChangesOf(turns: readonly RoleTurn[]): DayChange[] {
  const changes = new Map<string, DayChange>();
  for (const { userId, operation, before, after } of turns) {
    const { studyDay } = operation;
    const key = `${userId} ${studyDay}`;
    const sum = changes.get(key) ?? { userId, studyDay, ...NO_TOTALS };
    const change = minusTotals(totalsOf(operation, after), totalsOf(operation, before));
    changes.set(key, { userId, studyDay, ...plusTotals(sum, change) });
  }
  return [...changes.values()].filter((change) => !sameTotals(change, NO_TOTALS));
}

export function plusTotals(a: DayTotals, b: DayTotals): DayTotals {
  return {
    answers: a.answers + b.answers,
    elapsedMs: a.elapsedMs + b.elapsedMs,
    reviews: a.reviews + b.reviews,
    recalled: a.recalled + b.recalled,
  };
}

function minusTotals(a: DayTotals, b: DayTotals): DayTotals {
  return plusTotals(a, {
    answers: -b.answers,
    elapsedMs: -b.elapsedMs,
    reviews: -b.reviews,
    recalled: -b.recalled,
  });
}

export function sameTotals(a: DayTotals, b: DayTotals): boolean {
  return a.answers === b.answers && a.elapsedMs === b.elapsedMs && a.reviews === b.reviews && a.recalled === b.recalled;
}

/**
 * Adds what these turns change to the stored totals, in one statement. Addition is safe because turns of one learner wait for each other
 * (lockLearners).
 */
export async function addToDayTotals(tx: RawTx, turns: readonly RoleTurn[]): Promise<void> {
  const changes = dayChangesOf(turns);
  if (changes.length === 0) return;
  const rows = changes.map(
    (day) =>
      Prisma.sql`(${day.userId}, ${day.studyDay}, ${day.answers}, ${day.elapsedMs}, ${day.reviews}, ${day.recalled})`,
  );
  await tx.$executeRaw`
    INSERT INTO "DayTotal" ("userId", "studyDay", "answers", "elapsedMs", "reviews", "recalled") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("userId", "studyDay") DO UPDATE SET ${ADDITIONS}`;
}

const ADDITIONS = Prisma.raw(
  ["answers", "elapsedMs", "reviews", "recalled"]
    .map((column) => `"${column}" = "DayTotal"."${column}" + excluded."${column}"`)
    .join(", "),
);
