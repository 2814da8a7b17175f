import "server-only";
import type { CardId, UserId } from "@/lib/srs/types";
import { skillBitOf } from "../card-directory";
import { updateStartedOfAll } from "../card-state-rows";
import type { Tx } from "../sql-dialect";
import { type Check, checkOf, parts, plural } from "./check";
import type { DayDifferences, DayOf } from "./day-differences";

/** A learner whose log and states have been examined, and repaired if so told. */
export interface ExaminedLearner {
  readonly tx: Tx;
  readonly userId: UserId;
  readonly days: DayDifferences;
}

/** What hangs on all cards of a learner together. */
export const LEARNER_CHECKS: readonly Check<ExaminedLearner>[] = [
  checkOf({
    name: "wrong-started",
    says: (count) =>
      `${plural(count, "state is", "states are")} wrong about which skills of the concept have been started.`,
    mends: "The marks are derived from the states there are.",
    find: findWrongStarted,
    repair: ({ tx, userId }) => updateStartedOfAll(tx, userId),
  }),
  checkOf({
    name: "missing-day",
    says: (count) => `${plural(count, "study day with answers has", "study days with answers have")} no totals.`,
    mends: "The totals are added up from the log.",
    find: ({ days }) => days.missing,
    repair: writeDays,
  }),
  checkOf({
    name: "wrong-day",
    says: (count) =>
      `${plural(count, "study day's totals are", "study days' totals are")} not what the log adds up to.`,
    mends: "The totals are added up from the log.",
    find: ({ days }) => days.wrong,
    repair: writeDays,
  }),
  checkOf({
    name: "surplus-day",
    says: (count) => `${plural(count, "study day has", "study days have")} totals, but no answer.`,
    mends: "The totals are removed.",
    find: ({ days }) => days.surplus,
    async repair({ tx, userId }, surplus) {
      for (const part of parts(surplus))
        await tx.dayTotal.deleteMany({ where: { userId, studyDay: { in: [...part] } } });
    },
  }),
];

async function findWrongStarted({ tx, userId }: ExaminedLearner): Promise<CardId[]> {
  const rows = await tx.$queryRaw<{ cardId: CardId }[]>`
    SELECT s."cardId" FROM "CardState" s JOIN (
      SELECT "conceptId", SUM(${skillBitOf('"skill"')}) AS "bits"
      FROM "CardState" WHERE "userId" = ${userId} GROUP BY "conceptId"
    ) g ON g."conceptId" = s."conceptId" WHERE s."userId" = ${userId} AND s."started" <> g."bits"`;
  return rows.map(({ cardId }) => cardId);
}

async function writeDays({ tx, userId }: ExaminedLearner, days: readonly DayOf[]): Promise<void> {
  for (const part of parts(days)) {
    await tx.dayTotal.deleteMany({ where: { userId, studyDay: { in: part.map(({ studyDay }) => studyDay) } } });
    await tx.dayTotal.createMany({ data: part.map((day) => ({ userId, ...day })) });
  }
}
