import "server-only";
import { db, engine } from "./client";

/** What the engine's own checks find wrong with the database; empty when it is sound. Each a sentence or what the engine said. */
export async function findDamage(): Promise<string[]> {
  const ofEngine = engine() === "sqlite" ? await sqliteDamage() : await postgresqlDamage();
  return [...ofEngine, ...(await brokenLinks())];
}

async function sqliteDamage(): Promise<string[]> {
  const pages = await db().$queryRawUnsafe<{ integrity_check: string }[]>("PRAGMA integrity_check");
  const links = await db().$queryRawUnsafe<{ table: string; parent: string }[]>("PRAGMA foreign_key_check");
  return [
    ...pages.flatMap(({ integrity_check: said }) => (said === "ok" ? [] : [said])),
    ...links.map(({ table, parent }) => `A row of ${table} points to a row of ${parent} that does not exist.`),
  ];
}

/** With the extension amcheck, which an administrator may install, every index is compared with its table. */
async function postgresqlDamage(): Promise<string[]> {
  const installed = await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_extension WHERE extname = 'amcheck'`;
  if (installed.length === 0) return [];
  const indexes = await db().$queryRaw<{ name: string }[]>`
    SELECT c.oid::regclass::text AS "name" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'btree' AND c.relnamespace = current_schema()::regnamespace`;
  const damage: string[] = [];
  for (const { name } of indexes) {
    try {
      await db().$executeRaw`SELECT bt_index_check(${name}::regclass, true)`;
    } catch (error) {
      damage.push(`${name}: ${String(error)}`);
    }
  }
  return damage;
}

/** Links that no foreign key guards, because tables of learners may be spread over machines, and those that one does. */
const LINKS = [
  { from: "Topic", column: "deckId", to: "Deck" },
  { from: "Concept", column: "deckId", to: "Deck" },
  { from: "Concept", column: "topicId", to: "Topic" },
  { from: "Card", column: "conceptId", to: "Concept" },
  { from: "CardState", column: "conceptId", to: "Concept" },
  { from: "LearnerDeck", column: "deckId", to: "Deck" },
  { from: "LearnerSettings", column: "userId", to: "User" },
  { from: "ProviderAccount", column: "userId", to: "User" },
] as const;

async function brokenLinks(): Promise<string[]> {
  const damage: string[] = [];
  for (const { from, column, to } of LINKS) {
    const [row] = await db().$queryRawUnsafe<{ broken: number | bigint }[]>(
      `SELECT COUNT(*) AS "broken" FROM "${from}" f WHERE NOT EXISTS (SELECT 1 FROM "${to}" t WHERE t."id" = f."${column}")`,
    );
    const broken = Number(row?.broken ?? 0);
    if (broken > 0) damage.push(`${from}.${column}: ${broken} rows name no row of ${to}.`);
  }
  return damage;
}
