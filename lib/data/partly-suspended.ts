import "server-only";
import type { CardId, ConceptId, Skill, StudyDay } from "@/lib/srs/types";
import { db } from "./client";
import type { PlacedNewCard } from "./new-cards";
import { retiredConcepts, type StudyScope, suspendedConcepts } from "./study-scope";

interface CardRow {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly skill: Skill;
  readonly deckId: string;
  readonly position: number;
  /** Or retired. */
  readonly suspended: number | bigint;
  readonly started: number | bigint;
  readonly firstPassDay: StudyDay | null;
}

/**
 * The new cards of concepts of which the learner has set a single card aside. There a skill that was set aside counts as not enabled, so
 * that the ladder goes on above it. Few concepts, so they are looked at one by one.
 */
export async function listPartlySuspended(scope: StudyScope): Promise<PlacedNewCard[]> {
  const { userId } = scope;
  const rows = await db().$queryRaw<CardRow[]>`
    SELECT c."id" AS "cardId", c."conceptId", c."skill", k."deckId", k."position", cs."firstPassDay",
      CASE WHEN cs."cardId" IS NULL THEN 0 ELSE 1 END AS "started", CASE WHEN s."cardId" IS NULL AND c."retiredAt" IS NULL THEN 0 ELSE 1 END AS "suspended"
    FROM "Card" c JOIN "Concept" k ON k."id" = c."conceptId"
    LEFT JOIN "CardState" cs ON cs."userId" = ${userId} AND cs."cardId" = c."id"
    LEFT JOIN "Suspension" s ON s."userId" = ${userId} AND s."conceptId" = c."conceptId" AND s."cardId" = c."id"
    WHERE c."conceptId" IN (SELECT "conceptId" FROM "Suspension" WHERE "userId" = ${userId} AND "cardId" <> '')
      AND c."conceptId" NOT IN (${suspendedConcepts(userId)}) AND c."conceptId" NOT IN (${retiredConcepts})`;
  const concepts = new Map<ConceptId, CardRow[]>();
  for (const row of rows) concepts.set(row.conceptId, [...(concepts.get(row.conceptId) ?? []), row]);
  return [...concepts.values()].flatMap((cards) => openCard(cards, scope) ?? []);
}

/** The lowest rung that is not started, when the one before it was passed on an earlier day. */
function openCard(cards: readonly CardRow[], scope: StudyScope): PlacedNewCard | null {
  const ladder = scope.skills.flatMap(
    (skill) => cards.find((card) => card.skill === skill && Number(card.suspended) === 0) ?? [],
  );
  const place = ladder.findIndex((card) => Number(card.started) === 0);
  const card = ladder[place];
  if (!card || !scope.decks.includes(card.deckId)) return null;
  const before = ladder[place - 1];
  if (before && (before.firstPassDay === null || before.firstPassDay >= scope.today)) return null;
  const { cardId, conceptId, skill, deckId, position } = card;
  return { cardId, conceptId, skill, deckId, position, continues: cards.some((one) => Number(one.started) === 1) };
}
