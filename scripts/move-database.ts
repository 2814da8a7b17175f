import { type DoctorReport, examineDatabase } from "@/lib/data/doctor";
import { requireEqual, requirePartOf } from "@/lib/data/move/compare-rows";
import { MoveError } from "@/lib/data/move/move-error";
import type { MovedRow, MovedTable } from "@/lib/data/move/moved-table";
import { PostgresqlTarget } from "@/lib/data/move/postgresql-target";
import { SqliteSource } from "@/lib/data/move/sqlite-source";
import { withDatabase } from "@/lib/data/with-database";
import type { DatabaseLocation } from "@/lib/env";
import { migrate } from "@/prisma/migrate";

export interface Move {
  /** Path of the SQLite file. */
  readonly source: string;
  readonly target: Extract<DatabaseLocation, { engine: "postgresql" }>;
  readonly nowMs: () => number;
  /** Called with a line for whoever waits. */
  readonly tell: (line: string) => void;
  /** Rows read and written at a time. */
  readonly pageRows?: number;
}

export interface MoveReport {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly checksum: string }[];
  /** What the doctor says of the target. */
  readonly states: DoctorReport;
}

const PAGE_ROWS = 2_000;
const TOLD_EVERY_ROWS = 100_000;
const DOCTOR_STATEMENT_TIMEOUT_MS = 3_600_000;

/**
 * Copies everything from a SQLite file into a PostgreSQL database and makes sure that it has arrived. The source is only read. The target may
 * be empty, or have what an interrupted move has left there: then it goes on. It never overwrites: rows are added, or it refuses.
 *
 * @throws MoveError, DatabaseInUseError, MigrationError
 */
export async function moveDatabase(move: Move): Promise<MoveReport> {
  const source = new SqliteSource(move.source);
  try {
    const target = await PostgresqlTarget.connect(move.target.url);
    try {
      const tables = await copyAll(source, target, move);
      return { tables, states: await examine(move) };
    } finally {
      await target.close();
    }
  } finally {
    source.close();
  }
}

async function copyAll(source: SqliteSource, target: PostgresqlTarget, move: Move): Promise<MoveReport["tables"]> {
  const { tell, pageRows = PAGE_ROWS } = move;
  for (const id of await target.learners()) {
    if (!source.hasLearner(id))
      throw new MoveError(
        "The target has learners whom the source does not have. Nothing was changed. Move into an empty database.",
      );
  }
  const applied = await migrate({ database: move.target, nowMs: move.nowMs });
  tell(applied.length === 0 ? "Target: up to date." : `Target: applied ${applied.join(", ")}.`);
  await target.lock();
  const tables: MovedTable[] = [];
  for (const table of source.tables()) tables.push(await target.describe(table));
  const rowsOf = (table: MovedTable) => flat(source.pages(table, { after: null, pageRows }));
  const begun: { readonly table: MovedTable; readonly progress: Awaited<ReturnType<typeof requirePartOf>> }[] = [];
  for (const table of tables)
    begun.push({ table, progress: await requirePartOf(table, { source: rowsOf(table), target: target.rows(table) }) });
  const found = begun.reduce((sum, { progress }) => sum + progress.rows, 0);
  if (found > 0) tell(`Going on from an earlier move: ${shown(found)} rows are there already.`);
  for (const { table, progress } of begun) {
    const total = source.count(table);
    let [copied, told] = [progress.rows, progress.rows];
    for (const page of source.pages(table, { after: progress.after, pageRows })) {
      await target.insert(table, page);
      copied = Math.min(copied + page.length, total);
      if (copied - told < TOLD_EVERY_ROWS || copied === total) continue;
      tell(`  ${table.name}: ${shown(copied)} of ${shown(total)}`);
      told = copied;
    }
    tell(`Copied ${table.name}: ${shown(total)} rows.`);
  }
  const verified: MoveReport["tables"][number][] = [];
  for (const table of tables) {
    const same = await requireEqual(table, { source: rowsOf(table), target: target.rows(table) });
    tell(`Verified ${table.name}: ${shown(same.rows)} rows, sha256 ${same.checksum.slice(0, 16)}.`);
    verified.push({ name: table.name, ...same });
  }
  return verified;
}

/** The states are rebuilt from the log as the target has it, and compared with those that were copied. Nothing is written. */
async function examine({ target, tell }: Move): Promise<DoctorReport> {
  tell("Rebuilding every card's state from the log on the target, to compare.");
  const options = { poolSize: 2, statementTimeoutMs: DOCTOR_STATEMENT_TIMEOUT_MS };
  return await withDatabase(target, () => examineDatabase({ repair: false }), options);
}

function* flat(pages: Iterable<readonly MovedRow[]>): Generator<MovedRow> {
  for (const page of pages) yield* page;
}

function shown(count: number): string {
  return count.toLocaleString("en");
}
