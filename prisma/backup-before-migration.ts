import { BackupError, copyFailureOf, describeCopyFailure } from "@/lib/data/backup/backup-failure";
import { type BackupPlace, backupName, listBackups } from "@/lib/data/backup/backup-files";
import { changedAtMs, copyIntoFolder } from "@/scripts/backup/copy-database.mjs";

/**
 * Copies the database as it is before it is migrated; not again when the last such copy holds the same, as after a migration that failed.
 *
 * @throws BackupError
 */
export function backUpBeforeMigration(place: BackupPlace, nowMs: number): void {
  try {
    const last = listBackups(place).findLast(({ kind }) => kind === "migration");
    if (last?.changedAtMs === changedAtMs(place.file)) return;
    copyIntoFolder({ ...place, name: backupName(place.file, "migration", nowMs) });
  } catch (error) {
    const failure = copyFailureOf(error);
    if (failure === null) throw error;
    throw new BackupError(
      `The database was not migrated, because it is backed up first. ${describeCopyFailure(failure, place.folder)} BACKUP_FOLDER=none goes on without.`,
      { cause: error },
    );
  }
}
