// Once for the whole contract suite: a PostgreSQL server, and on each engine one migrated database that every test file copies.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { databaseLocation } from "../../lib/env";
import { migrate } from "../../prisma/migrate";
import { startPostgres } from "../../scripts/embedded-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a database on the suite's PostgreSQL server, with DATABASE in place of its name. */
    readonly postgresUrl: string;
    /** A migrated SQLite file. */
    readonly sqliteTemplate: string;
  }
}

/** The name of the migrated PostgreSQL database. */
const TEMPLATE = "template_migrated";
/** Migrations of tests happen at a fixed time. */
const MIGRATED_AT_MS = Date.UTC(2026, 0, 1);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-contract-"));
  const server = await startPostgres();
  try {
    const nowMs = () => MIGRATED_AT_MS;
    const sqlite = databaseLocation(`file:${join(folder, "template.db")}`, folder);
    const postgresql = databaseLocation(server.url(TEMPLATE), folder);
    await server.createDatabase(TEMPLATE);
    await migrate({ database: sqlite, nowMs });
    await migrate({ database: postgresql, nowMs });
    project.provide("sqliteTemplate", join(folder, "template.db"));
    project.provide("postgresUrl", server.url("DATABASE"));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
