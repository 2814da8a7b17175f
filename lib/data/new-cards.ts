import "server-only";
import type { NewCandidate } from "@/lib/srs/queue";
import { type CardId, type ConceptId, SKILLS, type Skill, type StudyDay } from "@/lib/srs/types";
import { skillBit } from "./card-directory";
import { db } from "./client";
import { type DeckOpening, listFreshConcepts } from "./fresh-concepts";
import { Prisma } from "./generated/sqlite/client";
import { listPartlySuspended } from "./partly-suspended";
import { jsonRows } from "./sql-dialect";
import { isStandingCard, retiredConcepts, type StudyScope } from "./study-scope";

/** The place of a new card in the learning order: started concepts first, then deck, concept, skill. */
export interface PlacedNewCard extends NewCandidate {
  readonly deckId: string;
  readonly position: number;
  /** Whether another skill of the concept has been started. */
  readonly continues: boolean;
}

/** The first `limit` new cards in learning order. `version` is the glossary's. */
export async function listNewCards(scope: StudyScope, limit: number, version: string | null): Promise<NewCandidate[]> {
  if (limit <= 0) return [];
  const special = await listPartlySuspended(scope);
  const found: PlacedNewCard[] = [];
  const rungs = await findStandingRungs(scope);
  for (const deckId of scope.decks) {
    if (found.length < limit) found.push(...(await listContinuations({ scope, rungs, deckId, limit })));
  }
  const opening: Omit<DeckOpening, "deckId"> = { userId: scope.userId, version };
  for (const deckId of scope.decks) {
    const wanted = limit - found.length;
    const [firstSkill] = scope.skills;
    if (wanted <= 0 || !firstSkill) break;
    const fresh = await listFreshConcepts({ opening: { ...opening, deckId }, skill: firstSkill, limit: wanted });
    found.push(...fresh.map((card) => ({ ...card, skill: firstSkill, deckId, continues: false })));
  }
  return inLearningOrder([...found, ...special], scope.decks).slice(0, limit);
}

function inLearningOrder(cards: readonly PlacedNewCard[], decks: readonly string[]): PlacedNewCard[] {
  return [...cards].sort(
    (a, b) =>
      Number(b.continues) - Number(a.continues) ||
      decks.indexOf(a.deckId) - decks.indexOf(b.deckId) ||
      a.position - b.position ||
      SKILLS.indexOf(a.skill) - SKILLS.indexOf(b.skill) ||
      (a.cardId < b.cardId ? -1 : 1),
  );
}

/** A rung of the ladder: concepts with exactly these skills started open `skill`, when `after` was passed on an earlier day. */
interface Rung {
  readonly started: number;
  readonly skill: Skill;
  /** The row of the concept to look at: one of the started skills. */
  readonly anchor: Skill;
  /** False when nothing enabled comes before `skill`: then it is open at once. */
  readonly mustBePassed: boolean;
}

/** Every set of started skills from which an enabled one can open. At most 62. */
export function rungsOf(skills: readonly Skill[]): Rung[] {
  const rungs: Rung[] = [];
  for (let started = 1; started < 1 << SKILLS.length; started += 1) {
    const place = skills.findIndex((skill) => (started & skillBit(skill)) === 0);
    const skill = skills[place];
    const before = skills[place - 1];
    const anchor = before ?? SKILLS.find((candidate) => (started & skillBit(candidate)) !== 0);
    if (skill && anchor) rungs.push({ started, skill, anchor, mustBePassed: before !== undefined });
  }
  return rungs;
}

/** Those on which at least one concept of the learner stands: few, and each is one look into an index to tell. */
async function findStandingRungs({ userId, skills }: StudyScope): Promise<Rung[]> {
  const rungs = rungsOf(skills);
  const sets = Prisma.raw(rungs.map(({ started }) => `(${started})`).join(", "));
  const rows = await db().$queryRaw<{ started: number | bigint }[]>`
    SELECT b.column1 AS "started" FROM (VALUES ${sets}) b
    WHERE EXISTS (SELECT 1 FROM "CardState" cs WHERE cs."userId" = ${userId} AND cs."started" = b.column1)`;
  const standing = new Set(rows.map(({ started }) => Number(started)));
  return rungs.filter(({ started }) => standing.has(started));
}

async function listContinuations(input: {
  readonly scope: StudyScope;
  readonly rungs: readonly Rung[];
  readonly deckId: string;
  readonly limit: number;
}): Promise<PlacedNewCard[]> {
  const { scope, rungs, deckId, limit } = input;
  if (rungs.length === 0) return [];
  const selects = rungs.map(
    (rung) => Prisma.sql`SELECT * FROM (
      SELECT c."id" AS "cardId", cs."conceptId", c."skill", cs."position" FROM "CardState" cs
      JOIN "Card" c ON c."conceptId" = cs."conceptId" AND c."skill" = ${rung.skill} AND ${isStandingCard}
      WHERE cs."userId" = ${scope.userId} AND cs."started" = ${rung.started} AND cs."skill" = ${rung.anchor} AND cs."deckId" = ${deckId}
        AND ${rung.mustBePassed ? Prisma.sql`cs."firstPassDay" < ${scope.today as StudyDay}` : Prisma.sql`1 = 1`}
        AND cs."conceptId" NOT IN (${retiredConcepts})
        AND cs."conceptId" NOT IN (SELECT "conceptId" FROM "Suspension" WHERE "userId" = ${scope.userId})
      ORDER BY cs."position" LIMIT ${limit}) r${Prisma.raw(String(rung.started))}`,
  );
  const [row] = await db().$queryRaw<{ cards: string | null }[]>`
    SELECT ${jsonRows(Prisma.sql`n."cardId", n."conceptId", n."skill", n."position"`)} AS "cards"
    FROM (SELECT * FROM (${Prisma.join(selects, " UNION ALL ")}) u ORDER BY "position" LIMIT ${limit}) n`;
  const rows = JSON.parse(row?.cards ?? "[]") as [CardId, ConceptId, Skill, number][];
  return rows.map(([cardId, conceptId, skill, position]) => ({
    cardId,
    conceptId,
    skill,
    position,
    deckId,
    continues: true,
  }));
}
