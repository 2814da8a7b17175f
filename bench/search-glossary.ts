import { join } from "node:path";
import { searchConcepts } from "@/lib/data/glossary";
import { BENCH_NOW_MS, type Benchmark, withFile } from "./context";
import { makeLearner } from "./make-learner";
import { timeRuns } from "./summary";

const QUERIES = [
  "g",
  "grad",
  "gradient net",
  "梯",
  "网络卷积",
  "tidu",
  "wl",
  "conv 12",
  "MAX33",
  "zzzz",
  "concept that nobody wrote",
];

/** The search as the page calls it, over 10,000 concepts; the first one builds the index. */
export const measureGlossarySearch: Benchmark = async ({ folder, scale }) => {
  const concepts = Math.max(100, Math.round(10_000 * scale));
  const { file } = await makeLearner({
    file: join(folder, "glossary.db"),
    size: { concepts, answersPerCard: 0 },
    nowMs: BENCH_NOW_MS,
  });
  return withFile(file, async () => {
    const first = performance.now();
    await searchConcepts({ query: "first", limit: 50 });
    const firstMs = Math.round(performance.now() - first);
    const search = (run: number) => searchConcepts({ query: QUERIES[run % QUERIES.length] ?? "", limit: 50 });
    return {
      searchMs: await timeRuns({ times: QUERIES.length * 30, warmUp: QUERIES.length * 3 }, search),
      firstMs,
      concepts,
      targetMs: 10,
    };
  });
};
