import { join } from "node:path";
import { withDatabase } from "@/lib/data/with-database";
import { type AppServer, startApp } from "./app-server";
import { type MadeLearner, makeLearner } from "./make-learner";

/** The evening (UTC) on which all measurements take place; the made learner's "today". */
export const BENCH_NOW_MS = Date.UTC(2026, 5, 1, 20);
const FULL_CONCEPTS = 50_000;
const ANSWERS_PER_CARD = 12;

/** What a benchmark gets. */
export interface BenchContext {
  /** For databases; removed at the end. */
  readonly folder: string;
  /** 1: the size that the targets are meant for. */
  readonly scale: number;
  /** The large learner, made when first asked for. */
  learner(): Promise<MadeLearner>;
  /** The built app on that learner's database, started when first asked for; nothing else may open the file from then on. */
  server(): Promise<AppServer>;
  /** Stops what was started. */
  close(): Promise<void>;
}

/** Sessions that the server knows, numbered from 0. */
export const SESSIONS = 10;

/** Unit in the names of what it returns: Ms, PerSecond, Kb. */
export type Benchmark = (context: BenchContext) => Promise<Record<string, unknown>>;

export function makeContext(options: { readonly folder: string; readonly scale: number }): BenchContext {
  const { folder, scale } = options;
  let learner: Promise<MadeLearner> | undefined;
  let server: Promise<AppServer> | undefined;
  const context: BenchContext = {
    ...options,
    learner() {
      const size = { concepts: Math.max(100, Math.round(FULL_CONCEPTS * scale)), answersPerCard: ANSWERS_PER_CARD };
      learner ??= makeLearner({ file: join(folder, "learner.db"), size, nowMs: BENCH_NOW_MS });
      return learner;
    },
    server() {
      server ??= context.learner().then((made) => startApp(made, SESSIONS));
      return server;
    },
    async close() {
      await (await server)?.stop();
    },
  };
  return context;
}

/** Opens a SQLite file as the app's database while `use` runs. */
export function withFile<Result>(file: string, use: () => Promise<Result>): Promise<Result> {
  return withDatabase({ engine: "sqlite", file, url: `file:${file}` }, use);
}
