import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "./client";
import type { Tx } from "./sql-dialect";

/** The row of Meta in which the seed writes a new value whenever it has changed any content. */
export const GLOSSARY_VERSION_KEY = "glossary-version";

/** The version of the content; null before the first seed. */
export async function readGlossaryVersion(): Promise<string | null> {
  const rows = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Meta" WHERE "key" = ${GLOSSARY_VERSION_KEY}`;
  return rows[0]?.value ?? null;
}

/** Says that content has changed: to a value that was never there before, even when content goes back to what it once was. */
export async function moveGlossaryVersionOn(tx: Tx): Promise<void> {
  await tx.meta.updateMany({ where: { key: GLOSSARY_VERSION_KEY }, data: { value: randomUUID() } });
}

/**
 * Keeps what `make` returns in this process for as long as the glossary stays the same, so that a reader pays one tiny query instead of
 * reading content again. Without a version nothing is kept. `version`, when given, spares that query.
 */
export function perGlossaryVersion<Value>(
  make: () => Value | Promise<Value>,
): (version?: string | null) => Promise<Value> {
  // Per client: tests use several databases in one process.
  const kept = new WeakMap<object, { readonly version: string; readonly value: Promise<Value> }>();
  return async (given) => {
    const client = db();
    const version = given === undefined ? await readGlossaryVersion() : given;
    const held = kept.get(client);
    if (held && held.version === version) return held.value;
    const value = Promise.resolve(make());
    if (version !== null) {
      kept.set(client, { version, value });
      value.catch(() => kept.delete(client));
    }
    return value;
  };
}
