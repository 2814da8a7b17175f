import "server-only";
import type { CardProgress, ConceptId, StudyDay, UserId } from "@/lib/srs/types";
import { type CardPlace, skillBit, skillBitOf } from "./card-directory";
import type { RawTx } from "./engine/raw-database";
import { Prisma } from "./generated/sqlite/client";
import { textRows } from "./sql-dialect";

/** The state of one learner's card as it is to be stored; `progress` null when no answer stands (then there is no row). */
export interface CardStateToWrite {
  readonly userId: UserId;
  readonly place: CardPlace;
  readonly progress: CardProgress | null;
  /** Operations of this card in the log. */
  readonly version: number;
}

/** The columns of CardState that make a CardProgress, as raw SQL returns them. */
export interface CardProgressRow {
  readonly repetitions: number;
  readonly intervalDays: number;
  readonly efactorHundredths: number;
  readonly dueDay: number;
  readonly firstStudyDay: number;
  readonly lastStudyDay: number;
  readonly lastQuality: number;
  readonly lastAnsweredAt: bigint | number;
  readonly firstPassDay: number | null;
  readonly lapses: number;
  readonly answers: number;
}

/** A stored row as the fold would return it. */
export function progressOf(row: CardProgressRow): CardProgress {
  return {
    repetitions: row.repetitions,
    intervalDays: row.intervalDays,
    efactorHundredths: row.efactorHundredths,
    dueDay: row.dueDay as StudyDay,
    firstStudyDay: row.firstStudyDay as StudyDay,
    lastStudyDay: row.lastStudyDay as StudyDay,
    lastQuality: row.lastQuality as CardProgress["lastQuality"],
    lastAnsweredAt: Number(row.lastAnsweredAt),
    firstPassDay: row.firstPassDay as StudyDay | null,
    lapses: row.lapses,
    answers: row.answers,
  };
}

const UPDATED = [
  "repetitions",
  "intervalDays",
  "efactorHundredths",
  "dueDay",
  "firstStudyDay",
  "lastStudyDay",
  "lastQuality",
  "lastAnsweredAt",
  "firstPassDay",
  "lapses",
  "answers",
  "version",
] as const;
const UPDATE_SET = Prisma.raw(UPDATED.map((column) => `"${column}" = excluded."${column}"`).join(", "));

/** Writes states: one upsert for those that stand, one DELETE for those of which nothing stands any more. */
export async function writeStates(tx: RawTx, states: readonly CardStateToWrite[]): Promise<void> {
  const rows = states.flatMap(({ userId, place, progress: p, version }) =>
    p === null
      ? []
      : [
          Prisma.sql`(${userId}, ${place.cardId}, ${place.conceptId}, ${place.deckId}, ${place.position}, ${place.skill}, ${p.repetitions}, ${p.intervalDays}, ${p.efactorHundredths}, ${p.dueDay}, ${p.firstStudyDay}, ${p.lastStudyDay}, ${p.lastQuality}, ${p.lastAnsweredAt}, ${p.firstPassDay}, ${p.lapses}, ${p.answers}, ${version}, ${skillBit(place.skill)})`,
        ],
  );
  if (rows.length > 0) {
    await tx.$executeRaw`INSERT INTO "CardState" ("userId", "cardId", "conceptId", "deckId", "position", "skill", "repetitions", "intervalDays", "efactorHundredths", "dueDay", "firstStudyDay", "lastStudyDay", "lastQuality", "lastAnsweredAt", "firstPassDay", "lapses", "answers", "version", "started") VALUES ${Prisma.join(rows)} ON CONFLICT ("userId", "cardId") DO UPDATE SET ${UPDATE_SET}`;
  }
  const gone = states.filter((state) => state.progress === null).map(({ userId, place }) => [userId, place.cardId]);
  if (gone.length > 0) {
    await tx.$executeRaw`DELETE FROM "CardState" WHERE ("userId", "cardId") IN (${textRows(gone)})`;
  }
}

/** A learner's concept, or deck, whose set of started skills has changed. */
export interface StartedConcept {
  readonly userId: UserId;
  readonly conceptId: ConceptId;
}

/** Brings CardState.started up to date in all rows of these concepts. */
export async function updateStarted(tx: RawTx, concepts: readonly StartedConcept[]): Promise<void> {
  if (concepts.length === 0) return;
  const keys = textRows(concepts.map(({ userId, conceptId }) => [userId, conceptId]));
  await tx.$executeRaw`UPDATE "CardState" SET "started" = ${startedBits} WHERE ("userId", "conceptId") IN (${keys})`;
}

/** The same for everything of one learner, for repair. */
export async function updateStartedOfAll(tx: RawTx, userId: UserId): Promise<void> {
  await tx.$executeRaw`UPDATE "CardState" SET "started" = ${startedBits} WHERE "userId" = ${userId} AND "started" <> ${startedBits}`;
}

const startedBits = Prisma.sql`(
  SELECT SUM(${skillBitOf('s."skill"')})
  FROM "CardState" s WHERE s."userId" = "CardState"."userId" AND s."conceptId" = "CardState"."conceptId")`;

/** Cards that are new again: the search for new concepts (LearnerDeck.openFrom) may have passed them. */
export async function reopenFrom(
  tx: RawTx,
  cards: readonly { readonly userId: UserId; readonly place: Pick<CardPlace, "cardId" | "deckId" | "conceptId"> }[],
): Promise<void> {
  for (const { userId, place } of cards) {
    const position = Prisma.sql`(SELECT k."position" FROM "Concept" k WHERE k."id" = ${place.conceptId})`;
    await tx.$executeRaw`UPDATE "LearnerDeck" SET "openFrom" = ${position} WHERE "userId" = ${userId} AND "deckId" = ${place.deckId} AND "openFrom" > ${position}`;
  }
}
