import "server-only";
import { Socket } from "node:net";
import type { PoolConfig } from "pg";
import { schemaOf } from "./postgresql-schema";

export interface PostgresqlOptions {
  /** Connections kept at most. */
  readonly poolSize: number;
  /** How long to wait for a connection: for a free one of the pool as well as for a new one to be made. */
  readonly connectTimeoutMs: number;
  /** After this the server gives a statement up, waiting for a lock included. */
  readonly statementTimeoutMs: number;
}

/** How much later than the server's own limit we give up waiting for its answer. */
const SILENCE_GRACE_MS = 2_000;
/** A connection that nobody needs is kept this long. */
const IDLE_MS = 10_000;
/** When the operating system begins to ask whether the other side is still there. */
const KEEP_ALIVE_AFTER_MS = 5_000;

/**
 * How connections are made and when they are given up.
 *
 * @param transactionTimeoutMs how long a transaction of ours may take; the server ends one that has been left open for twice as long
 */
export function poolConfig(
  url: string,
  options: PostgresqlOptions & { readonly transactionTimeoutMs: number },
): PoolConfig {
  const schema = schemaOf(url);
  return {
    connectionString: url,
    application_name: "termwise",
    max: options.poolSize,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: options.connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: options.transactionTimeoutMs * 2,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    stream: () => socketThatGivesUp(options.statementTimeoutMs + SILENCE_GRACE_MS),
    ...(schema === null ? {} : { options: `-c search_path=${schema}` }),
  };
}

/**
 * A server that is frozen, or whose machine or network is gone, says nothing at all: neither its own limits nor keep-alive (which is silent
 * while something sent waits to be confirmed) ends a statement then, and the operating system goes on trying for a quarter of an hour. So a
 * connection on which nothing has come or gone for longer than any statement may take is cut, and what waited for it fails.
 */
function socketThatGivesUp(silenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => socket.destroy(new Error("Connection terminated: the database says nothing")));
  return socket;
}
