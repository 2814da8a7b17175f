import type { AppServer } from "./app-server";
import { BENCH_NOW_MS, type Benchmark } from "./context";
import { Connection } from "./http-client";
import { benchCards } from "./make-learner";
import { answerMaker } from "./record-answers";
import { summarize } from "./summary";

const REVIEW_CLIENTS = 4;
const SIGN_IN_CLIENTS = 32;
const WARM_UP = 100;
/** Below the wrong passwords that one address may try before it has to wait. */
const WRONG_SIGN_INS = 180;
const QUIET_MS = 4_000;

/**
 * How long a review takes while wrong sign-ins pour in, each of which has a password hashed, beside how long it takes without them, in the
 * same run.
 */
export const measureSignInPressure: Benchmark = async (context) => {
  const { file } = await context.learner();
  const server = await context.server();
  const makeAnswer = answerMaker(benchCards(file), BENCH_NOW_MS);
  const reviewBody = () => JSON.stringify({ sentAt: BENCH_NOW_MS, ops: [makeAnswer()] });

  /** Reviews one after another on each of a few connections until `until` is settled. */
  const reviewUntil = async (until: Promise<unknown>): Promise<number[]> => {
    let running = true;
    void until.finally(() => {
      running = false;
    });
    const elapsedMs: number[] = [];
    await Promise.all(
      Array.from({ length: REVIEW_CLIENTS }, async (_, client) => {
        const connection = new Connection(server.baseUrl, await server.cookie(client));
        while (running) elapsedMs.push(await timedPost(connection, "/api/reviews", reviewBody(), 200));
        connection.close();
      }),
    );
    return elapsedMs;
  };

  const first = new Connection(server.baseUrl, await server.cookie(0));
  for (let count = 0; count < WARM_UP; count += 1) await timedPost(first, "/api/reviews", reviewBody(), 200);
  first.close();
  const quiet = summarize(await reviewUntil(new Promise((resolve) => setTimeout(resolve, QUIET_MS))));
  const signInMs: number[] = [];
  const flood = floodSignIns(server, signInMs);
  const pressed = summarize(await reviewUntil(flood));
  await flood;
  return {
    reviewMs: quiet,
    reviewUnderSignInsMs: pressed,
    wrongSignInMs: summarize(signInMs),
    signInClients: SIGN_IN_CLIENTS,
    p95Ratio: Math.round((pressed.p95 / quiet.p95) * 100) / 100,
    targetP95Ratio: 3,
  };
};

async function floodSignIns(server: AppServer, elapsedMs: number[]): Promise<void> {
  let left = WRONG_SIGN_INS;
  await Promise.all(
    Array.from({ length: SIGN_IN_CLIENTS }, async () => {
      const connection = new Connection(server.baseUrl, "");
      while (left > 0) {
        left -= 1;
        const name = `nobody-${left}`;
        const body = JSON.stringify({ name, password: "a wrong password" });
        elapsedMs.push(await timedPost(connection, "/api/account/sign-in", body, 401));
      }
      connection.close();
    }),
  );
}

async function timedPost(connection: Connection, path: string, body: string, status: number): Promise<number> {
  const start = performance.now();
  const reply = await connection.post(path, body);
  if (reply.status !== status) throw new Error(`POST ${path}: ${reply.status} ${reply.text.slice(0, 200)}`);
  return performance.now() - start;
}
