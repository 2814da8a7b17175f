import { Agent, type ClientRequest, request } from "node:http";
import type { AppServer } from "./app-server";
import { BENCH_NOW_MS, type Benchmark } from "./context";
import { benchCards } from "./make-learner";
import { answerMaker } from "./record-answers";
import { summarize } from "./summary";

const CLIENTS = 8;
const ANSWERS_PER_CLIENT = 250;
const WARM_UP_PER_CLIENT = 40;

/** One answer a request through POST /api/reviews of the built app: eight clients on kept connections, each waiting for its answer. */
export const measureReviewRequests: Benchmark = async (context) => {
  const { file } = await context.learner();
  const cards = benchCards(file);
  const server = await context.server();
  const makeAnswer = answerMaker(cards, BENCH_NOW_MS);
  const body = () => JSON.stringify({ sentAt: BENCH_NOW_MS, ops: [makeAnswer()] });
  const run = async (perClient: number) => {
    const elapsedMs: number[] = [];
    const start = performance.now();
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const post = poster(server, await server.cookie(client));
        for (let i = 0; i < perClient; i += 1) elapsedMs.push(await post(body()));
      }),
    );
    return { elapsedMs, perSecond: Math.round((CLIENTS * perClient * 1000) / (performance.now() - start)) };
  };
  await run(WARM_UP_PER_CLIENT);
  const { elapsedMs, perSecond } = await run(ANSWERS_PER_CLIENT);
  const emptyRouteMs = summarize(await askEmptyRoute(server));
  return {
    requestMs: summarize(elapsedMs),
    answersPerSecond: perSecond,
    emptyRouteMs,
    clients: CLIENTS,
    targetP95Ms: 15,
  };
};

/** What HTTP and the framework cost by themselves, with as many clients: a route that does nothing. */
async function askEmptyRoute(server: AppServer): Promise<number[]> {
  const elapsedMs: number[] = [];
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let i = 0; i < ANSWERS_PER_CLIENT; i += 1) {
        const start = performance.now();
        await exchange(request(`${server.baseUrl}/api/health`, { agent }));
        elapsedMs.push(performance.now() - start);
      }
    }),
  );
  return elapsedMs;
}

/** Sends a request and reads the whole answer. */
function exchange(sent: ClientRequest, body?: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.end(body);
  });
}

/** Posts on a connection of its own; returns the milliseconds until the whole answer was there. */
function poster(server: AppServer, cookie: string): (body: string) => Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { cookie, origin: server.baseUrl, "content-type": "application/json" };
  return async (body) => {
    const start = performance.now();
    const options = { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } };
    const { status, text } = await exchange(request(`${server.baseUrl}/api/reviews`, options), body);
    if (status !== 200 || !text.includes('"applied"'))
      throw new Error(`POST /api/reviews: ${status} ${text.slice(0, 200)}`);
    return performance.now() - start;
  };
}
