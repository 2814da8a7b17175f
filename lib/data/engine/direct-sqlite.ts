import "server-only";
import type Database from "better-sqlite3";
import { Prisma } from "../generated/sqlite/client";
import { untilNotBusy } from "./busy-wait";
import type { FifoLock } from "./fifo-lock";
import type { RawDatabase, RawTx } from "./raw-database";

// Statements straight to the driver, each prepared once. Through Prisma's client a statement is prepared anew every time and passes a
// dozen promises on its way, which costs several times what SQLite itself takes (docs/decisions/0018).

/** Groups of answers differ in size, and each size is a statement of its own. */
const PREPARED_MAX = 400;
/** Those of whole batches are long, seldom the same, and take memory outside of JavaScript's. */
const KEPT_LENGTH_MAX = 16_000;

interface Prepared {
  readonly statement: Database.Statement<unknown[], Record<string, unknown>>;
  /** Result columns that are declared as DATETIME, which is kept as text. */
  readonly dateColumns: readonly string[];
}

/** The statements of one connection that is already locked for whoever uses them. */
class DirectStatements implements RawTx {
  readonly #connection: Database.Database;
  /** By their SQL, the one used last at the end. */
  readonly #prepared = new Map<string, Prepared>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  async $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows> {
    const sql = asSql(query, values);
    const { statement, dateColumns } = this.#prepare(sql.sql);
    const rows = statement.all(sql.values.map(toSqlite));
    for (const column of dateColumns) for (const row of rows) row[column] = fromText(row[column]);
    // As with Prisma's client, the caller says what its own SELECT returns.
    return rows as Rows;
  }

  async $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number> {
    const sql = asSql(query, values);
    return this.#prepare(sql.sql).statement.run(sql.values.map(toSqlite)).changes;
  }

  #prepare(text: string): Prepared {
    const known = this.#prepared.get(text);
    if (known) {
      this.#prepared.delete(text);
      this.#prepared.set(text, known);
      return known;
    }
    // Prisma's adapter has the driver return every integer as a bigint; none of ours needs more than 53 bits.
    const statement = this.#connection.prepare<unknown[], Record<string, unknown>>(text).safeIntegers(false);
    const columns = statement.reader ? statement.columns() : [];
    const dateColumns = columns.filter(({ type }) => type === "DATETIME").map(({ name }) => name);
    const prepared = { statement, dateColumns };
    if (text.length > KEPT_LENGTH_MAX) return prepared;
    this.#prepared.set(text, prepared);
    for (const oldest of this.#prepared.keys()) {
      if (this.#prepared.size <= PREPARED_MAX) break;
      this.#prepared.delete(oldest);
    }
    return prepared;
  }
}

/** The raw database of a SQLite connection. */
export function directSqlite(parts: {
  readonly connection: Database.Database;
  /** The one that everything else on this connection passes too. */
  readonly lock: FifoLock;
  /** How long to wait for another program that has the file locked, ms. */
  readonly busyLimitMs: number;
}): RawDatabase {
  const { connection, lock, busyLimitMs } = parts;
  const statements = new DirectStatements(connection);
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  const rollback = connection.prepare("ROLLBACK");
  const inTransaction: RawTx = {
    $queryRaw: async (query, ...values) => {
      requireOpen(connection);
      return statements.$queryRaw(query, ...values);
    },
    $executeRaw: async (query, ...values) => {
      requireOpen(connection);
      return statements.$executeRaw(query, ...values);
    },
  };
  const inTurn = <Result>(task: () => Promise<Result>) => untilNotBusy(() => lock.run(task), busyLimitMs);
  const beginInTurn = async () => {
    const release = await lock.acquire();
    try {
      begin.run();
      return release;
    } catch (error) {
      release();
      throw error;
    }
  };
  return {
    $queryRaw: (query, ...values) => inTurn(() => statements.$queryRaw(query, ...values)),
    $executeRaw: (query, ...values) => inTurn(() => statements.$executeRaw(query, ...values)),
    async transaction(work) {
      const release = await untilNotBusy(beginInTurn, busyLimitMs);
      try {
        const result = await work(inTransaction);
        requireOpen(connection);
        commit.run();
        return result;
      } finally {
        try {
          // After a COMMIT that failed, and unless SQLite has taken it back by itself.
          if (connection.inTransaction) rollback.run();
        } finally {
          release();
        }
      }
    },
  };
}

/** After a full disk SQLite ends a transaction by itself; what came next would be committed on its own. */
function requireOpen(connection: Database.Database): void {
  if (!connection.inTransaction) throw new Error("SQLite has rolled the transaction back");
}

function asSql(query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Prisma.Sql {
  return "raw" in query ? Prisma.sql(query, ...values) : query;
}

/** Values as Prisma's adapter stores them. */
function toSqlite(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}

function fromText(value: unknown): unknown {
  return typeof value === "string" ? new Date(value) : value;
}
