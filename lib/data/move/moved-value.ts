import "server-only";
import type { MovedColumn } from "./moved-table";

/** What the SQLite driver returns. */
export type SqliteValue = string | bigint | number | Buffer | null;

/** Either the value as PostgreSQL reads it, or what is wrong with it, as the end of a sentence. */
export type Converted = { readonly text: string | null } | { readonly problem: string };

/** As the adapter writes times: ISO 8601 in UTC, with milliseconds. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|\+00:00)$/;
const wholeRange = (bits: bigint) => ({ min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n });
const RANGES: Readonly<Record<string, { readonly min: bigint; readonly max: bigint }>> = {
  smallint: wholeRange(16n),
  integer: wholeRange(32n),
  bigint: wholeRange(64n),
};

/** A stored value in the form in which the two engines are compared. SQLite keeps what it is given, whatever a column was declared to hold. */
export function convertValue(value: SqliteValue, { kind, type }: MovedColumn): Converted {
  if (value === null) return { text: null };
  switch (kind) {
    case "text":
      if (typeof value !== "string") return { problem: "is no text" };
      return value.includes("\0")
        ? { problem: "holds the character 0, which PostgreSQL cannot store" }
        : { text: value };
    case "whole": {
      const range = RANGES[type];
      if (typeof value !== "bigint" || !range) return { problem: "is no whole number" };
      return value < range.min || value > range.max ? { problem: `is too large for ${type}` } : { text: String(value) };
    }
    case "real":
      return typeof value === "number" || typeof value === "bigint"
        ? { text: realText(value) }
        : { problem: "is no number" };
    case "truth":
      if (value === 0n || value === 1n) return { text: value === 1n ? "t" : "f" };
      return { problem: "is neither true nor false" };
    case "instant":
      if (typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value)))
        return { text: new Date(value).toISOString() };
      return { problem: "is no time" };
    case "bytes":
      return Buffer.isBuffer(value) ? { text: `\\x${value.toString("hex")}` } : { problem: "is no row of bytes" };
    default:
      return kind satisfies never;
  }
}

/** One way to write a number, since the two engines have two. */
export function realText(value: number | bigint | string): string {
  return String(Number(value));
}
