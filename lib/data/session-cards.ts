import "server-only";
import { foldCard, sortLog } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { SessionCard } from "@/lib/srs/session-payload";
import type { CardId, LoggedOperation, UserId } from "@/lib/srs/types";
import type { CardPlace } from "./card-directory";
import { db } from "./client";
import { Prisma } from "./generated/sqlite/client";
import { logAsJson, parseLog } from "./operation-rows";

/** Cards with their whole logs, and their states folded from these: what the browser will compute, it starts from. */
export async function readSessionCards(userId: UserId, places: readonly CardPlace[]): Promise<SessionCard[]> {
  if (places.length === 0) return [];
  const ids = places.map((place) => place.cardId);
  const [row] = await db().$queryRaw<{ log: string | null }[]>`
    SELECT ${logAsJson()} AS "log" FROM "Operation" o WHERE o."userId" = ${userId} AND o."cardId" IN (${Prisma.join(ids)})`;
  const logs = new Map<CardId, LoggedOperation[]>(ids.map((id) => [id, []]));
  for (const { operation } of parseLog(row?.log ?? null)) logs.get(operation.cardId)?.push(operation);
  return places.map(({ cardId, conceptId, skill }) => {
    const log = sortLog(logs.get(cardId) ?? []);
    const progress = foldCard({ operations: log, scheduler: sm2Scheduler });
    return { cardId, conceptId, skill, progress, log, version: log.length };
  });
}
