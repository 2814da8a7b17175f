// The built app backs its database up by itself, while people answer; what it made can be restored once it has stopped.

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerNext, enterAsGuest } from "../access/people";
import { runScript } from "../contract/run-script";
import { startServer, type TestServer } from "../server";

const HOUR_MS = 3_600_000;

let folder: string;
let server: TestServer;
let env: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "termwise-backup-"));
  env = { DATABASE_URL: `file:${join(folder, "words.db")}`, BACKUP_FOLDER: join(folder, "copies") };
  server = await startServer({ env });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function hourly(): string[] {
  const copies = join(folder, "copies");
  const names = existsSync(copies) ? readdirSync(copies) : [];
  return names.filter((name) => name.endsWith("-hourly.db")).map((name) => join(copies, name));
}
async function untilMade(count: number): Promise<string[]> {
  while (hourly().length < count) await new Promise((resolve) => setTimeout(resolve, 50));
  return hourly();
}
function answersIn(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    return database.prepare('SELECT COUNT(*) FROM "Operation"').pluck().get();
  } finally {
    database.close();
  }
}

test("an hour later there is a second copy, with what was answered since", async () => {
  await untilMade(1);
  const { client } = await enterAsGuest(server.baseUrl);
  for (let count = 0; count < 3; count += 1) await answerNext(client);
  server.setClockOffset(HOUR_MS);
  const [, second = ""] = await untilMade(2);
  expect(answersIn(second)).toBe(3);
  expect(server.output()).toContain("backup made");

  await answerNext(client);
  expect(await runScript("scripts/backup.ts", { env })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/1 learner, 4 answers, the last on /),
  });
  expect(await runScript("scripts/restore.ts", { args: [second], env })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is in use by another Termwise process"),
  });
  await server.stop();
  expect(await runScript("scripts/restore.ts", { args: [second], env })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/: 1 learner, 3 answers, .*\n.*kept in .*replaced-.*\nEvery stored state is/),
  });
  expect(answersIn(join(folder, "words.db"))).toBe(3);
});
