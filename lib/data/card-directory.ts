import "server-only";
import { type CardId, type ConceptId, SKILLS, type Skill } from "@/lib/srs/types";
import { db } from "./client";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";

/** Where a card stands: what a card's state copies from the content. */
export interface CardPlace {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly deckId: string;
  /** Of the concept in its deck when it was first looked up; only the order of new cards hangs on it, and that is sorted again. */
  readonly position: number;
  readonly skill: Skill;
}

/** Cards are never deleted (a seed retires them or their concepts), so what was found once holds. Kept per client, for tests use several databases. */
const known = new WeakMap<object, Map<string, CardPlace>>();
const KNOWN_LIMIT = 100_000;

/** The bit of a skill in CardState.started. */
export function skillBit(skill: Skill): number {
  return 1 << SKILLS.indexOf(skill);
}

/** The bit of the skill that a column of this name holds. Made from constants. */
export function skillBitOf(column: string): Prisma.Sql {
  return Prisma.raw(`CASE ${column} ${SKILLS.map((skill) => `WHEN '${skill}' THEN ${skillBit(skill)}`).join(" ")} END`);
}

/** The cards that exist among `cardIds`; retired ones too. */
export async function findCards(tx: RawTx, cardIds: readonly CardId[]): Promise<Map<CardId, CardPlace>> {
  const cache = cacheOfThisDatabase();
  const missing = cardIds.filter((id) => !cache.has(id));
  if (missing.length > 0) {
    const rows = await tx.$queryRaw<CardPlace[]>`
      SELECT c."id" AS "cardId", c."conceptId", c."skill", k."deckId", k."position"
      FROM "Card" c JOIN "Concept" k ON k."id" = c."conceptId" WHERE c."id" IN (${Prisma.join(missing)})`;
    if (cache.size + rows.length > KNOWN_LIMIT) cache.clear();
    for (const row of rows) cache.set(row.cardId, row);
  }
  const found = new Map<CardId, CardPlace>();
  for (const id of cardIds) {
    const place = cache.get(id);
    if (place) found.set(id, place);
  }
  return found;
}

function cacheOfThisDatabase(): Map<string, CardPlace> {
  const client = db();
  const cache = known.get(client) ?? new Map<string, CardPlace>();
  known.set(client, cache);
  return cache;
}
