import "server-only";
import type { ConceptId } from "@/lib/srs/types";
import { db } from "./client";
import { perGlossaryVersion } from "./glossary-version";
import { isStandingCard } from "./study-scope";

/** The concepts that can be asked for their formula, and the deck of each; without retired ones. Kept for as long as the glossary stays the same. */
export const listFormulaConcepts = perGlossaryVersion(async (): Promise<ReadonlyMap<ConceptId, string>> => {
  const rows = await db().$queryRaw<{ id: ConceptId; deckId: string }[]>`
    SELECT k."id", k."deckId" FROM "Card" c JOIN "Concept" k ON k."id" = c."conceptId"
    WHERE c."skill" = 'formula-term' AND ${isStandingCard} AND k."retiredAt" IS NULL`;
  return new Map(rows.map(({ id, deckId }) => [id, deckId]));
});

/** How many of them stand in these decks. */
export async function countFormulaConcepts(decks: readonly string[]): Promise<number> {
  const deckOfConcept = await listFormulaConcepts();
  return [...deckOfConcept.values()].filter((deckId) => decks.includes(deckId)).length;
}
