// `npm run backup`: copies the SQLite database, also while the app runs. `-- --to FILE`: to this file instead of the folder of backups.

import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { nowMs } from "@/lib/clock";
import { BackupError, copyFailureOf, describeCopyFailure } from "@/lib/data/backup/backup-failure";
import { backupName } from "@/lib/data/backup/backup-files";
import { env } from "@/lib/env";
import { copyDatabase, copyIntoFolder } from "./backup/copy-database.mjs";
import { describeContents, inMegabytes } from "./backup/describe-contents";
import { dumpCommand } from "./backup/postgresql-commands";
import { runCommand } from "./run-command";

await runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const { database, backupFolder } = env();
  if (database.engine === "postgresql")
    throw new BackupError(
      `The database is on PostgreSQL, whose own program backs it up while the app runs:\n  ${dumpCommand(database.url)}\nIt asks for the password, or takes it from PGPASSWORD or ~/.pgpass.`,
    );
  const made = copy(database.file, backupFolder, values.to);
  console.log(`Backed up to ${made.path} (${inMegabytes(made.bytes)}): ${describeContents(made)}.`);
  return 0;
});

function copy(file: string, backupFolder: string | null, to: string | undefined) {
  if (!existsSync(file)) throw new BackupError(`There is no database at ${file} yet; npm start makes it.`);
  // npm runs scripts in the project's folder; a path is meant from where the person is.
  const target = to === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), to);
  if (target === null && backupFolder === null)
    throw new BackupError("BACKUP_FOLDER is none, so say where the backup is to go: npm run backup -- --to FILE");
  try {
    if (target !== null && dirname(target) !== backupFolder) return copyDatabase({ file, target });
    if (target !== null) return copyIntoFolder({ file, folder: dirname(target), name: basename(target) });
    return copyIntoFolder({ file, folder: backupFolder ?? "", name: backupName(file, "manual", nowMs()) });
  } catch (error) {
    const failure = copyFailureOf(error);
    if (failure === null) throw error;
    throw new BackupError(describeCopyFailure(failure, target ?? backupFolder ?? ""), { cause: error });
  }
}
