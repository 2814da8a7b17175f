import { measureBareCommits } from "./bare-commits";
import { BENCH_NOW_MS, type BenchContext, type Benchmark, SESSIONS } from "./context";
import { Connection } from "./http-client";
import { benchCards } from "./make-learner";
import { answerMaker } from "./record-answers";
import { type Summary, summarize } from "./summary";

const CLIENTS = [1, 8, 16, 32];
const BUSIEST = 32;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const BATCH = 200;

interface Load {
  readonly perSecond: number;
  readonly requestMs: Summary;
  /** Processor time of the server, all its threads, for one request. */
  readonly serverCpuMs: number;
}

/**
 * One answer a request through POST /api/reviews of the built app, by so many clients at once, each on a kept connection and waiting for
 * its answer. In turn with it, because machines are noisy, an empty route handler of the same app and bare commits of the driver.
 */
export const measureLoad: Benchmark = async (context) => {
  const driver = await makeDriver(context);
  const byClients: Record<string, Load> = {};
  await driver.answers(BUSIEST, ROUND_MS);
  for (const clients of CLIENTS) byClients[clients] = await driver.answers(clients, ROUND_MS);
  const rounds: { readonly answers: Load; readonly empty: Load; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = await driver.answers(BUSIEST, ROUND_MS);
    const empty = await driver.emptyRoute(BUSIEST, ROUND_MS);
    const bare = Number((await measureBareCommits(context)).commitsPerSecond);
    rounds.push({ answers, empty, bare });
  }
  const medianOf = (pick: (round: (typeof rounds)[number]) => number) => summarize(rounds.map(pick)).median;
  return {
    byClients,
    at32: {
      answersPerSecond: medianOf(({ answers }) => answers.perSecond),
      emptyRoutePerSecond: medianOf(({ empty }) => empty.perSecond),
      bareCommitsPerSecond: medianOf(({ bare }) => bare),
      answersToEmptyRoute: medianOf(({ answers, empty }) => answers.perSecond / empty.perSecond),
      answersToBareCommits: medianOf(({ answers, bare }) => answers.perSecond / bare),
      serverCpuMs: {
        answer: medianOf(({ answers }) => answers.serverCpuMs),
        emptyRoute: medianOf(({ empty }) => empty.serverCpuMs),
      },
    },
    targets: { at32: "answersToBareCommits ≥ 1, or answersToEmptyRoute ≥ 0.8", at16: "requestMs.p99 ≤ 100" },
    batch: await driver.batches(),
  };
};

async function makeDriver(context: BenchContext) {
  const { file } = await context.learner();
  const server = await context.server();
  const makeAnswer = answerMaker(benchCards(file), BENCH_NOW_MS);
  const body = (count: number) =>
    JSON.stringify({ sentAt: BENCH_NOW_MS, ops: Array.from({ length: count }, makeAnswer) });
  const send = async (connection: Connection, count: number) => {
    const sent = body(count);
    const start = performance.now();
    const { status, text } = await connection.post("/api/reviews", sent);
    if (status !== 200 || !text.includes('"applied"'))
      throw new Error(`POST /api/reviews: ${status} ${text.slice(0, 200)}`);
    return performance.now() - start;
  };
  const askEmpty = async (connection: Connection) => {
    const start = performance.now();
    const { status } = await connection.get("/api/health");
    if (status !== 200) throw new Error(`GET /api/health: ${status}`);
    return performance.now() - start;
  };
  const load = async (
    clients: number,
    forMs: number,
    once: (connection: Connection) => Promise<number>,
  ): Promise<Load> => {
    const elapsedMs: number[] = [];
    const cpuBefore = server.cpuMs();
    const start = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const connection = new Connection(server.baseUrl, await server.cookie(client % SESSIONS));
        while (performance.now() - start < forMs) elapsedMs.push(await once(connection));
        connection.close();
      }),
    );
    const perSecond = Math.round((elapsedMs.length * 1000) / (performance.now() - start));
    const serverCpuMs = Math.round(((server.cpuMs() - cpuBefore) / elapsedMs.length) * 1000) / 1000;
    return { perSecond, requestMs: summarize(elapsedMs), serverCpuMs };
  };
  return {
    answers: (clients: number, forMs: number) => load(clients, forMs, (connection) => send(connection, 1)),
    emptyRoute: (clients: number, forMs: number) => load(clients, forMs, askEmpty),
    /** One client: full batches against single answers, by turns of many, for what follows a batch still pays for it. */
    async batches() {
      const connection = new Connection(server.baseUrl, await server.cookie(0));
      const [one, full]: [number[], number[]] = [[], []];
      for (let turn = 0; turn < 4; turn += 1) {
        for (let i = 0; i < 20; i += 1) await send(connection, 1);
        for (let i = 0; i < 150; i += 1) one.push(await send(connection, 1));
        for (let i = 0; i < 15; i += 1) full.push(await send(connection, BATCH));
      }
      connection.close();
      const [oneMs, batchOf200Ms] = [summarize(one), summarize(full)];
      return {
        oneMs,
        batchOf200Ms,
        batchToOne: Math.round((batchOf200Ms.median / oneMs.median) * 10) / 10,
        target: 10,
      };
    },
  };
}
