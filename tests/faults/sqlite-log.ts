import assert from "node:assert/strict";
import Database from "better-sqlite3";
import type { OperationId } from "@/lib/srs/types";

/** Looks into a SQLite file beside whoever has it open: reads, and takes no lock that another would wait for. */
export function readSqlite<Result>(file: string, read: (database: Database.Database) => Result): Result {
  const database = new Database(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/**
 * The ids in the log. A learner's id is counted once by the table's key; that two learners share one is checked here.
 *
 * @throws AssertionError when the file is not sound
 */
export function storedIds(file: string): Set<OperationId> {
  return readSqlite(file, (database) => {
    assert.equal(database.pragma("integrity_check", { simple: true }), "ok");
    const ids = database.prepare('SELECT "id" FROM "Operation"').pluck().all() as OperationId[];
    const stored = new Set(ids);
    assert.equal(stored.size, ids.length, "an operation is in the log twice");
    return stored;
  });
}
