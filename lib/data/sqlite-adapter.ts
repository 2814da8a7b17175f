import "server-only";
import { accessSync, constants, existsSync } from "node:fs";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { untilNotBusy } from "./engine/busy-wait";
import { directSqlite } from "./engine/direct-sqlite";
import { FifoLock, type Release } from "./engine/fifo-lock";
import type { RawDatabase } from "./engine/raw-database";

// The stock adapter shares one connection without keeping statements apart: a write made while somebody else's transaction is open becomes
// part of that transaction and vanishes when it rolls back. Here every statement passes one lock, which a transaction holds from BEGIN
// IMMEDIATE until COMMIT or ROLLBACK has been carried out.

const SETTINGS = [
  "journal_mode = WAL",
  // An acknowledged answer survives a power cut.
  "synchronous = FULL",
  "foreign_keys = ON",
  "cache_size = -65536", // KiB
  "temp_store = MEMORY",
];

/** How long a statement waits for another program that has the file locked, ms. */
const BUSY_LIMIT_MS = 5_000;
/** So long the process stands still for that; what takes longer is waited for outside of SQLite. */
const STANDSTILL_MS = 5;

/**
 * Prisma's factory for one SQLite file, with serialised statements.
 *
 * DateTime columns hold ISO 8601 text in UTC with milliseconds (`2031-05-06T07:08:09.000+00:00`), the adapter's default: it sorts as text,
 * SQLite's own date functions understand it, and a person can read it.
 */
export function sqliteAdapterFactory(file: string, { busyLimitMs = BUSY_LIMIT_MS } = {}): SerialAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url: file, timeout: STANDSTILL_MS }, { timestampFormat: "iso8601" });
  let shared: Promise<SerialAdapter> | null = null;
  const forget = () => {
    shared = null;
  };
  const connect = () => {
    shared ??= untilNotBusy(() => open(stock, { file, busyLimitMs, onDispose: forget }), busyLimitMs);
    // A connection that could not be made is tried again by whoever asks next.
    shared.catch(forget);
    return shared;
  };
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect,
    raw: async () => (await connect()).raw,
  };
}

/** Prisma's factory, and beside it the way around Prisma's client on the same connection and under the same lock. */
export interface SerialAdapterFactory extends SqlDriverAdapterFactory {
  /** Connects if nobody has. */
  raw(): Promise<RawDatabase>;
}

interface SerialOptions {
  readonly file: string;
  readonly busyLimitMs: number;
  readonly onDispose: () => void;
}

async function open(stock: SqlDriverAdapterFactory, options: SerialOptions): Promise<SerialAdapter> {
  requireWritable(options.file);
  const inner = await stock.connect();
  try {
    const connection = connectionOf(inner);
    for (const setting of SETTINGS) connection.pragma(setting);
    return new SerialAdapter({ inner, connection, ...options });
  } catch (error) {
    await inner.dispose();
    throw error;
  }
}

/**
 * A file that it may not write SQLite opens for reading. It goes on so when the right comes back, and the -shm file that it makes beside it
 * inherits the missing right, so that not even a restart helps.
 *
 * @throws Error with the system's code and the path
 */
function requireWritable(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    // The bundler takes a path that it cannot foresee for a sign that the server needs every file of the project.
    if (existsSync(/* turbopackIgnore: true */ path)) accessSync(/* turbopackIgnore: true */ path, constants.W_OK);
  }
}

/** The driver's own handle: the only way to know whether SQLite has ended a transaction by itself (after a full disk, say). */
function connectionOf(adapter: SqlDriverAdapter): Database.Database {
  const client: unknown = Reflect.get(adapter, "client");
  if (typeof client === "object" && client !== null && "inTransaction" in client) return client as Database.Database;
  throw new Error("Inconsistent: the SQLite adapter keeps its connection elsewhere than in `client`");
}

class SerialAdapter implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #inner: SqlDriverAdapter;
  readonly #connection: Database.Database;
  readonly #onDispose: () => void;
  readonly #busyLimitMs: number;
  readonly #lock = new FifoLock();
  readonly raw: RawDatabase;

  constructor(parts: { inner: SqlDriverAdapter; connection: Database.Database } & SerialOptions) {
    this.#inner = parts.inner;
    this.#connection = parts.connection;
    this.#busyLimitMs = parts.busyLimitMs;
    this.#onDispose = parts.onDispose;
    this.adapterName = parts.inner.adapterName;
    this.raw = directSqlite({ connection: parts.connection, lock: this.#lock, busyLimitMs: parts.busyLimitMs });
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#inTurn(() => this.#inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#inTurn(() => this.#inner.executeRaw(query));
  }

  /** Whoever waits for another program lets others pass: readers need not wait for its lock. */
  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    return untilNotBusy(() => this.#lock.run(task), this.#busyLimitMs);
  }

  executeScript(script: string): Promise<void> {
    return this.#lock.run(() => this.#inner.executeScript(script));
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== "SERIALIZABLE") {
      throw new DriverAdapterError({ kind: "InvalidIsolationLevel", level: isolationLevel });
    }
    const release = await untilNotBusy(() => this.#begin(), this.#busyLimitMs);
    return new SerialTransaction({ inner: this.#inner, connection: this.#connection, release });
  }

  async #begin(): Promise<Release> {
    const release = await this.#lock.acquire();
    try {
      await this.#inner.executeRaw(statement("BEGIN IMMEDIATE"));
      return release;
    } catch (error) {
      release();
      throw error;
    }
  }

  dispose(): Promise<void> {
    this.#onDispose();
    return this.#lock.run(() => this.#inner.dispose());
  }
}

class SerialTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName: string;
  /** Makes Prisma leave COMMIT and ROLLBACK to the methods below instead of sending them as statements of its own. */
  readonly options = { usePhantomQuery: true };
  readonly #inner: SqlDriverAdapter;
  readonly #connection: Database.Database;
  readonly #release: Release;

  constructor(parts: { inner: SqlDriverAdapter; connection: Database.Database; release: Release }) {
    this.#inner = parts.inner;
    this.#connection = parts.connection;
    this.#release = parts.release;
    this.adapterName = parts.inner.adapterName;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.#requireOpen();
    return await this.#inner.queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    this.#requireOpen();
    return await this.#inner.executeRaw(query);
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }

  /** A COMMIT that fails leaves nothing behind: neither an open transaction nor a held lock. */
  async commit(): Promise<void> {
    try {
      this.#requireOpen();
      await this.#inner.executeRaw(statement("COMMIT"));
    } finally {
      await this.rollback();
    }
  }

  /** Also right after COMMIT, and when SQLite has rolled back by itself: then there is nothing left to do but to release. */
  async rollback(): Promise<void> {
    try {
      if (this.#connection.inTransaction) await this.#inner.executeRaw(statement("ROLLBACK"));
    } finally {
      this.#release();
    }
  }

  /** Without this, statements after a rollback by SQLite itself would be committed one by one. */
  #requireOpen(): void {
    if (this.#connection.inTransaction) return;
    throw new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause: "SQLite has rolled the transaction back" });
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
