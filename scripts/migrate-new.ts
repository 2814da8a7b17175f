// `npm run migrate:new -- name`: writes what leads from the migrations so far to prisma/schema.prisma, for both engines. Migrations that
// were released never change: a database that has run one would refuse it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nowMs } from "@/lib/clock";
import type { DatabaseLocation } from "@/lib/env";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { diffToSchema } from "@/prisma/schema-engine";
import { startPostgres } from "./embedded-postgres";

const ENGINES = ["sqlite", "postgresql"] as const;

async function main(): Promise<void> {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Error("Name the migration in small letters: npm run migrate:new -- add_decks");
  const scripts = await diffBoth();
  const stamp = new Date(nowMs()).toISOString().replace(/\D/g, "").slice(0, 14);
  for (const engine of ENGINES) {
    const sql = scripts[engine];
    if (sql === null) {
      console.log(`${engine}: nothing has changed.`);
      continue;
    }
    const folder = join(MIGRATIONS_FOLDER, engine, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    writeFileSync(
      join(MIGRATIONS_FOLDER, engine, "migration_lock.toml"),
      `# The engine of these migrations, for Prisma's own commands.\nprovider = "${engine}"\n`,
    );
    console.log(`${engine}: wrote ${folder}. Read it before you commit it.`);
  }
}

/** Applies the migrations so far to empty databases and compares these with the schema. */
async function diffBoth(): Promise<Record<(typeof ENGINES)[number], string | null>> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-migrate-"));
  const server = await startPostgres();
  try {
    const file = join(folder, "diff.db");
    const sqlite: DatabaseLocation = { engine: "sqlite", file, url: `file:${file}` };
    const postgresql: DatabaseLocation = { engine: "postgresql", url: server.url("postgres") };
    await migrate({ database: sqlite, nowMs });
    await migrate({ database: postgresql, nowMs });
    return { sqlite: await diffToSchema(sqlite), postgresql: await diffToSchema(postgresql) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
