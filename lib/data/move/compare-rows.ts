import "server-only";
import { createHash } from "node:crypto";
import { MoveError } from "./move-error";
import { compareKeys, describeKey, keyOf, type MovedRow, type MovedTable, type RowKey } from "./moved-table";

interface Sides {
  readonly source: Iterable<MovedRow>;
  readonly target: AsyncIterable<MovedRow>;
}

/** Row by row in the order of the key: what both have, or what only one of them has. `part` ends it where the target ends. */
async function* pairs(
  table: MovedTable,
  sides: Sides,
  { part = false } = {},
): AsyncGenerator<{ readonly source: MovedRow | null; readonly target: MovedRow | null }> {
  const sourceRows = sides.source[Symbol.iterator]();
  const targetRows = sides.target[Symbol.asyncIterator]();
  try {
    let source = sourceRows.next();
    let target = await targetRows.next();
    while (!target.done || !(part || source.done)) {
      const order = orderOf(table, source, target);
      yield { source: order <= 0 ? source.value : null, target: order >= 0 ? target.value : null };
      if (order <= 0) source = sourceRows.next();
      if (order >= 0) target = await targetRows.next();
    }
  } finally {
    // Ends the transaction that the target is read in.
    await targetRows.return?.();
  }
}

/** Below 0: the source's row comes first. What is at its end comes last. */
function orderOf(table: MovedTable, source: IteratorResult<MovedRow>, target: IteratorResult<MovedRow>): number {
  if (source.done) return 1;
  if (target.done) return -1;
  return compareKeys(table, keyOf(table, source.value), keyOf(table, target.value));
}

function requireSame(table: MovedTable, source: MovedRow | null, target: MovedRow): void {
  const row = `a row of ${table.name} (${describeKey(table, keyOf(table, target))})`;
  if (source === null) throw new MoveError(`The target has ${row} that the source does not have.`);
  const place = table.columns.findIndex((_, index) => source[index] !== target[index]);
  if (place >= 0)
    throw new MoveError(`The target has ${row} whose ${table.columns[place]?.name} differs from the source's.`);
}

/** How far an earlier move has come. */
export interface Progress {
  readonly rows: number;
  /** Everything up to here is there; null: begin at the beginning. */
  readonly after: RowKey | null;
}

/**
 * Makes sure that the target has nothing but rows of the source, unchanged. Reads the source no further than the target goes.
 *
 * @throws MoveError that names the first other row
 */
export async function requirePartOf(table: MovedTable, sides: Sides): Promise<Progress> {
  let rows = 0;
  let after: RowKey | null = null;
  let missing = false;
  for await (const { source, target } of pairs(table, sides, { part: true })) {
    if (target === null) {
      missing = true;
      continue;
    }
    requireSame(table, source, target);
    rows += 1;
    if (!missing) after = keyOf(table, target);
  }
  return { rows, after };
}

/** What was found equal. */
export interface Verified {
  readonly rows: number;
  /** sha256 over all rows of the target in order, in hexadecimal. The source's is the same. */
  readonly checksum: string;
}

/**
 * Makes sure that both have the same rows.
 *
 * @throws MoveError that names the first difference
 */
export async function requireEqual(table: MovedTable, sides: Sides): Promise<Verified> {
  const [ofSource, ofTarget] = [createHash("sha256"), createHash("sha256")];
  let rows = 0;
  for await (const { source, target } of pairs(table, sides)) {
    if (target === null) {
      const key = describeKey(table, keyOf(table, source ?? []));
      throw new MoveError(`The target lacks a row of ${table.name} (${key}) that the source has.`);
    }
    requireSame(table, source, target);
    ofSource.update(`${JSON.stringify(source)}\n`);
    ofTarget.update(`${JSON.stringify(target)}\n`);
    rows += 1;
  }
  const checksum = ofTarget.digest("hex");
  if (ofSource.digest("hex") !== checksum)
    throw new Error(`Inconsistent: equal rows of ${table.name} with other checksums`);
  return { rows, checksum };
}
