import "server-only";
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { nowMs } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { copyFailureOf, describeCopyFailure } from "./backup-failure";
import { type BackupPlace, backupName, listBackups, removeSurplusBackups } from "./backup-files";
import { copyInProcess } from "./copy-in-process";
import { isBackupDue, latestFirst } from "./retention";

/** How often it is looked whether the hour is over: two or three questions to the file system. */
const LOOK_EVERY_MS = 10_000;
const RETRY_AFTER_MS = 600_000;

const slot = Symbol.for("termwise.hourly-backups");
/** On globalThis, because a bundler may keep several copies of this module. */
const scope = globalThis as { [slot]?: NodeJS.Timeout };

/** From now on backs the SQLite database up once an hour while it is in use. Nothing on PostgreSQL, and when BACKUP_FOLDER says none. */
export function startHourlyBackups(): void {
  const { database, backupFolder } = env();
  if (database.engine !== "sqlite" || backupFolder === null || scope[slot]) return;
  const backups = new HourlyBackups({ file: database.file, folder: backupFolder });
  scope[slot] = setInterval(() => void backups.look(), LOOK_EVERY_MS);
  // It keeps no process alive.
  scope[slot].unref();
}

/** One database's backups. None of its methods throws: the app goes on without backups, and the log says what to do. */
export class HourlyBackups {
  readonly #place: BackupPlace;
  #running = false;
  #failedAtMs: number | null = null;

  constructor(place: BackupPlace) {
    this.#place = place;
  }

  /** Makes a backup if it is time for one, and removes those that are no longer kept. Resolves with whether it made one. */
  async look(): Promise<boolean> {
    if (this.#running || this.#isResting()) return false;
    this.#running = true;
    try {
      return (await this.#isDue()) && (await this.#backUp());
    } catch (error) {
      const { folder } = this.#place;
      const failure = copyFailureOf(error);
      log().warn({ err: error }, failure ? describeCopyFailure(failure, folder) : "No backup was made.");
      this.#failedAtMs = nowMs();
      return false;
    } finally {
      this.#running = false;
    }
  }

  #isResting(): boolean {
    const restedMs = nowMs() - (this.#failedAtMs ?? Number.NEGATIVE_INFINITY);
    return restedMs >= 0 && restedMs < RETRY_AFTER_MS;
  }

  async #isDue(): Promise<boolean> {
    const { file } = this.#place;
    if (!existsSync(file)) return false;
    const changedAtMs = await changedAtMsOf(file);
    const hourly = listBackups(this.#place).filter(({ kind }) => kind === "hourly");
    return isBackupDue(latestFirst(hourly, nowMs())[0], { changedAtMs, nowMs: nowMs() });
  }

  async #backUp(): Promise<boolean> {
    const startedAtMs = nowMs();
    const made = await copyInProcess(this.#place, backupName(this.#place.file, "hourly", startedAtMs));
    if ("code" in made) {
      this.#failedAtMs = nowMs();
      log().warn({ code: made.code }, describeCopyFailure(made, this.#place.folder));
      return false;
    }
    this.#failedAtMs = null;
    await removeSurplusBackups(this.#place, nowMs());
    const { path, bytes, learners, answers } = made;
    log().info({ path, bytes, learners, answers, tookMs: nowMs() - startedAtMs }, "backup made");
    return true;
  }
}

/** As `changedAtMs` of scripts/backup/copy-database.mjs, which stamps its copies with it. */
async function changedAtMsOf(file: string): Promise<number> {
  const [main, log] = await Promise.all([stat(file), stat(`${file}-wal`).catch(() => null)]);
  return Math.round(Math.max(main.mtimeMs, log === null || log.size === 0 ? 0 : log.mtimeMs));
}
