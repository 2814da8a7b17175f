import "server-only";
import type { Prisma } from "../generated/sqlite/client";

/**
 * What can be done with SQL written by hand: the part of Prisma's client that answers, sessions and their like need at every request.
 * Prisma's own clients and transactions are of this type too, so a function that takes it runs on either.
 */
export interface RawTx {
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<Rows>;
  /** The number of rows that were written. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<number>;
}

/** The shortest way to the database, for what happens at every answer. */
export interface RawDatabase extends RawTx {
  /** All or nothing: commits when `work` resolves, takes everything back when it rejects. `work` awaits nothing but its statements. */
  transaction<Result>(work: (tx: RawTx) => Promise<Result>): Promise<Result>;
}
