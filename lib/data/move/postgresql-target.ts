import "server-only";
import pg from "pg";
import { MIGRATION_LOCK } from "../engine/migration-lock";
import { schemaOf } from "../engine/postgresql-schema";
import { MoveError } from "./move-error";
import { type ColumnKind, type MovedColumn, type MovedRow, type MovedTable, quoted } from "./moved-table";
import { realText } from "./moved-value";
import type { SourceTable } from "./sqlite-source";

const CONNECT_TIMEOUT_MS = 10_000;
/** A server that starts on the target waits no longer for the move than this for a start, nor this for the move. */
const LOCK_TIMEOUT_MS = 120_000;
const FETCHED_AT_A_TIME = 5_000;

/** As `format_type` names them, without what stands in parentheses. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  text: "text",
  smallint: "whole",
  integer: "whole",
  bigint: "whole",
  "double precision": "real",
  boolean: "truth",
  "timestamp without time zone": "instant",
  bytea: "bytes",
};

/** Values come as the server writes them down. */
const AS_TEXT = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

/** The database that is moved to, through one connection. */
export class PostgresqlTarget {
  private constructor(private readonly client: pg.Client) {}

  /** @throws MoveError when it cannot be reached or refuses us */
  static async connect(url: string): Promise<PostgresqlTarget> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: "termwise-move",
      keepAlive: true,
    });
    // A connection that breaks is told by the statement that it breaks.
    client.on("error", () => {});
    try {
      await client.connect();
      const schema = schemaOf(url);
      if (schema !== null) await client.query(`SET search_path TO ${quoted(schema)}`);
      await client.query("SET DateStyle = ISO");
      await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw new MoveError(`The database that --to names cannot be used: ${reasonOf(error)}`, { cause: error });
    }
    return new PostgresqlTarget(client);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Makes servers that start on this database, and another move, wait until the connection is closed. */
  async lock(): Promise<void> {
    await this.client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  }

  /** The ids of the learners; empty when there is no such table yet. */
  async learners(): Promise<string[]> {
    const { rows } = await this.client.query<{ there: boolean }>(`SELECT to_regclass('"User"') IS NOT NULL AS there`);
    if (!rows[0]?.there) return [];
    return (await this.client.query<{ id: string }>('SELECT "id" FROM "User"')).rows.map(({ id }) => id);
  }

  /**
   * How a table is to be moved here.
   *
   * @throws Error when it is not the same table: the two engines' migrations differ, or hold a type that nobody has thought of
   */
  async describe(source: SourceTable): Promise<MovedTable> {
    const { rows } = await this.client.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
      [quoted(source.name)],
    );
    const types = new Map(rows.map(({ name, type }) => [name, type]));
    if (types.size !== source.columns.length)
      throw new Error(`Inconsistent: the table ${source.name} is not the same on both engines`);
    const columns = source.columns.map((name): MovedColumn => {
      const type = types.get(name) ?? "";
      const kind = KINDS[type.replace(/\(\d+\)/, "")];
      if (!kind) throw new Error(`Inconsistent: nobody knows how to move ${source.name}.${name} to the type "${type}"`);
      return { name, kind, type };
    });
    if (source.key.length === 0) throw new Error(`Inconsistent: the table ${source.name} has no primary key`);
    return { name: source.name, columns, key: source.key.map((name) => source.columns.indexOf(name)) };
  }

  /** Adds those rows that are not there; in one statement, so all or none. */
  async insert(table: MovedTable, rows: readonly MovedRow[]): Promise<void> {
    const names = table.columns.map(({ name }) => quoted(name)).join(", ");
    const arrays = table.columns.map(({ type }, place) => `$${place + 1}::text[]::${type}[]`).join(", ");
    const values = table.columns.map((_, place) => rows.map((row) => row[place]));
    await this.client.query(
      `INSERT INTO ${quoted(table.name)} (${names}) SELECT * FROM unnest(${arrays}) ON CONFLICT DO NOTHING`,
      values,
    );
  }

  /** All rows in the order of the key, as they were when the first was read. */
  async *rows(table: MovedTable): AsyncGenerator<MovedRow> {
    const columns = table.columns.map(selected).join(", ");
    const key = table.key.map((place) => ordered(table.columns[place])).join(", ");
    await this.client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    try {
      await this.client.query(
        `DECLARE moved NO SCROLL CURSOR FOR SELECT ${columns} FROM ${quoted(table.name)} ORDER BY ${key}`,
      );
      for (;;) {
        const { rows } = await this.client.query<(string | null)[]>({
          text: `FETCH ${FETCHED_AT_A_TIME} FROM moved`,
          rowMode: "array",
          types: AS_TEXT,
        });
        for (const row of rows) yield row.map((text, place) => canonical(text, table.columns[place]));
        if (rows.length < FETCHED_AT_A_TIME) return;
      }
    } finally {
      await this.client.query("ROLLBACK");
    }
  }
}

function selected({ name, kind }: MovedColumn): string {
  return kind === "instant" ? `to_char(${quoted(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : quoted(name);
}

/** SQLite compares texts by their bytes. */
function ordered(column: MovedColumn | undefined): string {
  return `${quoted(column?.name ?? "")}${column?.kind === "text" ? ' COLLATE "C"' : ""}`;
}

function canonical(text: string | null, column: MovedColumn | undefined): string | null {
  return text !== null && column?.kind === "real" ? realText(text) : text;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return `its server cannot be reached (${code}).`;
    case "28P01":
    case "28000":
      return "its server refuses the user or password.";
    case "3D000":
      return "it does not exist on its server. Create it first.";
    default:
      return String(message);
  }
}
