import "server-only";
import { needsFormula } from "@/lib/glossary/card-skills";
import { SKILLS, type Skill, type StudyDay, type UserId } from "@/lib/srs/types";
import { Prisma } from "./generated/sqlite/client";

/** What bounds a learner's day: whose, which day, which decks and skills. */
export interface StudyScope {
  readonly userId: UserId;
  readonly today: StudyDay;
  /** In the order of decks; at least one. */
  readonly decks: readonly string[];
  /** In the order of the ladder; at least one. */
  readonly skills: readonly Skill[];
}

/**
 * `cs` (CardState) rows of this learner that may be asked at all: chosen deck, enabled skill, neither retired nor set aside. The last two
 * are tested for every row of a backlog, so they are preceded by a test, made once, whether there is anything retired or set aside at all.
 */
export function studiedStates(scope: Pick<StudyScope, "userId" | "decks" | "skills">): Prisma.Sql {
  const setAside = Prisma.sql`SELECT "cardId" FROM "Suspension" WHERE "userId" = ${scope.userId}`;
  return Prisma.sql`cs."userId" = ${scope.userId} AND cs."deckId" IN (${Prisma.join([...scope.decks])})
    ${ofEnabledSkills(scope.skills)} AND (NOT EXISTS (${retiredConcepts}) OR cs."conceptId" NOT IN (${retiredConcepts}))
    ${withoutRetiredCards(scope.skills)} AND (NOT EXISTS (${setAside}) OR (cs."conceptId" NOT IN (${suspendedConcepts(scope.userId)}) AND cs."cardId" NOT IN (${setAside})))`;
}

/** The shorter way to say it, or nothing when all skills are enabled: the condition is tested for every row of a backlog. */
function ofEnabledSkills(skills: readonly Skill[]): Prisma.Sql {
  const off = SKILLS.filter((skill) => !skills.includes(skill));
  if (off.length === 0) return Prisma.empty;
  if (off.length < skills.length) return Prisma.sql`AND cs."skill" NOT IN (${Prisma.join(off)})`;
  return Prisma.sql`AND cs."skill" IN (${Prisma.join([...skills])})`;
}

/** Nothing where every concept has a card of every enabled skill: then no card but those of retired concepts can be retired. */
function withoutRetiredCards(skills: readonly Skill[]): Prisma.Sql {
  if (!skills.some(needsFormula)) return Prisma.empty;
  return Prisma.sql`AND (NOT EXISTS (${retiredCards}) OR cs."cardId" NOT IN (${retiredCards}))`;
}

/**
 * On `c`, a card: that it is not retired. Written so that no index can be read for it: almost all cards are not, and SQLite, without
 * statistics, takes the index on a column that is compared with NULL for one that finds a few.
 */
export const isStandingCard = Prisma.sql`(c."retiredAt" IS NULL) IS TRUE`;

/** Ids of cards whose concept has nothing for them any more. */
export const retiredCards = Prisma.sql`SELECT "id" FROM "Card" WHERE "retiredAt" > '1970-01-01'`;

/**
 * Ids of concepts that the glossary has given up. Written as a comparison, since SQLite reads the index for it without statistics; for
 * IS NOT NULL it would read the whole table with all its content.
 */
export const retiredConcepts = Prisma.sql`SELECT "id" FROM "Concept" WHERE "retiredAt" > '1970-01-01'`;

/** Ids of concepts that the learner has set aside as a whole. */
export function suspendedConcepts(userId: UserId): Prisma.Sql {
  return Prisma.sql`SELECT "conceptId" FROM "Suspension" WHERE "userId" = ${userId} AND "cardId" = ''`;
}
