import "server-only";
import { sortLog } from "@/lib/srs/answer-log";
import type { AnsweredToday } from "@/lib/srs/queue";
import type { CardId, LoggedOperation, Quality, UserId } from "@/lib/srs/types";
import type { CardPlace } from "./card-directory";
import { db } from "./client";
import { Prisma } from "./generated/sqlite/client";
import { type LogEntry, logAsJson, parseLog } from "./operation-rows";
import { isStandingCard, type StudyScope, suspendedConcepts } from "./study-scope";

/** The log of one study day, undone answers and undos included, in no particular order. */
export async function readLogOfDay(userId: UserId, studyDay: number): Promise<LogEntry[]> {
  const [row] = await db().$queryRaw<{ log: string | null }[]>`
    SELECT ${logAsJson()} AS "log" FROM "Operation" o WHERE o."userId" = ${userId} AND o."studyDay" = ${studyDay}`;
  return parseLog(row?.log ?? null);
}

/** Those of `cardIds` that may be asked again: deck chosen, skill enabled, neither retired nor set aside. */
export async function findAskable(scope: StudyScope, cardIds: readonly CardId[]): Promise<Set<CardId>> {
  if (cardIds.length === 0) return new Set();
  // Asked of the content, not of the states, and with CROSS JOIN, which makes SQLite begin with the cards that are named: left to itself
  // and without statistics it reads all of the learner's states, or the whole deck.
  const rows = await db().$queryRaw<{ cardId: CardId }[]>`
    SELECT c."id" AS "cardId" FROM "Card" c CROSS JOIN "Concept" k
    WHERE c."id" IN (${Prisma.join([...cardIds])}) AND ${isStandingCard} AND k."id" = c."conceptId" AND k."retiredAt" IS NULL
      AND k."deckId" IN (${Prisma.join([...scope.decks])}) AND c."skill" IN (${Prisma.join([...scope.skills])})
      AND c."conceptId" NOT IN (${suspendedConcepts(scope.userId)})
      AND c."id" NOT IN (SELECT "cardId" FROM "Suspension" WHERE "userId" = ${scope.userId})`;
  return new Set(rows.map((row) => row.cardId));
}

/** What buildQueue must know of a day's answers. Pure. */
export function answeredOf(input: {
  readonly log: readonly LogEntry[];
  readonly places: ReadonlyMap<CardId, CardPlace>;
  readonly askable: ReadonlySet<CardId>;
}): AnsweredToday[] {
  const { log, places, askable } = input;
  const roles = new Map(log.map((entry) => [entry.operation.id, entry.role]));
  const cards = new Map<CardId, { kind: AnsweredToday["kind"]; lastQuality: Quality; last: number }>();
  let count = 0;
  for (const operation of sortLog(log.map((entry) => entry.operation))) {
    const kind = kindOf(roles.get(operation.id));
    if (operation.kind !== "answer" || kind === null) continue;
    count += 1;
    const first = cards.get(operation.cardId);
    cards.set(operation.cardId, { kind: first?.kind ?? kind, lastQuality: operation.quality, last: count });
  }
  return [...cards].flatMap(([cardId, { kind, lastQuality, last }]) => {
    const place = places.get(cardId);
    if (!place) return [];
    const { conceptId, skill } = place;
    // Every answer after its last one is to another card.
    return [{ cardId, conceptId, skill, kind, lastQuality, answersSince: count - last, askable: askable.has(cardId) }];
  });
}

/** A day's first answer to a card tells what the card was: a drill answer without another before it was given ahead of time. */
function kindOf(role: LogEntry["role"] | undefined): AnsweredToday["kind"] | null {
  if (role === "learn") return "new";
  if (role === "review") return "due";
  return role === "drill" ? "ahead" : null;
}

/** The operations of a day, oldest first. */
export function operationsOf(log: readonly LogEntry[]): LoggedOperation[] {
  return sortLog(log.map((entry) => entry.operation));
}
