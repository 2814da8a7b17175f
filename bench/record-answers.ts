import { randomBytes } from "node:crypto";
import { recordOperations } from "@/lib/data/answers";
import { makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { AnswerOperation, CardId, OperationId } from "@/lib/srs/types";
import { BENCH_NOW_MS, type Benchmark, withFile } from "./context";
import { benchCards } from "./make-learner";
import { timeRuns } from "./summary";

/** Answered tomorrow, so that the learner's today is as it was for the benchmarks that follow. */
const NEXT_DAY_MS = BENCH_NOW_MS + 86_400_000;

/** Answers without HTTP: one alone, a full batch of 200, and eight learners' clients at once. */
export const measureRecordAnswers: Benchmark = async (context) => {
  const { file, userId } = await context.learner();
  const cards = benchCards(file);
  const makeAnswer = answerMaker(cards, NEXT_DAY_MS);
  return withFile(file, async () => {
    const record = (count: number) =>
      recordOperations(userId, {
        ops: Array.from({ length: count }, makeAnswer),
        sentAt: NEXT_DAY_MS,
        receivedAt: NEXT_DAY_MS,
      });
    const oneMs = await timeRuns({ times: 400, warmUp: 50 }, () => record(1));
    const batchOf200Ms = await timeRuns({ times: 30, warmUp: 5 }, () => record(200));
    const start = performance.now();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < 100; i += 1) await record(1);
      }),
    );
    const answersPerSecondAt8 = Math.round(800 / ((performance.now() - start) / 1000));
    const batchToOne = Math.round((batchOf200Ms.median / oneMs.median) * 10) / 10;
    return { oneMs, batchOf200Ms, batchToOne, answersPerSecondAt8 };
  });
};

/** Answers to the cards in turn, each with an id of its own, as a client makes them. */
export function answerMaker(cards: readonly CardId[], answeredAt: number): () => AnswerOperation {
  let previous: OperationId | null = null;
  let next = 0;
  return () => {
    const id = makeOperationId({ nowMs: Date.now(), random: randomBytes(OPERATION_ID_RANDOM_BYTES), previous });
    previous = id;
    const cardId = cards[next % cards.length];
    if (!cardId) throw new Error("The learner has no cards");
    next += 1;
    const base = { id, cardId, answeredAt, timeZone: "UTC" };
    return { ...base, kind: "answer", quality: 4, elapsedMs: 3_000, mode: "flip" };
  };
}
