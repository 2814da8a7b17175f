import "server-only";
import type { ConceptId, UserId } from "@/lib/srs/types";
import type { ShortestIntervals } from "@/lib/stats/coverage";
import { db } from "./client";
import { retiredCards } from "./study-scope";

/**
 * Every concept that a learner has started, of all decks, with the shortest interval among its cards. One pass over the learner's states,
 * in the order of an index. What is set aside counts like the rest; cards that the glossary has given up do not, since nobody is asked them again.
 */
export async function getShortestIntervals(userId: UserId): Promise<ShortestIntervals> {
  // The engines return the least of numbers as a number or as a bigint.
  const rows = await db().$queryRaw<{ conceptId: ConceptId; days: number | bigint }[]>`
    SELECT cs."conceptId", MIN(cs."intervalDays") AS "days" FROM "CardState" cs
    WHERE cs."userId" = ${userId} AND cs."cardId" NOT IN (${retiredCards}) GROUP BY cs."conceptId"`;
  return new Map(rows.map((row) => [row.conceptId, Number(row.days)]));
}
