import "server-only";
import { existsSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { lockDatabaseFile } from "../engine/process-lock";
import { MIGRATIONS } from "../generated/migrations";
import { MoveError } from "./move-error";
import { describeKey, keyOf, type MovedRow, type MovedTable, quoted, type RowKey } from "./moved-table";
import { convertValue, type SqliteValue } from "./moved-value";

/** A table as SQLite knows it. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Names of the primary key's columns, in its order. */
  readonly key: readonly string[];
}

/** The character that stands where bytes are no text. */
const REPLACEMENT = "\uFFFD";

/**
 * The database that is moved. It is opened for reading alone, and locked, so that nobody else writes to it; all is read in one transaction.
 *
 * @throws MoveError when there is none or it is not up to date; DatabaseInUseError while the app runs
 */
export class SqliteSource {
  readonly #database: Database.Database;
  readonly #unlock: () => void;
  readonly #sideFiles: readonly string[];

  constructor(file: string) {
    if (!existsSync(file)) throw new MoveError(`There is no database to move: ${file} does not exist.`);
    this.#unlock = lockDatabaseFile(file);
    // Reading a database in WAL mode makes these two when they are not there; then they go again.
    this.#sideFiles = [`${file}-wal`, `${file}-shm`].filter((each) => !existsSync(each));
    let opened: Database.Database | undefined;
    try {
      opened = new Database(file, { readonly: true, fileMustExist: true });
      this.#database = opened;
      this.#database.defaultSafeIntegers(true);
      this.#database.exec("BEGIN");
      this.#requireMigrated(file);
    } catch (error) {
      this.#leave(opened);
      throw error;
    }
  }

  close(): void {
    this.#leave(this.#database);
  }

  #leave(database: Database.Database | undefined): void {
    database?.close();
    // A log in which somebody has written meanwhile, past our lock, is not ours to remove.
    const log = this.#sideFiles.find((file) => file.endsWith("-wal"));
    const isOurs = log === undefined || (statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0;
    if (isOurs) for (const file of this.#sideFiles) rmSync(file, { force: true });
    this.#unlock();
  }

  /** Every table but the record of the migrations, each after those that it points to. */
  tables(): SourceTable[] {
    const names = this.#database
      .prepare<[], string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all()
      .filter((name) => name !== "_prisma_migrations");
    return inOrder(names, (name) => this.#targetsOf(name)).map((name) => this.#describe(name));
  }

  count(table: MovedTable): number {
    return Number(
      this.#database
        .prepare(`SELECT COUNT(*) FROM ${quoted(table.name)}`)
        .pluck()
        .get(),
    );
  }

  hasLearner(id: string): boolean {
    return this.#database.prepare<[string]>('SELECT 1 FROM "User" WHERE "id" = ?').get(id) !== undefined;
  }

  /** The rows behind `after` in the order of the key, from the first when it is null, `pageRows` at a time. */
  *pages(table: MovedTable, { after, pageRows }: { after: RowKey | null; pageRows: number }): Generator<MovedRow[]> {
    const columns = table.columns.map(({ name }) => quoted(name)).join(", ");
    const key = table.key.map((place) => quoted(table.columns[place]?.name ?? "")).join(", ");
    const select = (where: string) =>
      this.#database
        .prepare<SqliteValue[], SqliteValue[]>(
          `SELECT ${columns} FROM ${quoted(table.name)} ${where} ORDER BY ${key} LIMIT ${pageRows}`,
        )
        .raw();
    const first = select("");
    const next = select(`WHERE (${key}) > (${table.key.map(() => "?").join(", ")})`);
    let values = after === null ? first.all() : next.all(...this.#asValues(table, after));
    while (values.length > 0) {
      const rows = values.map((row) => this.#convert(table, row));
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < pageRows) return;
      values = next.all(...this.#asValues(table, keyOf(table, last)));
    }
  }

  #asValues(table: MovedTable, key: RowKey): SqliteValue[] {
    return key.map((text, index) => (table.columns[table.key[index] ?? -1]?.kind === "whole" ? BigInt(text) : text));
  }

  #convert(table: MovedTable, values: readonly SqliteValue[]): MovedRow {
    return table.columns.map((column, place) => {
      const value = values[place] ?? null;
      const converted = convertValue(value, column);
      if ("problem" in converted) throw this.#unfit(table, values, `${column.name} ${converted.problem}`);
      if (typeof value === "string" && value.includes(REPLACEMENT) && !this.#isText(table, values, column.name))
        throw this.#unfit(table, values, `${column.name} is not well-formed Unicode, which PostgreSQL cannot store`);
      return converted.text;
    });
  }

  /** Whether the stored bytes are the text that was read: the driver puts U+FFFD where they are none, without a word. */
  #isText(table: MovedTable, values: readonly SqliteValue[], column: string): boolean {
    const key = table.key.map((place) => `${quoted(table.columns[place]?.name ?? "")} = ?`).join(" AND ");
    const keyValues = table.key.map((place) => values[place] ?? null);
    const row = this.#database
      .prepare<SqliteValue[], { text: string; bytes: Buffer }>(
        `SELECT ${quoted(column)} AS text, CAST(${quoted(column)} AS BLOB) AS bytes FROM ${quoted(table.name)} WHERE ${key}`,
      )
      .get(...keyValues);
    return row !== undefined && Buffer.from(row.text).equals(row.bytes);
  }

  #unfit(table: MovedTable, values: readonly SqliteValue[], what: string): MoveError {
    const key = table.key.map((place) => String(values[place]));
    return new MoveError(
      `A row of ${table.name} (${describeKey(table, key)}) cannot be moved: ${what}. Nothing in the source was changed.`,
    );
  }

  #requireMigrated(file: string): void {
    const applied = this.#appliedMigrations(file);
    const known = new Set(MIGRATIONS);
    if (applied.some((name) => !known.has(name)))
      throw new MoveError(`${file} was made by a newer version of this app. Move it with that version.`);
    if (applied.length < known.size)
      throw new MoveError(`${file} is not up to date. Run npm run migrate first, then move it.`);
  }

  #appliedMigrations(file: string): string[] {
    try {
      return this.#database
        .prepare<[], string>(
          'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
        )
        .pluck()
        .all();
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code === "SQLITE_ERROR")
        throw new MoveError(`${file} is no database of this app.`);
      throw error;
    }
  }

  #describe(name: string): SourceTable {
    const columns = this.#database
      .prepare<[string], { name: string; pk: bigint }>("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid")
      .all(name);
    const key = columns.filter(({ pk }) => pk > 0n).sort((a, b) => Number(a.pk - b.pk));
    return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
  }

  #targetsOf(name: string): string[] {
    return this.#database.prepare<[string], string>('SELECT "table" FROM pragma_foreign_key_list(?)').pluck().all(name);
  }
}

/** Each name after those that it needs. */
function inOrder(names: readonly string[], needs: (name: string) => readonly string[]): string[] {
  const ordered = new Set<string>();
  const place = (name: string, path: readonly string[]): void => {
    if (path.includes(name))
      throw new Error(`Inconsistent: the tables ${[...path, name].join(", ")} point to each other`);
    for (const needed of needs(name)) if (needed !== name) place(needed, [...path, name]);
    ordered.add(name);
  };
  for (const name of names) place(name, []);
  return [...ordered];
}
