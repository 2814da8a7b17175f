import type { PrismaClient } from "@/lib/data/engine/database";
import type { Prisma } from "@/lib/data/generated/sqlite/client";
import { GLOSSARY_VERSION_KEY, moveGlossaryVersionOn } from "@/lib/data/glossary-version";
import { type ConceptRow, conceptRows, type DeckRow, deckRow, type TopicRow, topicRows } from "./deck-rows";
import type { DeckContent } from "./load-decks";
import { findConceptsWithOtherCards, writeCards } from "./write-cards";
import { writeConcepts } from "./write-concepts";

/** What a seed did. Concepts by slug, in learning order. */
export interface SeedReport {
  readonly added: readonly string[];
  /** In text, place, order or cards. */
  readonly changed: readonly string[];
  /** No file has them any more. Their cards leave the queues; what learners know of them stays. */
  readonly retired: readonly string[];
  /** Retired before, and back. */
  readonly restored: readonly string[];
  /** Decks and topics made, renamed, moved, retired or removed. */
  readonly decksAndTopics: readonly string[];
}

type Tx = Prisma.TransactionClient;

/** Seeding a large glossary on a small machine. */
const TIMEOUT_MS = 300_000;

/**
 * Makes the content in the database what the decks say, in one transaction. Touches no learner's rows. Seeding the same again writes
 * nothing; when something was written the glossary's version moves on.
 */
export async function seedDatabase(options: {
  readonly prisma: PrismaClient;
  /** All decks: a deck or concept that is not among them is retired. */
  readonly decks: readonly DeckContent[];
  readonly nowMs: number;
}): Promise<SeedReport> {
  const { prisma, decks, nowMs } = options;
  const concepts = decks.flatMap(conceptRows);
  const apply = async (tx: Tx): Promise<SeedReport> => {
    await waitForTurn(tx);
    const now = new Date(nowMs);
    const decksAndTopics = [
      ...(await seedDecks(tx, decks.map(deckRow), now)),
      ...(await seedTopics(tx, decks.flatMap(topicRows))),
    ];
    const report = { ...(await seedConcepts(tx, concepts, now)), decksAndTopics };
    const removed = await removeEmptyTopics(tx, decks.flatMap(topicRows));
    const whole = { ...report, decksAndTopics: [...decksAndTopics, ...removed] };
    if (Object.values(whole).some((names) => names.length > 0)) await moveGlossaryVersionOn(tx);
    return whole;
  };
  return await prisma.$transaction(apply, { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS });
}

async function seedDecks(tx: Tx, rows: readonly DeckRow[], now: Date): Promise<string[]> {
  const stored = new Map((await tx.deck.findMany()).map((row) => [row.id, row]));
  const changed: string[] = [];
  for (const row of rows) {
    const before = stored.get(row.id);
    if (before && before.retiredAt === null && sameRow(before, row)) continue;
    const data = { ...row, retiredAt: null };
    await tx.deck.upsert({ where: { id: row.id }, create: data, update: data });
    changed.push(row.id);
  }
  const present = new Set(rows.map(({ id }) => id));
  for (const { id, retiredAt } of stored.values()) {
    if (present.has(id) || retiredAt !== null) continue;
    await tx.deck.update({ where: { id }, data: { retiredAt: now } });
    changed.push(id);
  }
  return changed;
}

async function seedTopics(tx: Tx, rows: readonly TopicRow[]): Promise<string[]> {
  const stored = new Map((await tx.topic.findMany()).map((row) => [row.id, row]));
  const changed = rows.filter((row) => {
    const before = stored.get(row.id);
    return !before || !sameRow(before, row);
  });
  for (const row of changed) await tx.topic.upsert({ where: { id: row.id }, create: row, update: row });
  return changed.map(({ id }) => id);
}

/** Topics that no file has and no concept stands in any more; a retired concept keeps its topic. */
async function removeEmptyTopics(tx: Tx, rows: readonly TopicRow[]): Promise<string[]> {
  const present = rows.map(({ id }) => id);
  const empty = await tx.topic.findMany({
    where: { id: { notIn: present }, concepts: { none: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const ids = empty.map(({ id }) => id);
  if (ids.length > 0) await tx.topic.deleteMany({ where: { id: { in: ids } } });
  return ids;
}

async function seedConcepts(
  tx: Tx,
  rows: readonly ConceptRow[],
  now: Date,
): Promise<Omit<SeedReport, "decksAndTopics">> {
  const select = { id: true, slug: true, checksum: true, retiredAt: true };
  const stored = new Map((await tx.concept.findMany({ select })).map((row) => [row.slug, row]));
  const isStored = (row: ConceptRow) => stored.has(row.slug);
  const isRetired = (row: ConceptRow) => stored.get(row.slug)?.retiredAt != null;
  const idOf = (row: ConceptRow) => stored.get(row.slug)?.id;
  const otherCards = await findConceptsWithOtherCards(tx, new Map(rows.map((row) => [idOf(row), row.skills])));
  const toWrite = rows.filter(
    (row) => stored.get(row.slug)?.checksum !== row.checksum || isRetired(row) || otherCards.has(idOf(row)),
  );
  // A concept keeps its id, and with it its cards and everybody's progress, also when it moves to another deck.
  const withIds = toWrite.map((row) => ({ ...row, id: idOf(row) ?? `${row.deckId}.${row.slug}` }));
  await writeConcepts(tx, withIds);
  await writeCards(tx, { concepts: withIds, now });
  const present = new Set(rows.map(({ slug }) => slug));
  const gone = [...stored.values()].filter(({ slug, retiredAt }) => !present.has(slug) && retiredAt === null);
  for (const { id } of gone) await tx.concept.update({ where: { id }, data: { retiredAt: now } });
  return {
    added: toWrite.filter((row) => !isStored(row)).map(({ slug }) => slug),
    changed: toWrite.filter((row) => isStored(row) && !isRetired(row)).map(({ slug }) => slug),
    restored: toWrite.filter(isRetired).map(({ slug }) => slug),
    retired: gone.map(({ slug }) => slug),
  };
}

/** Whether a stored row says the same as the wanted one, in every field that the latter has. */
function sameRow<Row extends object>(stored: Row, wanted: Row): boolean {
  return Object.entries(wanted).every(([field, value]) => Reflect.get(stored, field) === value);
}

/** Two servers that start at once seed one after the other: the version's row, written first, is the lock on PostgreSQL. */
async function waitForTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO "Meta" ("key", "value") VALUES (${GLOSSARY_VERSION_KEY}, '') ON CONFLICT ("key") DO UPDATE SET "value" = "Meta"."value"`;
}
