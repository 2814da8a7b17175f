import "server-only";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { DEFAULT_DECK } from "./settings-defaults";
import type { Tx } from "./sql-dialect";

/** The ids of the decks that a learner has chosen, in the order of decks; the built-in one for who has chosen none. */
export async function listChosenDecks(tx: Tx, userId: UserId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d."id" FROM "LearnerDeck" l JOIN "Deck" d ON d."id" = l."deckId"
    WHERE l."userId" = ${userId} AND d."retiredAt" IS NULL ORDER BY d."position", d."id"`;
  return rows.length === 0 ? [DEFAULT_DECK] : rows.map((row) => row.id);
}

/** Replaces the choice. Throws AppError "invalid-input" when a deck does not exist or is retired. */
export async function chooseDecks(tx: Tx, userId: UserId, deckIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(deckIds)];
  const existing = await tx.deck.findMany({ where: { id: { in: wanted }, retiredAt: null }, select: { id: true } });
  if (existing.length < wanted.length) throw new AppError("invalid-input", { fields: { decks: "unknown-deck" } });
  await tx.learnerDeck.deleteMany({ where: { userId, deckId: { notIn: wanted } } });
  const kept = await tx.learnerDeck.findMany({ where: { userId }, select: { deckId: true } });
  const added = wanted.filter((id) => !kept.some((row) => row.deckId === id));
  if (added.length > 0) await tx.learnerDeck.createMany({ data: added.map((deckId) => ({ userId, deckId })) });
}
