import "server-only";
import { needsFormula } from "@/lib/glossary/card-skills";
import type { CardId, ConceptId, Skill, UserId } from "@/lib/srs/types";
import { db } from "./client";
import { noteIfWritable } from "./database-away";
import { Prisma } from "./generated/sqlite/client";
import { lockLearners } from "./learner-lock";
import type { Tx } from "./sql-dialect";
import { isStandingCard } from "./study-scope";

/** Where the search for new concepts of a deck begins, for one learner and one version of the glossary. */
export interface DeckOpening {
  readonly userId: UserId;
  readonly deckId: string;
  readonly version: string | null;
}

/** When the search has walked over this many positions in vain, the place is remembered. */
const REMEMBER_AFTER = 256;

export interface FreshConcept {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly position: number;
}

/**
 * The first concepts of a deck of which this learner has started nothing and set nothing aside, in learning order. The search begins
 * where everything before is known to be taken (LearnerDeck.openFrom), or someone far into a large deck would walk over all of it daily.
 */
export async function listFreshConcepts(input: {
  readonly opening: DeckOpening;
  readonly skill: Skill;
  readonly limit: number;
}): Promise<FreshConcept[]> {
  const { opening, skill, limit } = input;
  const from = await readOpenFrom(db(), opening);
  const fresh = await db().$queryRaw<FreshConcept[]>`
    SELECT c."id" AS "cardId", k."id" AS "conceptId", k."position" FROM "Concept" k
    JOIN "Card" c ON c."conceptId" = k."id" AND c."skill" = ${skill} AND ${isStandingCard}
    WHERE ${freshFrom(opening, from)} ORDER BY k."position" LIMIT ${limit}`;
  // A fresh concept without a formula is passed over here and now, but stays open for other skills.
  const first = needsFormula(skill) ? await findFirstFresh(db(), opening, from) : fresh[0]?.position;
  const reached = first ?? (await endOfDeck(db(), opening.deckId));
  if (reached - from >= REMEMBER_AFTER) await noteIfWritable(() => rememberOpenFrom(opening));
  return fresh;
}

async function findFirstFresh(tx: Tx, opening: DeckOpening, from: number): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ position: number }[]>`
    SELECT k."position" FROM "Concept" k WHERE ${freshFrom(opening, from)} ORDER BY k."position" LIMIT 1`;
  return rows[0]?.position;
}

/** The position after the last concept. */
async function endOfDeck(tx: Tx, deckId: string): Promise<number> {
  const last = await tx.concept.aggregate({ where: { deckId }, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}

function freshFrom(opening: DeckOpening, from: number): Prisma.Sql {
  return Prisma.sql`k."deckId" = ${opening.deckId} AND k."position" >= ${from} AND k."retiredAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "CardState" cs WHERE cs."userId" = ${opening.userId} AND cs."conceptId" = k."id")
    AND k."id" NOT IN (SELECT "conceptId" FROM "Suspension" WHERE "userId" = ${opening.userId})`;
}

async function readOpenFrom(tx: Tx, { userId, deckId, version }: DeckOpening): Promise<number> {
  if (version === null) return 0;
  const rows = await tx.$queryRaw<{ openFrom: number }[]>`
    SELECT "openFrom" FROM "LearnerDeck" WHERE "userId" = ${userId} AND "deckId" = ${deckId} AND "openVersion" = ${version}`;
  return rows[0]?.openFrom ?? 0;
}

/** Looks again under the learner's lock: an undo at the same moment may have made a concept new again. */
async function rememberOpenFrom(opening: DeckOpening): Promise<void> {
  const { userId, deckId, version } = opening;
  if (version === null) return;
  await db().$transaction(async (tx) => {
    await lockLearners(tx, [userId]);
    const from = await readOpenFrom(tx, opening);
    const first = await findFirstFresh(tx, opening, from);
    const stored = { openFrom: first ?? (await endOfDeck(tx, deckId)), openVersion: version };
    const key = { userId_deckId: { userId, deckId } };
    await tx.learnerDeck.upsert({ where: key, create: { userId, deckId, ...stored }, update: stored });
  });
}
