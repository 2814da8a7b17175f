// What must hold of the log, compared with what the class made and was told.

import assert from "node:assert/strict";
import Database from "better-sqlite3";
import { db } from "@/lib/data/client";
import { examineDatabase, hasDifferences, needsHelp } from "@/lib/data/doctor";
import { withDatabase } from "@/lib/data/with-database";
import type { DatabaseLocation } from "@/lib/env";
import type { OperationId } from "@/lib/srs/types";
import { type Account, acknowledgedBy, sumOver } from "./class-at-work";

/**
 * The file is sound and every acknowledged operation is in it. Looks in beside whoever has it open: reads only.
 *
 * @throws AssertionError
 */
export function requireKept(file: string, seats: readonly Account[]): void {
  const database = new Database(file, { readonly: true });
  try {
    assert.equal(database.pragma("integrity_check", { simple: true }), "ok");
    const ids = database.prepare('SELECT "id" FROM "Operation"').pluck().all() as OperationId[];
    requireAcknowledged(ids, seats);
  } finally {
    database.close();
  }
}

/** @throws AssertionError when an acknowledged operation is not among the stored ones, or one is stored twice */
export function requireAcknowledged(storedIds: readonly OperationId[], seats: readonly Account[]): void {
  const stored = new Set(storedIds);
  const lost = acknowledgedBy(seats).filter((id) => !stored.has(id));
  assert.deepEqual(lost, [], "acknowledged answers are gone");
  assert.equal(stored.size, storedIds.length, "an answer is stored twice");
}

/**
 * At the end, when nothing is pending and no server runs: the log is what was made, no more, no less, and every stored state is its fold.
 *
 * @throws AssertionError
 */
export async function requireExactly(location: DatabaseLocation, seats: readonly Account[]): Promise<void> {
  assert.equal(
    sumOver(seats, ({ pending }) => pending.length),
    0,
  );
  await withDatabase(location, async () => {
    const rows = await db().operation.findMany({ select: { id: true } });
    const ids = rows.map(({ id }) => id as OperationId);
    requireAcknowledged(ids, seats);
    assert.equal(
      ids.length,
      sumOver(seats, ({ made }) => made),
      "the log holds what nobody made",
    );
    await requireStatesOfLog();
  });
}

/** What the doctor says of the database that is open: nothing to mend. @throws AssertionError */
export async function requireStatesOfLog(): Promise<void> {
  const report = await examineDatabase({ repair: false });
  const sound = !needsHelp(report) && !hasDifferences(report);
  assert.ok(sound, `not what the log says: ${JSON.stringify(report)}`);
}
