import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Benchmark } from "./context";
import { summarize } from "./summary";

const COMMITS = 1_000;

/** What the disk and the driver allow: one row a commit, WAL, synchronous=FULL, nothing around it. */
export const measureBareCommits: Benchmark = async ({ folder }) => {
  const file = join(folder, "bare.db");
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE answer (id INTEGER PRIMARY KEY, cardId TEXT NOT NULL, quality INTEGER NOT NULL)");
  const insert = database.prepare("INSERT INTO answer (cardId, quality) VALUES (?, ?)");
  const elapsedMs: number[] = [];
  const begun = performance.now();
  for (let i = 0; i < COMMITS; i += 1) {
    const start = performance.now();
    insert.run(`core.concept-${i}.en-zh`, 4);
    elapsedMs.push(performance.now() - start);
  }
  const commitsPerSecond = Math.round((COMMITS / (performance.now() - begun)) * 1000);
  database.close();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  return { commitsPerSecond, commitMs: summarize(elapsedMs) };
};
