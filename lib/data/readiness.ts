import "server-only";
import { AppError } from "@/lib/errors";
import { db, engine } from "./client";
import { MIGRATIONS } from "./generated/migrations";

/** Whoever asks wants to know now. */
const READY_LIMIT_MS = 3_000;
const PRESENT_LIMIT_MS = 2_000;
/** For so long the answer to "is the database there?" is the same for everybody. */
const KEPT_MS = 500;
const RETRY_SECONDS = 5;

interface AppliedMigration {
  readonly name: string;
  readonly finished: number | bigint;
}

/**
 * Throws AppError "unavailable" unless the database answers, has every migration that this build needs, and none is half done. It may have
 * more of them: during a rolling upgrade the old build goes on beside the new one.
 */
export async function requireReady(): Promise<void> {
  const migrations = await inTime(readMigrations(), READY_LIMIT_MS).catch(unavailable);
  const finished = new Set(migrations.flatMap(({ name, finished }) => (Number(finished) === 1 ? [name] : [])));
  if (finished.size < migrations.length) unavailable(new Error("A migration was begun and not finished."));
  const missing = MIGRATIONS.filter((name) => !finished.has(name));
  if (missing.length > 0) unavailable(new Error(`Migrations are missing: ${missing.join(", ")}.`));
}

/** The reader learns no more than that it does not work now; the log gets the reason. */
function unavailable(reason: unknown): never {
  throw Object.assign(new AppError("unavailable", { retryAfterSeconds: RETRY_SECONDS }), { cause: reason });
}

function readMigrations(): PromiseLike<AppliedMigration[]> {
  return db().$queryRaw<AppliedMigration[]>`
    SELECT "migration_name" AS "name", CASE WHEN "finished_at" IS NULL THEN 0 ELSE 1 END AS "finished"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
}

interface Presence {
  /** The question that is under way. A database that hangs is asked once, not again and again until no connection is left. */
  asking: Promise<boolean> | null;
  /** The answer given to everybody at the moment. */
  answer: Promise<boolean> | null;
}

const slot = Symbol.for("termwise.database-presence");
/** On globalThis, because the proxy and the pages are bundled apart and run in one process. */
const scope = globalThis as { [slot]?: Presence };

/**
 * Whether the database can be read now. Asked at most twice a second in a process, so that every page may ask. Never throws; answers within
 * two seconds on PostgreSQL. A SQLite file is in this process and does not keep silent: there it waits its turn like any other statement.
 */
export function isDatabasePresent(): Promise<boolean> {
  scope[slot] ??= { asking: null, answer: null };
  const presence = scope[slot];
  presence.answer ??= ask(presence).finally(() => {
    setTimeout(() => (presence.answer = null), KEPT_MS).unref();
  });
  return presence.answer;
}

async function ask(presence: Presence): Promise<boolean> {
  presence.asking ??= read().finally(() => (presence.asking = null));
  const { asking } = presence;
  try {
    return await (engine() === "sqlite" ? asking : inTime(asking, PRESENT_LIMIT_MS));
  } catch {
    return false;
  }
}

async function read(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1 FROM "_prisma_migrations" LIMIT 1`;
    return true;
  } catch {
    return false;
  }
}

/** The same, or an error when it takes longer. What was begun goes on. */
function inTime<Result>(work: PromiseLike<Result>, limitMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The database did not answer within ${limitMs} ms.`)), limitMs);
    work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
