import "server-only";
import { AppError } from "@/lib/errors";
import type { CardId, ConceptId, UserId } from "@/lib/srs/types";
import { reopenFrom } from "./card-state-rows";
import { db } from "./client";
import { lockLearners } from "./learner-lock";

/** A card, or with `cardId` null a whole concept, that a learner has set aside. */
export interface SuspensionView {
  readonly conceptId: ConceptId;
  readonly cardId: CardId | null;
  readonly suspendedAt: number;
}

/** In the table a whole concept has this card id, since a key column cannot be null. */
const WHOLE_CONCEPT = "";

/**
 * Sets a card or a whole concept aside, or takes it back. Doing so twice is doing it once.
 * Throws AppError "not-found" when the concept does not exist or the card is not one of its cards; taking back also works for a card that
 * has been retired meanwhile.
 */
export async function setSuspension(
  userId: UserId,
  input: {
    readonly conceptId: ConceptId;
    readonly cardId: CardId | null;
    readonly suspended: boolean;
    readonly nowMs: number;
  },
): Promise<void> {
  const { conceptId, suspended } = input;
  const cardId = input.cardId ?? WHOLE_CONCEPT;
  await db().$transaction(async (tx) => {
    await lockLearners(tx, [userId]);
    const concept = await tx.concept.findUnique({
      where: { id: conceptId },
      select: { deckId: true, cards: { select: { id: true, retiredAt: true } } },
    });
    const isOfConcept =
      input.cardId === null ||
      concept?.cards.some((card) => card.id === cardId && (card.retiredAt === null || !suspended));
    if (!concept || !isOfConcept) throw new AppError("not-found");
    const key = { userId, conceptId, cardId };
    if (suspended) {
      const createdAt = new Date(input.nowMs);
      await tx.suspension.upsert({
        where: { userId_conceptId_cardId: key },
        create: { ...key, createdAt },
        update: {},
      });
      return;
    }
    await tx.suspension.deleteMany({ where: key });
    await reopenFrom(tx, [{ userId, place: { cardId: cardId as CardId, conceptId, deckId: concept.deckId } }]);
  });
}

/** Everything that a learner has set aside, oldest first. */
export async function listSuspensions(userId: UserId): Promise<SuspensionView[]> {
  const rows = await db().suspension.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { conceptId: "asc" }, { cardId: "asc" }],
  });
  return rows.map((row) => ({
    conceptId: row.conceptId as ConceptId,
    cardId: row.cardId === WHOLE_CONCEPT ? null : (row.cardId as CardId),
    suspendedAt: row.createdAt.getTime(),
  }));
}
