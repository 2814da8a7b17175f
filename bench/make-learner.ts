import { existsSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { type CardId, GENERAL_SKILLS, type UserId } from "@/lib/srs/types";
import { migrate } from "@/prisma/migrate";
import { inserter } from "./insert-rows";
import { BENCH_DECK, writeGlossary } from "./write-glossary";
import { type LearnerSize, LONGEST_HISTORY_DAYS, type WrittenProgress, writeProgress } from "./write-progress";

export interface MadeLearner extends WrittenProgress {
  readonly file: string;
  readonly userId: UserId;
  readonly cards: number;
  readonly today: number;
}

export const BENCH_USER = "0198c000-0000-7000-8000-000000000001" as UserId;
const DAY_MS = 86_400_000;

/**
 * Makes a SQLite file with a large glossary and a learner who has started half of its cards. Log and states agree, as the doctor would find. Times are fixed relative to `nowMs`.
 */
export async function makeLearner(options: {
  readonly file: string;
  readonly size: LearnerSize;
  readonly nowMs: number;
}): Promise<MadeLearner> {
  const { file, size, nowMs } = options;
  for (const suffix of ["", "-wal", "-shm"]) if (existsSync(file + suffix)) rmSync(file + suffix);
  await migrate({ database: { engine: "sqlite", file, url: `file:${file}` }, nowMs: () => nowMs });
  const database = new Database(file);
  database.pragma("synchronous = OFF");
  database.pragma("foreign_keys = ON");
  database.pragma("cache_size = -262144");
  const today = Math.floor(nowMs / DAY_MS);
  const counts = database.transaction(() => {
    writeGlossary(database, size.concepts);
    writeAccount(database, today - LONGEST_HISTORY_DAYS - 100);
    return writeProgress(database, { userId: BENCH_USER, size, today });
  })();
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  return { file, userId: BENCH_USER, cards: size.concepts * GENERAL_SKILLS.length, today, ...counts };
}

/** The cards that this learner has started. */
export function benchCards(file: string): CardId[] {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare<[], { cardId: CardId }>('SELECT "cardId" FROM "CardState" ORDER BY "cardId"').all();
  database.close();
  return rows.map((row) => row.cardId);
}

function writeAccount(database: Database.Database, createdDay: number): void {
  const createdAt = new Date(createdDay * DAY_MS).toISOString().replace("Z", "+00:00");
  const names = { username: "bench", email: null, displayName: "Bench", passwordHash: null };
  inserter(database, "User")({ id: BENCH_USER, kind: "registered", ...names, createdAt, lastSeenAt: createdAt });
  const choices = { definitionLanguage: "both", interfaceLanguage: "zh-CN", theme: "system", twoButtons: 0 };
  const limits = {
    rolloverHour: 4,
    newPerDay: 12,
    reviewsPerDay: 200,
    skills: GENERAL_SKILLS.join(","),
    extraNewDay: null,
    extraNew: 0,
  };
  inserter(database, "LearnerSettings")({ userId: BENCH_USER, timeZone: "UTC", ...limits, ...choices });
  inserter(database, "LearnerDeck")({ userId: BENCH_USER, deckId: BENCH_DECK, openFrom: 0, openVersion: "" });
}
