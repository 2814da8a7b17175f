// `npm run bench`: measures the app against its targets and prints JSON. The targets are meant for an idle machine.
//   --only=queue,search   some of the benchmarks        --scale=0.1   a smaller learner

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureAnswerGrowth } from "./answer-growth";
import { measureBareCommits } from "./bare-commits";
import { type Benchmark, makeContext } from "./context";
import { measureKeyToCard } from "./key-to-card";
import { measureLoad } from "./load";
import { measureProgress, measureProgressRequests } from "./progress";
import { measureRecordAnswers } from "./record-answers";
import { measureReviewJavascript } from "./review-javascript";
import { measureGlossarySearch } from "./search-glossary";
import { measureSignInPressure } from "./sign-in-pressure";
import { measureSm2Steps } from "./sm2-steps";
import { measureTodayQueue } from "./today-queue";

/** In this order: what needs the database for itself comes before what the server has open, readers before writers. */
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  commits: measureBareCommits,
  sm2: measureSm2Steps,
  search: measureGlossarySearch,
  queue: measureTodayQueue,
  progress: measureProgress,
  record: measureRecordAnswers,
  growth: measureAnswerGrowth,
  javascript: measureReviewJavascript,
  progressRequests: measureProgressRequests,
  keys: measureKeyToCard,
  load: measureLoad,
  signIns: measureSignInPressure,
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" }, scale: { type: "string", default: "1" } } });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 10)) throw new Error("--scale must be a number above 0, at most 10");
  const names = values.only?.split(",") ?? Object.keys(BENCHMARKS);
  const unknown = names.find((name) => !BENCHMARKS[name]);
  if (unknown !== undefined) throw new Error(`--only knows ${Object.keys(BENCHMARKS).join(", ")}, not ${unknown}`);
  const folder = mkdtempSync(join(tmpdir(), "termwise-bench-"));
  const context = makeContext({ folder, scale });
  const results: Record<string, unknown> = {};
  try {
    for (const [name, measure] of Object.entries(BENCHMARKS)) {
      if (!names.includes(name)) continue;
      console.error(`• ${name}`);
      results[name] = await measure(context).catch(failure);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model.trim() };
  console.log(JSON.stringify({ machine, scale, results }, null, 2));
}

/** The other benchmarks still run. */
function failure(error: unknown): Record<string, unknown> {
  console.error(error);
  process.exitCode = 1;
  return { error: error instanceof Error ? error.message : String(error) };
}

await main();
