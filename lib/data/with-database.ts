import "server-only";
import type { DatabaseLocation } from "@/lib/env";
import { useDatabase as serveFrom } from "./client";
import { createDatabase, type Database, type DatabaseOptions } from "./engine/database";

/**
 * Opens a database that `db()` answers with while `use` runs, and closes it. For commands, which have one thing to do; on SQLite no server
 * may have the file.
 *
 * @throws DatabaseInUseError, and what `use` throws
 */
export async function withDatabase<Result>(
  location: DatabaseLocation,
  use: (database: Database) => Promise<Result>,
  options: Partial<DatabaseOptions> = {},
): Promise<Result> {
  const database = createDatabase(location, options);
  serveFrom(database);
  try {
    return await use(database);
  } finally {
    serveFrom(null);
    await database.close();
  }
}
