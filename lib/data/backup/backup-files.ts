import "server-only";
import { existsSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeMigrationsToKeep, type DatedBackup, hourlyToKeep } from "./retention";

/** What a backup was made for. Those that a person asked for are never removed. */
export type BackupKind = "hourly" | "migration" | "manual";

export interface BackupFile extends DatedBackup {
  readonly path: string;
  readonly kind: BackupKind;
  readonly bytes: number;
  /** The last write in it, ms since the epoch by the machine's clock. */
  readonly changedAtMs: number;
}

/** Where the backups of a database file stand. */
export interface BackupPlace {
  /** Absolute path of the database. */
  readonly file: string;
  readonly folder: string;
}

/** "termwise-20261123T214353Z-hourly.db" */
export function backupName(file: string, kind: BackupKind, madeAtMs: number): string {
  const time = new Date(madeAtMs).toISOString().replace(/[-:]|\.\d+/g, "");
  return `${stem(file)}-${time}-${kind}.db`;
}

/** The backups of this database in the folder, in the order of their names. */
export function listBackups({ file, folder }: BackupPlace): BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const named = parseName(name);
      const path = join(folder, name);
      const stats = named?.stem === stem(file) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (!named || !stats?.isFile()) return [];
      const { kind, madeAtMs } = named;
      return [{ name, path, kind, madeAtMs, bytes: stats.size, changedAtMs: Math.round(stats.mtimeMs) }];
    });
}

/** Removes what is not to be kept. */
export async function removeSurplusBackups(place: BackupPlace, nowMs: number): Promise<void> {
  const all = listBackups(place);
  const of = (kind: BackupKind) => all.filter((backup) => backup.kind === kind);
  const kept = new Set([
    ...of("manual"),
    ...hourlyToKeep(of("hourly"), nowMs),
    ...beforeMigrationsToKeep(of("migration"), nowMs),
  ]);
  for (const backup of all) if (!kept.has(backup)) await rm(backup.path, { force: true });
}

function stem(file: string): string {
  return basename(file).replace(/\.(db|sqlite3?)$/, "");
}

function parseName(name: string): { stem: string; kind: BackupKind; madeAtMs: number } | null {
  const parts = /^(.+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(hourly|migration|manual)\.db$/.exec(name);
  if (!parts) return null;
  const [, stemText = "", year, month, day, hour, minute, second, kind] = parts;
  const madeAtMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(madeAtMs) ? null : { stem: stemText, kind: kind as BackupKind, madeAtMs };
}
