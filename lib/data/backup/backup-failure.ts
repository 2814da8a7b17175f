/** What went wrong with a copy, in the words of Node or SQLite. */
export interface CopyFailure {
  readonly code: string;
  readonly message: string;
}

/** A backup could not be made. The message is for a person: what happened, and what to do. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** A failure of Node or SQLite while copying; null: it is something else. */
export function copyFailureOf(error: unknown): CopyFailure | null {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? { code: error.code, message: error.message }
    : null;
}

/** The sentence for a person. `folder`: where the copy was to stand. */
export function describeCopyFailure({ code, message }: CopyFailure, folder: string): string {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
    case "SQLITE_FULL":
      return `No backup was made: the disk is full (${message}). Free some space, or set BACKUP_FOLDER to a folder on another disk.`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EEXIST":
    case "ENOTDIR":
    case "SQLITE_CANTOPEN":
    case "SQLITE_READONLY":
      return `No backup was made: ${folder} cannot be written (${message}). Give this user the right to, or set BACKUP_FOLDER to another folder.`;
    case "SQLITE_CORRUPT":
    case "SQLITE_NOTADB":
      return `No backup was made: the database is damaged (${message}). Stop the app and run npm run doctor; npm run restore -- --list shows the backups at hand.`;
    case "TARGET_EXISTS":
      return `No backup was made: ${message}. Choose another name.`;
    case "SQLITE_BUSY":
      return `No backup was made: ${message}. Another program keeps the file locked.`;
    default:
      return `No backup was made: ${message}`;
  }
}
