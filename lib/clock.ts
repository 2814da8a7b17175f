// The only place on the server that reads the machine's clock. Everything else takes the time as an argument, so that tests fix it.

import { readFileSync, statSync } from "node:fs";
import { env } from "./env";

/** The current instant in milliseconds since 1970-01-01T00:00:00Z. */
export function nowMs(): number {
  const file = env().testClockFile;
  return file === null ? Date.now() : Date.now() + offsetMsIn(file);
}

let read = { changedAt: -1n, offsetMs: 0 };

/** What the file says, read again only when it has changed. Half-written or unreadable: what it said before. */
function offsetMsIn(file: string): number {
  const changedAt = statSync(file, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? -1n;
  if (changedAt === -1n || changedAt === read.changedAt) return read.offsetMs;
  const text = readFileSync(file, "utf8").trim();
  if (/^-?\d+$/.test(text)) read = { changedAt, offsetMs: Number(text) };
  return read.offsetMs;
}
