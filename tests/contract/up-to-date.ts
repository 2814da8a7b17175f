import { expect } from "vitest";
import type { DatabaseLocation } from "@/lib/env";
import type { Migration } from "@/prisma/migration-files";
import { diagnoseHistory, diffToSchema } from "@/prisma/schema-engine";

/** That a database is what the schema says, and that its record of these migrations is clean. */
export async function expectUpToDate(location: DatabaseLocation, migrations: readonly Migration[]): Promise<void> {
  expect(await diffToSchema(location)).toBeNull();
  expect(await diagnoseHistory(location, migrations)).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    history: null,
  });
}
