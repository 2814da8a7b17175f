import "server-only";
import type { Prisma, PrismaClient } from "../generated/sqlite/client";

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

/** The same through Prisma's client: where the way to the server and back is what counts, not the client. */
export function rawThroughClient(prisma: PrismaClient): RawDatabase {
  return {
    $queryRaw: (query, ...values) => prisma.$queryRaw(query, ...values),
    $executeRaw: (query, ...values) => prisma.$executeRaw(query, ...values),
    transaction: (work) => prisma.$transaction(work),
  };
}
