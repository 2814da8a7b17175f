import { existsSync } from "node:fs";
import { BackupError } from "@/lib/data/backup/backup-failure";
import { DatabaseInUseError } from "@/lib/data/engine/process-lock";
import { MoveError } from "@/lib/data/move/move-error";
import { EnvError } from "@/lib/env";
import { MigrationError } from "@/prisma/migration-files";
import { SeedError } from "@/seed/yaml-file";
import { RestoreError } from "./restore/restore-error";

/** Errors whose message is a sentence for a person. */
const FOR_A_PERSON = [EnvError, MigrationError, DatabaseInUseError, BackupError, RestoreError, MoveError];

/**
 * Runs a command of `npm run`: its return value is the exit code. Failures that a person can mend are told in a sentence, others in full;
 * both end with `failureCode`.
 */
export async function runCommand(command: () => Promise<number>, failureCode = 1): Promise<void> {
  try {
    for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
    process.exitCode = await command();
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = failureCode;
  }
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof SeedError)
    return `The glossary was not changed. What is wrong with its files:\n${error.message}`;
  if (FOR_A_PERSON.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return error.message;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return `The database server that DATABASE_URL names cannot be reached (${error.code}).`;
    case "55P03":
      return "Another process is still preparing the database. Try again when it is done.";
    case "28P01":
    case "28000":
      return "The database server refuses the user or password in DATABASE_URL.";
    case "3D000":
      return "The database that DATABASE_URL names does not exist on its server. Create it first.";
    case "EACCES":
    case "EROFS":
    case "SQLITE_CANTOPEN":
    case "SQLITE_READONLY":
      return `The database cannot be written: ${error.message}`;
    case "SQLITE_NOTADB":
    case "SQLITE_CORRUPT":
      return `The file that DATABASE_URL names is not a sound SQLite database: ${error.message}`;
    default:
      return null;
  }
}
