import "server-only";
import type { StudyDay, UserId } from "@/lib/srs/types";
import { db } from "../client";
import { type DayChange, type DayTotals, dayChangesOf, NO_TOTALS, plusTotals } from "../day-totals";
import { lockLearners } from "../learner-lock";
import type { Tx } from "../sql-dialect";
import { type Fault, plural } from "./check";
import { compareDays } from "./day-differences";
import { LEARNER_CHECKS } from "./learner-checks";
import { type LogPage, readLogPage } from "./log-page";
import { STATE_CHECKS, turnsOf } from "./state-checks";
import type { Tally } from "./tally";

/** How many things were looked at. */
export interface Examined {
  learners: number;
  operations: number;
  /** Cards with a log. */
  cards: number;
}

export interface Examination {
  readonly repair: boolean;
  /** Log lines read at a time, but for a card that has more. Bounds the memory whatever a learner's log is. */
  readonly pageOperations: number;
  readonly tally: Tally;
  readonly examined: Examined;
}

export const LOST_LEARNER: Fault = {
  name: "lost-learner",
  says: (count) =>
    `${plural(count, "learner has", "learners have")} a log but no account. Nothing of theirs is touched; restore a backup that has the account.`,
  mends: null,
};

const TIMEOUTS = { timeout: 600_000, maxWait: 600_000 };

/** Examines every learner of whom there is a log, a state or a day's totals. */
export async function examineLearners(examination: Examination): Promise<void> {
  for (let userId = await nextLearner(""); userId !== null; userId = await nextLearner(userId)) {
    await examineLearner(userId, examination);
  }
}

/** The next id in the database's own order. */
async function nextLearner(after: string): Promise<UserId | null> {
  const rows = await db().$queryRaw<{ next: string | null }[]>`
    SELECT MIN(x."id") AS "next" FROM (
      SELECT MIN("userId") AS "id" FROM "Operation" WHERE "userId" > ${after}
      UNION ALL SELECT MIN("userId") FROM "CardState" WHERE "userId" > ${after}
      UNION ALL SELECT MIN("userId") FROM "DayTotal" WHERE "userId" > ${after}
    ) x`;
  return (rows[0]?.next ?? null) as UserId | null;
}

async function examineLearner(userId: UserId, examination: Examination): Promise<void> {
  const { tally, repair, examined } = examination;
  if ((await db().user.count({ where: { id: userId } })) === 0) {
    const line = await db().operation.findFirst({ where: { userId }, select: { id: true } });
    tally.add(LOST_LEARNER, line === null ? 0 : 1);
    return;
  }
  examined.learners += 1;
  const totals = new Map<StudyDay, DayTotals>();
  const unwritten: DayChange[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const begin: string = after;
    after = await locked(userId, async (tx) => {
      const upTo = await endOfPage(tx, { userId, after: begin, pageOperations: examination.pageOperations });
      const page = await readLogPage(tx, { userId, after: begin, upTo });
      await tally.run(STATE_CHECKS, page, { repair });
      addUp(page, totals);
      if (!repair) unwritten.push(...dayChangesOf(turnsOf(page)));
      examined.cards += page.cards.length;
      examined.operations += page.cards.reduce((sum, card) => sum + card.entries.length, 0);
      return upTo;
    });
  }
  await locked(userId, async (tx) => {
    const days = await compareDays(tx, userId, { totals, unwritten });
    await tally.run(LEARNER_CHECKS, { tx, userId, days }, { repair });
  });
}

/** The learner's requests wait meanwhile. */
function locked<Result>(userId: UserId, use: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().$transaction(async (tx) => {
    await lockLearners(tx, [userId]);
    return use(tx);
  }, TIMEOUTS);
}

/** The card with which a page ends; null: the learner's last. */
async function endOfPage(
  tx: Tx,
  page: { readonly userId: UserId; readonly after: string; readonly pageOperations: number },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ cardId: string }[]>`
    SELECT "cardId" FROM "Operation" WHERE "userId" = ${page.userId} AND "cardId" > ${page.after}
    ORDER BY "cardId" LIMIT 1 OFFSET ${page.pageOperations}`;
  return rows[0]?.cardId ?? null;
}

/** Adds what the answers that stand count for to the totals of their days. */
function addUp({ userId, cards }: LogPage, totals: Map<StudyDay, DayTotals>): void {
  const turns = cards.flatMap(({ entries, roles }) =>
    entries.map(({ operation, role }) => ({ userId, operation, before: null, after: roles.get(operation.id) ?? role })),
  );
  for (const day of dayChangesOf(turns)) {
    totals.set(day.studyDay, plusTotals(totals.get(day.studyDay) ?? NO_TOTALS, day));
  }
}
