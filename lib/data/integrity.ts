import "server-only";
import { db, engine } from "./client";
import { Prisma } from "./generated/sqlite/client";

/** What the engine's own checks find wrong with the database. */
export interface EngineFindings {
  /** Names of indexes that are out of step with their tables: these can be made again. */
  readonly indexes: readonly string[];
  /** What cannot be repaired; each a sentence or what the engine said. */
  readonly damage: readonly string[];
}

export async function examineEngine(): Promise<EngineFindings> {
  const { indexes, damage } = engine() === "sqlite" ? await examineSqlite() : await examinePostgresql();
  return { indexes, damage: [...damage, ...(await brokenLinks())] };
}

/** Makes these indexes again from their tables. Throws what the engine says when that cannot be (two rows under one unique key). */
export async function rebuildIndexes(names: readonly string[]): Promise<void> {
  for (const name of names) {
    await db().$executeRawUnsafe(engine() === "sqlite" ? `REINDEX "${name}"` : `REINDEX INDEX "${name}"`);
  }
}

/** What SQLite says of an index that lacks entries or has too many (https://www.sqlite.org/pragma.html#pragma_integrity_check). */
const OUT_OF_STEP =
  /^(?:row \d+ missing from index|wrong # of entries in index|rowid not at end-of-record for row \d+ of index) (.+)$/;

async function examineSqlite(): Promise<EngineFindings> {
  const rows = await db().$queryRawUnsafe<{ integrity_check: string }[]>("PRAGMA integrity_check");
  const indexes = new Set<string>();
  const damage: string[] = [];
  for (const { integrity_check: said } of rows) {
    const index = OUT_OF_STEP.exec(said)?.[1];
    if (index) indexes.add(index);
    else if (said !== "ok") damage.push(said);
  }
  return { indexes: [...indexes], damage };
}

/** With the extension amcheck, which an administrator may install, every index is compared with its table. */
async function examinePostgresql(): Promise<EngineFindings> {
  const installed = await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_extension WHERE extname = 'amcheck'`;
  if (installed.length === 0) return { indexes: [], damage: [] };
  const names = await db().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS "name" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'btree' AND c.relnamespace = current_schema()::regnamespace`;
  const indexes: string[] = [];
  for (const { name } of names) {
    const check = db().$executeRaw`SELECT bt_index_check(format('%I', ${name}::text)::regclass, true)`;
    await check.catch((error: unknown) => {
      if (!isIndexCorruption(error)) throw error;
      indexes.push(name);
    });
  }
  return { indexes, damage: [] };
}

/** PostgreSQL's codes for rows and index entries that do not belong together. */
function isIndexCorruption(error: unknown): boolean {
  return /\bXX00[12]\b/.test(String(error));
}

/** Links between the tables of the glossary. Those of learners' tables are the doctor's, which can repair them. */
const LINKS = [
  { from: "Topic", column: "deckId", to: "Deck" },
  { from: "Concept", column: "deckId", to: "Deck" },
  { from: "Concept", column: "topicId", to: "Topic" },
  { from: "Card", column: "conceptId", to: "Concept" },
] as const;

async function brokenLinks(): Promise<string[]> {
  const damage: string[] = [];
  for (const { from, column, to } of LINKS) {
    const [table, key, parent] = [from, column, to].map((name) => Prisma.raw(`"${name}"`));
    const [row] = await db().$queryRaw<{ broken: number | bigint }[]>`
      SELECT COUNT(*) AS "broken" FROM ${table} f WHERE NOT EXISTS (SELECT 1 FROM ${parent} t WHERE t."id" = f.${key})`;
    const broken = Number(row?.broken ?? 0);
    if (broken > 0)
      damage.push(`${from}.${column}: ${broken} rows name no row of ${to}. npm run seed may bring it back.`);
  }
  return damage;
}
