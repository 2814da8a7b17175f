// `npm run restore -- FILE`: puts a backup of the SQLite database in its place, while the app is stopped. `-- --list` shows the backups.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { nowMs } from "@/lib/clock";
import { type BackupFile, type BackupPlace, listBackups } from "@/lib/data/backup/backup-files";
import { latestFirst } from "@/lib/data/backup/retention";
import { hasDifferences } from "@/lib/data/doctor";
import { env } from "@/lib/env";
import { contentsOf } from "./backup/copy-database.mjs";
import { describeContents, inMegabytes, minuteOf } from "./backup/describe-contents";
import { restoreCommand } from "./backup/postgresql-commands";
import { type Restored, restoreDatabase } from "./restore/restore-database";
import { RestoreError } from "./restore/restore-error";
import { runCommand } from "./run-command";

const MADE_FOR = { hourly: "hourly", migration: "before a migration", manual: "npm run backup" } as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { list: { type: "boolean" } }, allowPositionals: true });
  const { database, backupFolder } = env();
  if (database.engine === "postgresql")
    throw new RestoreError(
      `The database is on PostgreSQL, whose own program restores it. Stop every server, then:\n  ${restoreCommand(database.url)}`,
    );
  const place = backupFolder === null ? null : { file: database.file, folder: backupFolder };
  if (values.list) {
    list(place);
    return 0;
  }
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0)
    throw new RestoreError(
      "Say which file to restore: npm run restore -- FILE. npm run restore -- --list shows backups.",
    );
  const backup = find(named, place);
  console.log(`Checking ${backup}.`);
  tell(await restoreDatabase({ backup, file: database.file, nowMs }), { backup, file: database.file });
  return 0;
});

/** A path from where the person is (npm runs scripts in the project's folder), or the bare name of a backup. */
function find(named: string, place: BackupPlace | null): string {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  const inFolder = place === null ? null : join(place.folder, named);
  return !existsSync(path) && inFolder !== null && existsSync(inFolder) ? inFolder : path;
}

function list(place: BackupPlace | null): void {
  const backups = place === null ? [] : latestFirst(listBackups(place), nowMs());
  if (backups.length === 0)
    console.log(`There are no backups in ${place?.folder ?? "any folder: BACKUP_FOLDER is none"}.`);
  else console.log(`Backups in ${place?.folder}, the latest first:`);
  for (const backup of backups) {
    const { name, madeAtMs, kind, bytes } = backup;
    console.log(`  ${name}  ${minuteOf(madeAtMs)}, ${MADE_FOR[kind]}, ${inMegabytes(bytes)}: ${contentsIn(backup)}`);
  }
}

function contentsIn({ path }: BackupFile): string {
  try {
    const database = new Database(path, { readonly: true });
    try {
      return describeContents(contentsOf(database));
    } finally {
      database.close();
    }
  } catch {
    return "cannot be read";
  }
}

function tell(restored: Restored, { backup, file }: { backup: string; file: string }): void {
  const { applied, replaced, report } = restored;
  console.log(`Restored ${file} from ${backup}: ${describeContents(restored)}.`);
  if (applied.length > 0) console.log(`The backup was of an earlier version; applied ${applied.join(", ")}.`);
  if (replaced !== null) console.log(`What stood there before is kept in ${replaced}.`);
  const found = [...report.damage, ...report.faults.map(({ says, count }) => says(count))];
  if (found.length === 0) console.log("Every stored state is what the answer log says.");
  else console.log("The doctor finds in it:");
  for (const line of found) console.log(`  ${line}`);
  if (hasDifferences(report)) console.log("npm run doctor repairs what can be repaired.");
  console.log("npm start starts the app on it.");
}
