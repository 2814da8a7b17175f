import "server-only";
import type { StudyDay, UserId } from "@/lib/srs/types";
import { type DayChange, type DayTotals, NO_TOTALS, plusTotals, sameTotals } from "../day-totals";
import type { Tx } from "../sql-dialect";

export interface DayOf extends DayTotals {
  readonly studyDay: StudyDay;
}

/** How a learner's stored totals by day differ from the sums over the log. */
export interface DayDifferences {
  /** To be made. */
  readonly missing: readonly DayOf[];
  /** What the log adds up to where something else is stored. */
  readonly wrong: readonly DayOf[];
  /** Stored, though nothing stands on that day. */
  readonly surplus: readonly StudyDay[];
}

/** What the pages of a learner's log added up to while they were examined one after another. */
export interface SumOfPages {
  /** By the fold, whatever roles are stored. */
  readonly totals: ReadonlyMap<StudyDay, DayTotals>;
  /** Changes of roles that were found but not written, so that a dry run finds what a repair would. */
  readonly unwritten: readonly DayChange[];
}

const NO_DIFFERENCES: DayDifferences = { missing: [], wrong: [], surplus: [] };

/**
 * Compares inside a transaction that keeps the learner's requests waiting. The pages were read in transactions of their own, so answers may
 * have come since: where their sum is not what is stored, the log is added up again. That reads all of it, a second or so for each
 * 200,000 lines.
 */
export async function compareDays(tx: Tx, userId: UserId, pages: SumOfPages): Promise<DayDifferences> {
  const stored = totalsByDay(await tx.dayTotal.findMany({ where: { userId }, omit: { userId: true } }));
  if (isEmpty(differencesOf(pages.totals, stored))) return NO_DIFFERENCES;
  const wanted = await addUpLog(tx, userId);
  for (const change of pages.unwritten) {
    wanted.set(change.studyDay, plusTotals(wanted.get(change.studyDay) ?? NO_TOTALS, change));
  }
  return differencesOf(wanted, stored);
}

type DayRow = Readonly<Record<"studyDay" | keyof DayTotals, number | bigint>>;

/** By the roles as they are stored. */
async function addUpLog(tx: Tx, userId: UserId): Promise<Map<StudyDay, DayTotals>> {
  const rows = await tx.$queryRaw<DayRow[]>`
    SELECT "studyDay", COUNT(*) AS "answers", SUM("elapsedMs") AS "elapsedMs",
      SUM(CASE WHEN "role" = 'review' THEN 1 ELSE 0 END) AS "reviews",
      SUM(CASE WHEN "role" = 'review' AND "quality" >= 3 THEN 1 ELSE 0 END) AS "recalled"
    FROM "Operation" WHERE "userId" = ${userId} AND "role" IN ('learn', 'review', 'drill') GROUP BY "studyDay"`;
  return totalsByDay(rows);
}

function isEmpty({ missing, wrong, surplus }: DayDifferences): boolean {
  return missing.length + wrong.length + surplus.length === 0;
}

/** A row of zeros is as good as none. */
function differencesOf(
  wanted: ReadonlyMap<StudyDay, DayTotals>,
  stored: ReadonlyMap<StudyDay, DayTotals>,
): DayDifferences {
  const has = (totals: DayTotals | undefined) => totals !== undefined && !sameTotals(totals, NO_TOTALS);
  const differing = [...wanted].flatMap(([studyDay, totals]) => {
    const isSame = sameTotals(totals, stored.get(studyDay) ?? NO_TOTALS);
    return isSame || !has(totals) ? [] : [{ studyDay, ...totals }];
  });
  return {
    missing: differing.filter(({ studyDay }) => !has(stored.get(studyDay))),
    wrong: differing.filter(({ studyDay }) => has(stored.get(studyDay))),
    surplus: [...stored].flatMap(([studyDay, totals]) => (has(totals) && !has(wanted.get(studyDay)) ? [studyDay] : [])),
  };
}

function totalsByDay(rows: readonly DayRow[]): Map<StudyDay, DayTotals> {
  return new Map(
    rows.map((row) => [
      Number(row.studyDay) as StudyDay,
      {
        answers: Number(row.answers),
        elapsedMs: Number(row.elapsedMs),
        reviews: Number(row.reviews),
        recalled: Number(row.recalled),
      },
    ]),
  );
}
