// COMMIT that fails because another process has the file locked. With a write-ahead log that cannot happen: whoever has begun with BEGIN
// IMMEDIATE holds the one lock that COMMIT needs, and readers hold none against it. The app uses no other journal. The adapter is tried with
// SQLite's older rollback journal, where a single reader makes COMMIT fail, so that it is safe whatever SQLite says at COMMIT.

import assert from "node:assert/strict";
import { join } from "node:path";
import { recordOperations } from "@/lib/data/answers";
import { db } from "@/lib/data/client";
import { isDatabaseAway } from "@/lib/data/database-away";
import { withDatabase } from "@/lib/data/with-database";
import { databaseLocation } from "@/lib/env";
import type { Operation } from "@/lib/srs/types";
import { operationMaker } from "./operations";
import { type OtherProcess, openElsewhere } from "./other-process";
import { openSchool, type Pupil } from "./school";
import { requireStatesOfLog } from "./stored-answers";
import { withFolder } from "./temporary-folder";

const SIZE = { pupils: 4, devices: 1 };
const PATIENCE_MS = 50;

/** Makes `count` COMMITs fail, each with the answers of four learners in it. Returns how many did. @throws AssertionError */
export async function failCommits(count: number, random: () => number): Promise<number> {
  return await withFolder(async (folder) => {
    const file = join(folder, "school.db");
    const location = databaseLocation(`file:${file}`, folder);
    const { cards, pupils } = await openSchool(location, SIZE);
    const makeOperation = operationMaker({ cards, random, nowMs: Date.now });
    return await withDatabase(
      location,
      async () => {
        await db().$queryRawUnsafe("PRAGMA journal_mode = DELETE");
        const other = await openElsewhere(file);
        try {
          for (let round = 0; round < count; round += 1)
            await failOneCommit(
              other,
              pupils.map((pupil) => ({ pupil, op: makeOperation() })),
            );
        } finally {
          await other.end();
        }
        await requireStatesOfLog();
        return count;
      },
      { connectTimeoutMs: PATIENCE_MS },
    );
  });
}

async function failOneCommit(
  other: OtherProcess,
  answers: readonly { readonly pupil: Pupil; readonly op: Operation }[],
): Promise<void> {
  const sentAt = Date.now();
  const record = () =>
    Promise.allSettled(
      answers.map(({ pupil, op }) => recordOperations(pupil.userId, { ops: [op], sentAt, receivedAt: sentAt })),
    );
  const stored = () => db().operation.count({ where: { id: { in: answers.map(({ op }) => op.id) } } });
  await other.run(`BEGIN; SELECT COUNT(*) FROM "Operation"`);
  for (const outcome of await record()) {
    assert.equal(outcome.status, "rejected", "acknowledged though COMMIT had failed");
    assert.ok(isDatabaseAway(outcome.reason), String(outcome.reason));
  }
  assert.equal(await stored(), 0);
  await other.run("COMMIT");
  for (const outcome of await record())
    assert.equal(outcome.status === "fulfilled" && outcome.value[0]?.status, "applied");
  assert.equal(await stored(), answers.length);
}
