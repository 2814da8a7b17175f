// The restore drill: a backup made while answers go on is put in place somewhere else, and everything acknowledged before it is there.
// What is no good is refused and changes nothing, and a restore that is killed leaves the old database or the new one.

import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { useDatabase as serveFrom } from "@/lib/data/client";
import { examineDatabase, hasDifferences } from "@/lib/data/doctor";
import { createDatabase, type Database } from "@/lib/data/engine/database";
import { databaseLocation } from "@/lib/env";
import { GENERAL_SKILLS, type UserId } from "@/lib/srs/types";
import { copyDatabase } from "@/scripts/backup/copy-database.mjs";
import { restoreDatabase } from "@/scripts/restore/restore-database";
import { killedBefore, runScript } from "./run-script";
import { answer, cardId, makeLearner, NOW_MS, writeDeck } from "./small-glossary";

const SLUGS = ["iou", "gradient", "loss", "tensor"];
const CARDS = SLUGS.flatMap((slug) => GENERAL_SKILLS.map((skill) => cardId(slug, skill)));

let folder: string;
let file: string;
let open: Database | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-restore-"));
  file = join(folder, "words.db");
  copyFileSync(inject("sqliteTemplate"), file);
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

function serve(path = file): Database {
  open = createDatabase(databaseLocation(`file:${path}`, folder));
  serveFrom(open);
  return open;
}
async function close(): Promise<void> {
  serveFrom(null);
  await open?.close();
  open = undefined;
}
/** Gives the database a learner with so many answers. */
async function study(answers: number): Promise<void> {
  const { prisma } = open ?? serve();
  if ((await prisma.deck.count()) === 0)
    await writeDeck(
      prisma,
      "core",
      SLUGS.map((slug) => ({ slug })),
    );
  const learner = await makeLearner(prisma);
  for (let count = 0; count < answers; count += 1) await answerOnce(learner, count);
}
async function answerOnce(learner: UserId, count: number): Promise<string> {
  const op = answer(CARDS[count % CARDS.length] ?? cardId("iou"), { answeredAt: NOW_MS - 1_000_000 + count });
  const [result] = await recordOperations(learner, { ops: [op], sentAt: NOW_MS, receivedAt: NOW_MS });
  if (result?.status !== "applied") throw new Error(`an answer was ${result?.status}`);
  return op.id;
}
function answersIn(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare('SELECT COUNT(*) FROM "Operation"').pluck().get();
  } finally {
    database.close();
  }
}
const restore = (backup: string, into = file) => restoreDatabase({ backup, file: into, nowMs: () => NOW_MS });
/** Everything in a folder but locks: path → content. */
function treeOf(root: string): Map<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith(".lock"))
      .map((path) => [path, readFileSync(path, "latin1")]),
  );
}

describe("the restore drill", () => {
  test("every answer acknowledged before the backup began is in it, while eight learners go on answering", async () => {
    const { prisma } = serve();
    await writeDeck(
      prisma,
      "core",
      SLUGS.map((slug) => ({ slug })),
    );
    const acknowledged: string[] = [];
    let going = true;
    const learner = async () => {
      const userId = await makeLearner(prisma);
      for (let count = 0; going; count += 1) acknowledged.push(await answerOnce(userId, count));
    };
    const enough = (count: number) => new Promise<void>((resolve) => whenAcknowledged(acknowledged, count, resolve));
    const learners = Promise.all(Array.from({ length: 8 }, learner));
    await enough(200);

    const before = [...acknowledged];
    const env = { DATABASE_URL: `file:${file}` };
    const backup = join(folder, "drill.db");
    const ran = await runScript("scripts/backup.ts", { args: ["--to", backup], env });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const during = acknowledged.length - before.length;
    await enough(acknowledged.length + 50);
    going = false;
    await learners;
    await close();
    expect(during).toBeGreaterThan(0);

    const elsewhere = join(folder, "elsewhere/words.db");
    const { code, stdout } = await runScript("scripts/restore.ts", {
      args: [backup],
      env: { DATABASE_URL: `file:${elsewhere}` },
    });
    expect(code).toBe(0);
    expect(stdout).toContain("8 learners, ");
    expect(stdout).toContain("Every stored state is what the answer log says.");
    const restored = serve(elsewhere).prisma;
    const there = new Set((await restored.operation.findMany({ select: { id: true } })).map(({ id }) => id));
    expect(before.filter((id) => !there.has(id))).toEqual([]);
    expect([...there].filter((id) => !acknowledged.includes(id)).length).toBeLessThanOrEqual(8);
    const report = await examineDatabase({ repair: false });
    expect(report).toMatchObject({ damage: [], faults: [], learners: 8, operations: there.size });
    expect(hasDifferences(report)).toBe(false);
  });
});

describe("a restore", () => {
  let backup: string;
  beforeEach(async () => {
    await study(3);
    backup = join(folder, "backup.db");
    copyDatabase({ file, target: backup });
    await study(2);
  });

  test("puts the backup in place and keeps what it replaces, the last answers included", async () => {
    await close();
    expect(await restore(backup)).toMatchObject({
      learners: 1,
      answers: 3,
      lastAnsweredAtMs: NOW_MS - 1_000_000 + 2,
      applied: [],
      replaced: join(folder, "replaced-20310506T120000Z"),
    });
    expect(answersIn(file)).toBe(3);
    expect(answersIn(join(folder, "replaced-20310506T120000Z/words.db"))).toBe(5);
    expect(await restore(join(folder, "replaced-20310506T120000Z/words.db"))).toMatchObject({
      answers: 5,
      replaced: join(folder, "replaced-20310506T120000Z-2"),
    });
    await study(1);
    expect(await open?.prisma.operation.count()).toBe(6);
  });

  test("keeps the answers that a killed app had not yet written into the database itself", async () => {
    // The files as they are at this moment, with the log, are what kill -9 leaves.
    const killed = join(folder, "killed.db");
    for (const ending of ["", "-wal"]) copyFileSync(file + ending, killed + ending);
    await close();
    const { replaced } = await restore(backup, killed);
    expect(existsSync(`${killed}-wal`)).toBe(false);
    expect(answersIn(killed)).toBe(3);
    expect(answersIn(join(replaced ?? "", "killed.db"))).toBe(5);
  });

  test("replaces a damaged database, and keeps it with all that lies beside it", async () => {
    await close();
    const damaged = "no database at all".repeat(1_000);
    for (const ending of ["", "-wal", "-shm"]) writeFileSync(file + ending, damaged);
    const { replaced } = await restore(backup);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(answersIn(file)).toBe(3);
    expect(existsSync(join(replaced ?? "", "words.db-shm"))).toBe(true);
    for (const ending of ["", "-wal"])
      expect(readFileSync(join(replaced ?? "", `words.db${ending}`), "utf8")).toBe(damaged);
  });

  test("makes a database where none is", async () => {
    await close();
    const elsewhere = join(folder, "new/words.db");
    expect(await restore(backup, elsewhere)).toMatchObject({ answers: 3, replaced: null });
    expect(readdirSync(join(folder, "new")).sort()).toEqual(["words.db", "words.db.lock"]);
  });

  test("goes where a link to the database leads", async () => {
    await close();
    const link = join(folder, "link/words.db");
    mkdirSync(join(folder, "link"));
    symlinkSync(file, link);
    expect(await restore(backup, link)).toMatchObject({
      answers: 3,
      replaced: join(folder, "replaced-20310506T120000Z"),
    });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(answersIn(file)).toBe(3);
  });

  test("tells what the doctor would repair", async () => {
    await close();
    new SqliteDatabase(backup).exec('UPDATE "CardState" SET "dueDay" = 1').close();
    const { stdout, code } = await runScript("scripts/restore.ts", {
      args: ["backup.db"],
      env: { DATABASE_URL: `file:${file}`, BACKUP_FOLDER: folder },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/The doctor finds in it:\n {2}.+\nnpm run doctor repairs what can be repaired\./);
  });

  test("is refused while the app runs", async () => {
    const args = [backup];
    expect(await runScript("scripts/restore.ts", { args, env: { DATABASE_URL: `file:${file}` } })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is in use by another Termwise process \(process id \d+\)\. Stop that one first/),
    });
    await close();
    expect(answersIn(file)).toBe(5);
  });

  test("is refused while another program reads the database, as a backup does", async () => {
    await close();
    const reader = new SqliteDatabase(file, { readonly: true });
    reader.exec("BEGIN");
    reader.prepare('SELECT COUNT(*) FROM "User"').get();
    await expect(restore(backup)).rejects.toThrow(
      `${file} is in use by another program, perhaps a backup. Try again in a moment.`,
    );
    expect(reader.prepare('SELECT COUNT(*) FROM "Operation"').pluck().get()).toBe(5);
    reader.close();
    expect(readdirSync(folder).filter((name) => /^(restoring|replaced)-/.test(name))).toEqual([]);
    expect(await restore(backup)).toMatchObject({ answers: 3 });
  });

  test.each<[string, (path: string) => void, RegExp]>([
    [
      "is not there",
      (path) => rmSync(path),
      /^There is no file .*backup\.db\. npm run restore -- --list shows backups\.$/,
    ],
    ["is a folder", (path) => replaceBy(path, () => mkdirSync(path)), /backup\.db is not a SQLite database\.$/],
    ["is empty", (path) => truncateSync(path, 0), /backup\.db is not a SQLite database\.$/],
    ["is something else", (path) => writeFileSync(path, "Dear diary"), /backup\.db is not a SQLite database\.$/],
    ["is of another program", (path) => replaceBy(path, () => otherDatabase(path)), /but not one of Termwise\.$/],
    ["is cut off", (path) => truncateSync(path, 100_000), /is damaged and cannot be restored .* Choose another\.$/],
    ["is spoilt", spoilLastPages, /is damaged and cannot be restored .* Choose another\.$/],
    ["has an index that is wrong", spoilIndex, /is damaged and cannot be restored .* Choose another\.$/],
    [
      "is of a newer version",
      (path) => migrationOf(path, "20990101000000_newer"),
      /cannot be restored\. The database was made by a newer version of this app: it has the migration 20990101000000_newer\.$/,
    ],
  ])("of a file that %s is refused, and changes nothing", async (_what, spoil, sentence) => {
    await close();
    spoil(backup);
    const before = treeOf(folder);
    await expect(restore(backup)).rejects.toMatchObject({
      name: "RestoreError",
      message: expect.stringMatching(sentence),
    });
    expect(treeOf(folder)).toEqual(before);
    expect(answersIn(file)).toBe(5);
  });

  test("for which the disk has too little room is refused, and changes nothing", async () => {
    await close();
    truncateSync(backup, 2 ** 43);
    await expect(restore(backup)).rejects.toThrow(/^The disk is full \(.* MB are needed\)\. Free some space/);
    expect(readdirSync(folder).filter((name) => /^(restoring|replaced)-/.test(name))).toEqual([]);
    expect(answersIn(file)).toBe(5);
  });

  test("that is killed leaves the old database or the new one, and loses neither", async () => {
    // As after kill -9 of the app: the last answers stand in the log only.
    const start = join(folder, "start");
    mkdirSync(start);
    for (const ending of ["", "-wal"]) copyFileSync(file + ending, join(start, `words.db${ending}`));
    await close();
    const operations = ["mkdirSync", "linkSync", "renameSync", "fsyncSync"];
    const outcomes: unknown[] = [];
    for (let count = 1; ; count += 1) {
      const place = join(folder, `place-${count}`);
      cpSync(start, place, { recursive: true });
      const killed = await runScript("scripts/restore.ts", {
        args: [backup],
        env: { DATABASE_URL: `file:${place}/words.db` },
        imports: [killedBefore(count, { folder: place, operations })],
      });
      const inPlace = answersIn(join(place, "words.db"));
      outcomes.push(inPlace);
      // The next restore goes through, and then both are there: the backup in its place, the old one among what was replaced.
      const { answers } = await restore(backup, join(place, "words.db"));
      expect(answers).toBe(3);
      const kept = readdirSync(place).filter((name) => name.startsWith("replaced-"));
      expect(kept.map((name) => answersIn(join(place, name, "words.db")))).toContain(5);
      expect(readdirSync(place).filter((name) => name.startsWith("restoring-"))).toEqual([]);
      if (killed.signal === null) break;
    }
    // First the old one, and from one moment on the new one.
    expect(outcomes).toEqual(outcomes.toSorted().toReversed());
    expect(new Set(outcomes)).toEqual(new Set([5, 3]));
    expect(outcomes.length).toBeGreaterThan(8);
  }, 240_000);
});

test("the list of backups says what each holds", async () => {
  const env = { DATABASE_URL: `file:${file}` };
  expect(await runScript("scripts/restore.ts", { args: ["--list"], env })).toMatchObject({
    code: 0,
    stdout: `There are no backups in ${folder}/backups.\n`,
  });
  await study(2);
  await runScript("scripts/backup.ts", { env });
  writeFileSync(join(folder, "backups/words-20310506T110000Z-hourly.db"), "half");
  const { stdout } = await runScript("scripts/restore.ts", { args: ["--list"], env });
  expect(stdout).toMatch(
    /words-\d+T\d+Z-manual\.db {2}\S+ \S+ UTC, npm run backup, 0\.\d MB: 1 learner, 2 answers, the last/,
  );
  expect(stdout).toContain("words-20310506T110000Z-hourly.db  2031-05-06 11:00 UTC, hourly, 0.0 MB: cannot be read");
});

test("npm run restore says what it lacks, and on PostgreSQL gives the command", async () => {
  const run = (args: string[], DATABASE_URL: string) =>
    runScript("scripts/restore.ts", { args, env: { DATABASE_URL } });
  expect(await run([], `file:${file}`)).toMatchObject({
    code: 1,
    stderr: "Say which file to restore: npm run restore -- FILE. npm run restore -- --list shows backups.\n",
  });
  const { code, stderr } = await run(["x"], "postgresql://me:hunter2@db.example.org/words");
  expect(code).toBe(1);
  expect(stderr).toContain("--dbname='postgresql://me@db.example.org/words' termwise.dump");
  expect(stderr).not.toContain("hunter2");
});

/** Calls back at once when an answer is acknowledged and there are so many. */
function whenAcknowledged(acknowledged: readonly string[], count: number, then: () => void): void {
  if (acknowledged.length >= count) then();
  else setImmediate(() => whenAcknowledged(acknowledged, count, then));
}

function replaceBy(path: string, make: () => void): void {
  rmSync(path);
  make();
}

function otherDatabase(path: string): void {
  new SqliteDatabase(path).exec("CREATE TABLE recipe (name TEXT)").close();
}

function migrationOf(path: string, name: string): void {
  const database = new SqliteDatabase(path);
  database.prepare('UPDATE "_prisma_migrations" SET "migration_name" = ?').run(name);
  database.close();
}

function spoilLastPages(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, Math.floor(bytes.length / 2));
  writeFileSync(path, bytes);
}

/** The rows stay readable; only the check of the indexes tells. */
function spoilIndex(path: string): void {
  const database = new SqliteDatabase(path);
  database.unsafeMode(true);
  database.pragma("writable_schema = ON");
  database.exec(`UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'User_email_key')
    WHERE name = 'User_username_key'`);
  database.close();
}
