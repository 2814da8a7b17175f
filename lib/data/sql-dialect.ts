import "server-only";
import { engine } from "./client";
import { Prisma } from "./generated/sqlite/client";

/** A transaction, or the client itself where none is needed. */
export type Tx = Prisma.TransactionClient;

/** `json_array(a, b)`: one row as a JSON array. The two engines differ only in the names. */
export function jsonArray(columns: Prisma.Sql): Prisma.Sql {
  return engine() === "postgresql" ? Prisma.sql`json_build_array(${columns})` : Prisma.sql`json_array(${columns})`;
}

/**
 * Many rows as one JSON text (null or "[]" when there are none). Thousands of log rows reach JavaScript several times faster so than as
 * rows: the client converts every cell of a row, and JSON.parse is native.
 */
export function jsonRows(columns: Prisma.Sql): Prisma.Sql {
  const row = jsonArray(columns);
  return engine() === "postgresql"
    ? Prisma.sql`CAST(json_agg(${row}) AS TEXT)`
    : Prisma.sql`CAST(json_group_array(${row}) AS TEXT)`;
}

/** `VALUES (a, b), (c, d)` for `(x, y) IN (…)`. At least one row; texts only (PostgreSQL takes untyped parameters here for text). */
export function textRows(rows: readonly (readonly string[])[]): Prisma.Sql {
  return Prisma.sql`VALUES ${Prisma.join(rows.map((row) => Prisma.sql`(${Prisma.join([...row])})`))}`;
}
