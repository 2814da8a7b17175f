import type Database from "better-sqlite3";

/** Rows of one table, by the names of their columns. */
export function inserter(database: Database.Database, table: string): (row: Record<string, unknown>) => void {
  let statement: Database.Statement | undefined;
  return (row) => {
    const columns = Object.keys(row);
    statement ??= database.prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) VALUES (${columns.map((column) => `@${column}`).join(", ")})`,
    );
    statement.run(row);
  };
}
