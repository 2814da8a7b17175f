import { Prisma } from "@/lib/data/generated/sqlite/client";
import type { ConceptRow } from "./deck-rows";

/** Rows in one statement: both engines take at least 32,766 parameters. */
const ROWS_A_STATEMENT = 1_000;

const COLUMNS = [
  "id",
  "slug",
  "deckId",
  "topicId",
  "section",
  "headline",
  "position",
  "en",
  "zh",
  "content",
  "checksum",
  "retiredAt",
] as const;
const columnList = Prisma.raw(COLUMNS.map((column) => `"${column}"`).join(", "));
const update = Prisma.raw(
  COLUMNS.filter((column) => column !== "id")
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(", "),
);

/** Inserts or overwrites concepts; those that were retired are so no longer. */
export async function writeConcepts(
  tx: Prisma.TransactionClient,
  rows: readonly (ConceptRow & { readonly id: string })[],
): Promise<void> {
  for (const chunk of chunks(rows)) {
    const values = chunk.map(
      (row) =>
        Prisma.sql`(${row.id}, ${row.slug}, ${row.deckId}, ${row.topicId}, ${row.section}, ${row.headline}, ${row.position}, ${row.en}, ${row.zh}, ${row.content}, ${row.checksum}, NULL)`,
    );
    await tx.$executeRaw`INSERT INTO "Concept" (${columnList}) VALUES ${Prisma.join(values)} ON CONFLICT ("id") DO UPDATE SET ${update}`;
  }
}

/** Parts that fit into one statement. */
export function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  );
}
