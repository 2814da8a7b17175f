import { existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type DoctorReport, examineDatabase } from "@/lib/data/doctor";
import { lockDatabaseFile } from "@/lib/data/engine/process-lock";
import { withDatabase } from "@/lib/data/with-database";
import { migrate } from "@/prisma/migrate";
import { contentsOf } from "@/scripts/backup/copy-database.mjs";
import { stageBackup } from "./stage-backup";
import { prepareWorkFolder, swapDatabase } from "./swap-database";

export interface Restored {
  readonly learners: number;
  readonly answers: number;
  readonly lastAnsweredAtMs: number | null;
  /** Names of the migrations that the backup did not have yet. */
  readonly applied: readonly string[];
  /** The folder with what stood in the place before; null: nothing did. */
  readonly replaced: string | null;
  /** What the doctor says of the restored database; it has repaired nothing. */
  readonly report: DoctorReport;
}

/**
 * Puts a backup in the place of a database file. The copy is checked, migrated and examined before it takes that place; until then, and
 * when anything fails, the old database stays as it is.
 *
 * @throws RestoreError when the backup is no good; DatabaseInUseError while the app runs
 */
export async function restoreDatabase(options: {
  readonly backup: string;
  /** Absolute path of the database; it need not exist. */
  readonly file: string;
  readonly nowMs: () => number;
}): Promise<Restored> {
  const { backup, nowMs } = options;
  mkdirSync(dirname(options.file), { recursive: true });
  const unlock = lockDatabaseFile(options.file);
  // Where SQLite keeps the log, when the path is a link to somewhere else.
  const file = existsSync(options.file) ? realpathSync(options.file) : options.file;
  const time = new Date(nowMs()).toISOString().replace(/[-:]|\.\d+/g, "");
  try {
    const work = prepareWorkFolder(file, time);
    try {
      const staged = join(work, basename(file));
      stageBackup(backup, staged);
      const applied = await migrate({ database: { engine: "sqlite", file: staged, url: `file:${staged}` }, nowMs });
      const report = await examine(staged);
      const contents = readContents(staged);
      return { ...contents, applied, report, replaced: swapDatabase({ file, staged, time }) };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

function examine(file: string): Promise<DoctorReport> {
  return withDatabase({ engine: "sqlite", file, url: `file:${file}` }, () => examineDatabase({ repair: false }));
}

function readContents(file: string) {
  // Not read-only: the last connection to be closed removes the log.
  const database = new Database(file);
  try {
    return contentsOf(database);
  } finally {
    database.close();
  }
}
