import "server-only";

/** What a column holds, told by its type in PostgreSQL. */
export type ColumnKind = "text" | "whole" | "real" | "truth" | "instant" | "bytes";

export interface MovedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Of one value in PostgreSQL: "text", "bigint", "timestamp(3) without time zone". */
  readonly type: string;
}

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  /** Places in `columns` of the primary key, in its order. */
  readonly key: readonly number[];
}

/** A row as both engines would write it down, in the order of the table's columns; null is NULL. */
export type MovedRow = readonly (string | null)[];
/** The values of a row's primary key, in its order. */
export type RowKey = readonly string[];

export function keyOf(table: MovedTable, row: MovedRow): RowKey {
  return table.key.map((place) => {
    const value = row[place];
    if (value === null || value === undefined) throw new Error(`Inconsistent: a row of ${table.name} without a key`);
    return value;
  });
}

/** The order in which both engines are read: numbers by value, all else by its bytes in UTF-8, whatever the collation. */
export function compareKeys(table: MovedTable, one: RowKey, other: RowKey): number {
  for (const [index, place] of table.key.entries()) {
    const [a = "", b = ""] = [one[index], other[index]];
    if (a === b) continue;
    if (table.columns[place]?.kind === "whole") return BigInt(a) < BigInt(b) ? -1 : 1;
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return 0;
}

/** How a key is named in a message: "id = a, cardId = b". */
export function describeKey(table: MovedTable, key: RowKey): string {
  return table.key.map((place, index) => `${table.columns[place]?.name} = ${key[index]}`).join(", ");
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
