import { join } from "node:path";
import { recordOperations } from "@/lib/data/answers";
import { BENCH_NOW_MS, type BenchContext, type Benchmark, withFile } from "./context";
import { benchCards, type MadeLearner, makeLearner } from "./make-learner";
import { answerMaker } from "./record-answers";
import { summarize } from "./summary";

/** Log rows of the smaller learners; the largest is the one of all benchmarks. */
const SMALLER = [1_000, 10_000, 100_000];
const ROWS_PER_CONCEPT = 24;
const ANSWERS_PER_CARD = 12;
const ROUNDS = 4;
const WARM_UP = 40;
const ANSWERS_PER_ROUND = 150;
/** Answered the day after the day that other benchmarks measure. */
const NEXT_DAY_MS = BENCH_NOW_MS + 86_400_000;

/** What one answer costs, read to committed, as the log grows. The sizes take turns, because machines are noisy. */
export const measureAnswerGrowth: Benchmark = async (context) => {
  const learners = [...(await makeSmaller(context)), await context.learner()];
  const elapsed = learners.map((): number[] => []);
  const makers = learners.map(({ file }) => answerMaker(benchCards(file), NEXT_DAY_MS));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, learner] of learners.entries()) {
      const times = await answer(learner, makers[index] as ReturnType<typeof answerMaker>);
      elapsed[index]?.push(...times);
    }
  }
  const curve = learners.map(({ logRows }, index) => ({ logRows, answerMs: summarize(elapsed[index] ?? []) }));
  const medians = curve.map(({ answerMs }) => answerMs.median);
  const largestToSmallest = Math.round(((medians.at(-1) ?? 0) / (medians[0] ?? 1)) * 100) / 100;
  return { curve, largestToSmallest };
};

async function makeSmaller({ folder, scale }: BenchContext): Promise<MadeLearner[]> {
  const made: MadeLearner[] = [];
  for (const rows of SMALLER) {
    const concepts = Math.max(4, Math.round((rows * Math.min(1, scale)) / ROWS_PER_CONCEPT));
    const size = { concepts, answersPerCard: ANSWERS_PER_CARD };
    made.push(await makeLearner({ file: join(folder, `learner-${rows}.db`), size, nowMs: BENCH_NOW_MS }));
  }
  return made;
}

function answer({ file, userId }: MadeLearner, makeAnswer: ReturnType<typeof answerMaker>): Promise<number[]> {
  return withFile(file, async () => {
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + ANSWERS_PER_ROUND; i += 1) {
      const ops = [makeAnswer()];
      const start = performance.now();
      await recordOperations(userId, { ops, sentAt: NEXT_DAY_MS, receivedAt: NEXT_DAY_MS });
      if (i >= WARM_UP) times.push(performance.now() - start);
    }
    return times;
  });
}
