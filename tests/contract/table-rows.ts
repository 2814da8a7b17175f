// Rows for every table that a database has, whatever version it is of, found through its catalogue; and what of them is still there later.

import SqliteDatabase from "better-sqlite3";
import pg from "pg";
import type { DatabaseLocation } from "@/lib/env";

type Value = string | number | null;
type Row = Record<string, unknown>;
type Query = (sql: string, values?: readonly Value[]) => Promise<Row[]>;

interface Column {
  readonly name: string;
  /** As the engine calls it, in small letters. */
  readonly type: string;
  readonly nullable: boolean;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Tables that foreign keys point to. */
  readonly parents: readonly string[];
}

/** What stood in each table: the columns it had, and its rows as text, sorted. */
export type Snapshot = Readonly<
  Record<string, { readonly columns: readonly string[]; readonly rows: readonly string[] }>
>;

/** The second has nulls wherever it may. */
const ROWS = 3;

/** What migrations that compute something from the log look for. */
const PLAUSIBLE: Readonly<Record<string, Value>> = {
  "Operation.kind": "answer",
  "Operation.role": "review",
  "Operation.quality": 4,
  "User.kind": "guest",
  "Card.skill": "en-zh",
  "CardState.skill": "en-zh",
};

/** Puts rows that fit together into every table. */
export async function fillTables(location: DatabaseLocation): Promise<void> {
  await withConnection(location, async (query) => {
    const tables = await readTables(location, query);
    const filled = new Set<string>();
    while (filled.size < tables.length) {
      const next = tables.find(
        ({ name, parents }) => !filled.has(name) && parents.every((parent) => filled.has(parent)),
      );
      if (!next) throw new Error("Foreign keys go in a circle; write these rows by hand");
      for (let row = 0; row < ROWS; row += 1) await insert(query, { table: next, tables, row });
      filled.add(next.name);
    }
  });
}

/** What stands in the tables now; `earlier`: in those and in the columns of that time only. */
export async function readRows(location: DatabaseLocation, earlier?: Snapshot): Promise<Snapshot> {
  return await withConnection(location, async (query) => {
    const snapshot: Record<string, Snapshot[string]> = {};
    for (const { name, columns } of await readTables(location, query)) {
      if (earlier !== undefined && !(name in earlier)) continue;
      const present = columns.map((column) => column.name);
      const wanted = earlier?.[name]?.columns.filter((column) => present.includes(column)) ?? present;
      const rows = await query(`SELECT ${wanted.map(quoted).join(", ")} FROM ${quoted(name)}`);
      snapshot[name] = { columns: wanted, rows: rows.map((row) => JSON.stringify(row)).sort() };
    }
    return snapshot;
  });
}

/** Tables, columns and rows of the earlier snapshot that are missing in the later one. */
export function lostRows(earlier: Snapshot, later: Snapshot): string[] {
  return Object.entries(earlier).flatMap(([table, { columns, rows }]) => {
    const now = later[table];
    if (!now) return [table];
    const lostColumns = columns.filter((column) => !now.columns.includes(column)).map((column) => `${table}.${column}`);
    return lostColumns.length > 0 ? lostColumns : rows.filter((row) => !now.rows.includes(row));
  });
}

async function insert(query: Query, place: { table: Table; tables: readonly Table[]; row: number }): Promise<void> {
  const { name, columns } = place.table;
  const names = columns.map((column) => quoted(column.name)).join(", ");
  const marks = columns.map((_, index) => `$${index + 1}`).join(", ");
  const values = columns.map((column) => valueFor(column, place));
  await query(`INSERT INTO ${quoted(name)} (${names}) VALUES (${marks})`, values);
}

function valueFor(
  column: Column,
  { table, tables, row }: { table: Table; tables: readonly Table[]; row: number },
): Value {
  const { name, type, nullable } = column;
  const named = tables.find((other) => `${other.name[0]?.toLowerCase()}${other.name.slice(1)}Id` === name);
  if (named?.columns.some((other) => other.name === "id")) return `${named.name}.id ${row}`;
  const plausible = PLAUSIBLE[`${table.name}.${name}`];
  if (plausible !== undefined) return plausible;
  if (nullable && row === 1) return null;
  switch (type) {
    case "text":
      return name === "id" ? `${table.name}.id ${row}` : `${table.name}.${name} ${row} 术语`;
    case "integer":
      return row + 1;
    case "bigint":
      return 1_900_000_000_000 + row;
    case "boolean":
      return row % 2;
    case "datetime":
    case "timestamp without time zone":
      return `2026-01-0${row + 1}T03:04:05.678+00:00`;
    default:
      throw new Error(`Say in tests/contract/table-rows.ts what a column of type ${type} may hold`);
  }
}

function readTables(location: DatabaseLocation, query: Query): Promise<Table[]> {
  return location.engine === "sqlite" ? readSqliteTables(query) : readPostgresqlTables(query);
}

async function readSqliteTables(query: Query): Promise<Table[]> {
  const names = await query(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`);
  return await Promise.all(
    names.map(async ({ name }) => ({
      name: String(name),
      columns: (await query(`SELECT name, type, "notnull" FROM pragma_table_info('${name}')`)).map((column) => ({
        name: String(column.name),
        type: String(column.type).toLowerCase(),
        nullable: column.notnull === 0,
      })),
      parents: (await query(`SELECT "table" FROM pragma_foreign_key_list('${name}')`)).map((link) =>
        String(link.table),
      ),
    })),
  );
}

async function readPostgresqlTables(query: Query): Promise<Table[]> {
  const columns = await query(`SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%' ORDER BY table_name, ordinal_position`);
  const links = await query(`SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
    WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`);
  const names = [...new Set(columns.map((column) => String(column.table_name)))];
  return names.map((name) => ({
    name,
    columns: columns
      .filter((column) => column.table_name === name)
      .map(({ column_name, data_type, is_nullable }) => ({
        name: String(column_name),
        type: String(data_type),
        nullable: is_nullable === "YES",
      })),
    parents: links.filter(({ child }) => child === name).map(({ parent }) => String(parent)),
  }));
}

function quoted(name: string): string {
  return `"${name}"`;
}

async function withConnection<Result>(
  location: DatabaseLocation,
  use: (query: Query) => Promise<Result>,
): Promise<Result> {
  if (location.engine === "sqlite") {
    const database = new SqliteDatabase(location.file);
    database.pragma("foreign_keys = ON");
    try {
      return await use(async (sql, values) => {
        const statement = database.prepare(sql.replace(/\$\d+/g, "?"));
        if (statement.reader) return statement.all(...(values ?? [])) as Row[];
        statement.run(...(values ?? []));
        return [];
      });
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  try {
    return await use(async (sql, values) => (await client.query<Row>(sql, [...(values ?? [])])).rows);
  } finally {
    await client.end();
  }
}
