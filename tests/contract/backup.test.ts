// Automatic backups of a SQLite database that is in use.

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { describeCopyFailure } from "@/lib/data/backup/backup-failure";
import { backupName, listBackups } from "@/lib/data/backup/backup-files";
import { HourlyBackups } from "@/lib/data/backup/hourly-backups";
import { useDatabase } from "@/lib/data/client";
import { createDatabase, type Database } from "@/lib/data/engine/database";
import { log } from "@/lib/log";
import { MIGRATIONS_FOLDER, migrate } from "@/prisma/migrate";
import { copyDatabase } from "@/scripts/backup/copy-database.mjs";
import { type FreshDatabase, makeDatabase } from "./harness";
import { killedBefore, ROOT, runNode, runScript } from "./run-script";
import { makeLearner, NOW_MS, writeDeck } from "./small-glossary";

const HOUR_MS = 3_600_000;
const COPY_PROCESS = join(ROOT, "scripts/backup/copy-process.mjs");

let fresh: FreshDatabase;
let database: Database;
let file: string;
let folder: string;
beforeEach(async () => {
  fresh = await makeDatabase("sqlite");
  file = fresh.location.url.replace(/^file:/, "");
  folder = join(file, "../backups");
  database = createDatabase(fresh.location);
  useDatabase(database);
  await writeDeck(database.prisma, "core", [{ slug: "iou" }]);
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(NOW_MS);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  useDatabase(null);
  await database.close();
  await fresh.remove();
});

const write = () => makeLearner(database.prisma);
const backups = () => listBackups({ file, folder });
const names = () => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : []);
/** As if the last write had been a while ago; what was written in the very moment of a copy is copied again. */
function letTimePass(): void {
  for (const path of [file, `${file}-wal`]) if (existsSync(path)) utimesSync(path, 1_000_000, 1_000_000);
}
function learnersIn(path: string): unknown {
  const copy = new SqliteDatabase(path, { readonly: true });
  try {
    return copy.prepare('SELECT COUNT(*) FROM "User"').pluck().get();
  } finally {
    copy.close();
  }
}
describe("hourly backups", () => {
  test("are made while the app has the database open, whole, and for its owner alone", async () => {
    await write();
    expect(await new HourlyBackups({ file, folder }).look()).toBe(true);
    expect(names()).toEqual(["test-20310506T120000Z-hourly.db"]);
    const [backup] = backups();
    expect(backup).toMatchObject({ kind: "hourly", madeAtMs: NOW_MS });
    expect(learnersIn(backup?.path ?? "")).toBe(1);
    expect(statSync(backup?.path ?? "").mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("are made once an hour, and only when something was written since", async () => {
    const hourly = new HourlyBackups({ file, folder });
    letTimePass();
    expect(await hourly.look()).toBe(true);
    vi.setSystemTime(NOW_MS + 5 * HOUR_MS);
    expect(await hourly.look()).toBe(false);
    await write();
    expect(await hourly.look()).toBe(true);
    await write();
    vi.setSystemTime(NOW_MS + 6 * HOUR_MS - 1);
    expect(await hourly.look()).toBe(false);
    vi.setSystemTime(NOW_MS + 6 * HOUR_MS);
    expect(await hourly.look()).toBe(true);
    expect(backups().map(({ path }) => learnersIn(path))).toEqual([0, 1, 2]);
  });

  test("know after a restart what the last one holds", async () => {
    letTimePass();
    expect(await new HourlyBackups({ file, folder }).look()).toBe(true);
    vi.setSystemTime(NOW_MS + HOUR_MS);
    expect(await new HourlyBackups({ file, folder }).look()).toBe(false);
  });

  test("are not made twice at a time", async () => {
    const hourly = new HourlyBackups({ file, folder });
    expect(await Promise.all([hourly.look(), hourly.look()])).toEqual([true, false]);
  });

  test("remove those that are no longer kept, and nothing else", async () => {
    mkdirSync(folder);
    const old = Array.from({ length: 60 }, (_, hour) => backupName(file, "hourly", NOW_MS - (hour + 1) * HOUR_MS));
    const others = [
      backupName(file, "manual", 0),
      backupName("/other.db", "hourly", 0),
      "notes.txt",
      "test-x-hourly.db",
    ];
    for (const name of [...old, ...others]) writeFileSync(join(folder, name), "");
    letTimePass();
    expect(await new HourlyBackups({ file, folder }).look()).toBe(true);
    const left = names();
    expect(left).toEqual(expect.arrayContaining(others));
    // 24 hours, of today and yesterday, and the last of the day before.
    expect(left.filter((name) => old.slice(0, 23).includes(name))).toHaveLength(23);
    expect(left).toHaveLength(others.length + 24 + 1);
  });
});

describe("a backup that cannot be made", () => {
  test("is told in the log with what to do; the app goes on, and it is tried again later", async () => {
    const said: string[] = [];
    vi.spyOn(log(), "warn").mockImplementation((_facts: unknown, sentence?: string) => void said.push(sentence ?? ""));
    writeFileSync(folder, "a file where the folder should be");
    const hourly = new HourlyBackups({ file, folder });
    expect(await hourly.look()).toBe(false);
    expect(said).toEqual([
      expect.stringMatching(
        /^No backup was made: .*backups cannot be written \(.*\)\. Give this user the right to, or set BACKUP_FOLDER to another folder\.$/,
      ),
    ]);
    await write();
    expect(await database.prisma.user.count()).toBe(1);
    rmSync(folder);
    expect(await hourly.look()).toBe(false);
    vi.setSystemTime(NOW_MS + 600_000);
    expect(await hourly.look()).toBe(true);
    expect(said).toHaveLength(1);
  });

  test("because the disk has too little room is not begun", async () => {
    const huge = join(file, "../huge.db");
    copyDatabase({ file, target: huge });
    truncateSync(huge, 2 ** 43);
    const { code, stdout } = await runNode([COPY_PROCESS, huge, folder, "copy.db"]);
    expect(code).toBe(1);
    const failure = JSON.parse(stdout);
    expect(failure).toMatchObject({ code: "ENOSPC", message: expect.stringMatching(/ MB free, \d+ MB are needed$/) });
    expect(describeCopyFailure(failure, folder)).toMatch(/the disk is full .* Free some space/);
    expect(names()).toEqual([]);
  });

  test("because writing fails half-way leaves nothing half", async () => {
    await database.prisma.meta.create({ data: { key: "long", value: "x".repeat(2_000_000) } });
    // No file of this process may become larger than 500 blocks of 512 or 1,024 bytes.
    const limited = `ulimit -f 500 && exec ${[process.execPath, COPY_PROCESS, file, folder, "copy.db"].map(quoted).join(" ")}`;
    const { status, stdout } = spawnSync("sh", ["-c", limited], { encoding: "utf8" });
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 1, code: expect.stringMatching(/^SQLITE_/) });
    expect(names()).toEqual([]);
  });

  test("because the database is damaged is not made, and says so", async () => {
    const broken = join(file, "../broken.db");
    copyDatabase({ file, target: broken });
    spoilPages(broken);
    const { stdout } = await runNode([COPY_PROCESS, broken, folder, "copy.db"]);
    expect(describeCopyFailure(JSON.parse(stdout), folder)).toMatch(/^No backup was made: the database is damaged/);
    expect(names()).toEqual([]);
  });

  test("because its process is killed never looks like one; the next removes what is left", async () => {
    await write();
    const operations = ["openSync", "fsyncSync", "utimesSync", "renameSync"];
    const left: string[][] = [];
    for (let count = 1; ; count += 1) {
      const { signal } = await runNode([
        "--import",
        killedBefore(count, { folder, operations }),
        ...[COPY_PROCESS, file, folder, "test-20310506T120000Z-hourly.db"],
      ]);
      if (signal === null) break;
      left.push(names());
      for (const { path } of backups()) expect(learnersIn(path)).toBe(1);
      expect(await database.prisma.user.count()).toBe(1);
      for (const { path } of backups()) rmSync(path);
    }
    // Before the copy, with half of it, with all of it, checked, and under its name.
    expect(left.length).toBeGreaterThan(4);
    expect(left.some(([name]) => name?.endsWith(".partial"))).toBe(true);
    expect(left.some(([name]) => name?.endsWith(".db"))).toBe(true);
    expect(names()).toEqual(["test-20310506T120000Z-hourly.db"]);
  });
});

describe("npm run backup", () => {
  const backup = (...args: string[]) => runScript("scripts/backup.ts", { args, env: { DATABASE_URL: `file:${file}` } });

  test("works while the app has the database, and says where the copy is and what it holds", async () => {
    await write();
    const { code, stdout, stderr } = await backup();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [made] = backups();
    expect(made).toMatchObject({ kind: "manual" });
    expect(stdout).toMatch(/^Backed up to (.*) \(\d+\.\d MB\): 1 learner, 0 answers\.\n$/);
    expect(stdout).toContain(made?.path);
    expect(learnersIn(made?.path ?? "")).toBe(1);
  });

  test("writes to the file it is told, and over none", async () => {
    const target = join(file, "../mine.db");
    expect(await backup("--to", target)).toMatchObject({ code: 0, stdout: expect.stringContaining(target) });
    expect(learnersIn(target)).toBe(0);
    expect(await backup("--to", target)).toMatchObject({
      code: 1,
      stderr: `No backup was made: ${target} exists already. Choose another name.\n`,
    });
    expect(await backup("--into", target)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Unknown option '--into'/),
    });
  });

  test("says that there is no database yet, or that it is told no place", async () => {
    const env = { DATABASE_URL: `file:${folder}/none.db` };
    expect(await runScript("scripts/backup.ts", { env })).toMatchObject({
      code: 1,
      stderr: `There is no database at ${folder}/none.db yet; npm start makes it.\n`,
    });
    const nowhere = { DATABASE_URL: `file:${file}`, BACKUP_FOLDER: "none" };
    expect(await runScript("scripts/backup.ts", { env: nowhere })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("npm run backup -- --to FILE"),
    });
  });

  test("on PostgreSQL gives the command that does it, without the password", async () => {
    const DATABASE_URL = "postgresql://me:hunter2@db.example.org:5433/words?schema=lessons&sslmode=require";
    const { code, stderr } = await runScript("scripts/backup.ts", { env: { DATABASE_URL } });
    expect(code).toBe(1);
    expect(stderr).toContain(
      "pg_dump --format=custom --schema=lessons --file=termwise.dump --dbname='postgresql://me@db.example.org:5433/words?sslmode=require'",
    );
    expect(stderr).not.toContain("hunter2");
  });
});

describe("before a migration", () => {
  let migrations: string;
  beforeEach(() => {
    migrations = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
    cpSync(MIGRATIONS_FOLDER, migrations, { recursive: true });
  });
  afterEach(() => rmSync(migrations, { recursive: true }));
  const add = (name: string, sql: string) => {
    mkdirSync(join(migrations, "sqlite", name));
    writeFileSync(join(migrations, "sqlite", name, "migration.sql"), sql);
  };
  const run = (location = fresh.location) =>
    migrate({ database: location, nowMs: Date.now, folder: migrations, backupFolder: folder });

  test("the database is copied as it is", async () => {
    await write();
    await database.close();
    add("20990101000000_later", `DELETE FROM "User"`);
    await run();
    expect(names()).toEqual(["test-20310506T120000Z-migration.db"]);
    expect([learnersIn(join(folder, names()[0] ?? "")), learnersIn(file)]).toEqual([1, 0]);
    expect(await run()).toEqual([]);
    expect(names()).toHaveLength(1);
  });

  test("a new database is not", async () => {
    const empty = await makeDatabase("sqlite", { migrated: false });
    expect(await run(empty.location)).not.toEqual([]);
    expect(names()).toEqual([]);
    await empty.remove();
  });

  test("it is not copied again and again while a migration fails", async () => {
    await database.close();
    letTimePass();
    add("20990101000000_broken", `INSERT INTO "Nowhere" VALUES (1)`);
    for (let hour = 0; hour < 3; hour += 1) {
      vi.setSystemTime(NOW_MS + hour * HOUR_MS);
      await expect(run()).rejects.toThrow("failed and was taken back");
    }
    expect(names()).toEqual(["test-20310506T120000Z-migration.db"]);
  });

  test("only the last five such copies are kept", async () => {
    await database.close();
    for (let year = 0; year < 7; year += 1) {
      vi.setSystemTime(Date.UTC(2040 + year, 0, 1));
      add(`20990101000000_${year}`, `INSERT INTO "Meta" VALUES ('year-${year}', '')`);
      await run();
    }
    expect(names().map((name) => name.slice(5, 9))).toEqual(["2042", "2043", "2044", "2045", "2046"]);
  });

  test("without a copy nothing is applied", async () => {
    await database.close();
    writeFileSync(folder, "a file where the folder should be");
    add("20990101000000_later", `DELETE FROM "Meta"`);
    await expect(run()).rejects.toThrow(
      /^The database was not migrated, because it is backed up first\. No backup was made: .* BACKUP_FOLDER=none goes on without\.$/,
    );
    expect(await migrate({ database: fresh.location, nowMs: Date.now, folder: migrations })).toEqual([
      "20990101000000_later",
    ]);
  });
});

/** Overwrites every page but the first. */
function spoilPages(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4_096);
  writeFileSync(path, bytes);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
