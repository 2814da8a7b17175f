import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One folder of prisma/migrations/<engine>. */
export interface Migration {
  /** "<yyyymmddhhmmss>_<name>"; their order as text is the order in which they are applied. */
  readonly name: string;
  readonly sql: string;
  /** sha256 of migration.sql in hexadecimal, as `prisma migrate deploy` records it. */
  readonly checksum: string;
}

/** A row of _prisma_migrations that has not been rolled back. */
export interface RecordedMigration {
  readonly name: string;
  readonly checksum: string;
  /** false: it was begun by another tool and never ended. */
  readonly finished: boolean;
}

/** The migrations cannot be applied as they are. The message is for a person. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** The migrations of one engine, oldest first. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name, "migration.sql"));
    return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
  });
}

/**
 * What is still to be applied.
 *
 * @throws MigrationError when the database and the folder tell different histories
 */
export function pendingMigrations(
  migrations: readonly Migration[],
  recorded: readonly RecordedMigration[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of recorded) {
    const migration = known.get(name);
    if (!finished)
      throw new MigrationError(
        `The migration ${name} was begun but not finished. Restore the database from its backup.`,
      );
    if (!migration)
      throw new MigrationError(`The database was made by a newer version of this app: it has the migration ${name}.`);
    if (migration.checksum !== checksum)
      throw new MigrationError(`The migration ${name} has been changed since it was applied.`);
  }
  const done = new Set(recorded.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}
