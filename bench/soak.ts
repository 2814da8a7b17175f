// `npm run soak`: many learners' clients use the built app for a while; prints JSON with its memory over time. Exits with 1 when the memory
// grew by more than a tenth after warming up, or anything was answered with an error.
//   --minutes=30   how long   --clients=8   how many at a time   --pause=50   ms that each rests between two requests   --scale=0.02

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { AppServer } from "./app-server";
import { BENCH_NOW_MS, makeContext, SESSIONS } from "./context";
import { Connection } from "./http-client";
import { benchCards } from "./make-learner";
import { answerMaker } from "./record-answers";
import { summarize } from "./summary";

const SAMPLE_MS = 5_000;
/** A study day of the soak: a few hundred answers, as a class may give them. What a page shows of a day would otherwise grow without end. */
const DAY_EVERY_MS = 20_000;
const DAY_MS = 86_400_000;
/** Of the whole time: what the caches and the compiler need to fill up. */
const WARM_UP_SHARE = 0.2;
/** The first and the last part of what follows are compared. */
const COMPARED_SHARE = 0.2;
const GROWTH_MAX = 0.1;
const MIB = 1024 * 1024;

interface Sample {
  readonly atS: number;
  readonly residentMib: number;
}

/** What a learner's browser asks for, the most frequent first. `now`: the clock of the server. */
function requestsOf(makeAnswer: () => object, now: () => number) {
  const answer = (connection: Connection) =>
    connection.post("/api/reviews", JSON.stringify({ sentAt: now(), ops: [{ ...makeAnswer(), answeredAt: now() }] }));
  const get = (path: string) => (connection: Connection) => connection.get(path);
  const seldom = [
    get("/api/session"),
    get("/api/progress"),
    get("/api/glossary?q=net"),
    get("/glossary/concept-7"),
    get("/review"),
    get("/progress"),
    get("/"),
  ];
  return { answer, seldom };
}

async function soak(options: { minutes: number; clients: number; pauseMs: number; scale: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-soak-"));
  const context = makeContext({ folder, scale: options.scale });
  try {
    const { file } = await context.learner();
    const server = await context.server();
    const startedAt = performance.now();
    const dayOf = () => Math.floor((performance.now() - startedAt) / DAY_EVERY_MS);
    const now = () => BENCH_NOW_MS + dayOf() * DAY_MS;
    const { answer, seldom } = requestsOf(answerMaker(benchCards(file), BENCH_NOW_MS), now);
    const endAt = startedAt + options.minutes * 60_000;
    const days = setInterval(() => server.setClock(now()), DAY_EVERY_MS);
    const counts = { answers: 0, others: 0, errors: 0 };
    const sampling = sampleMemory(server, endAt);
    await Promise.all(
      Array.from({ length: options.clients }, async (_, client) => {
        const connection = new Connection(server.baseUrl, await server.cookie(client % SESSIONS));
        for (let turn = client; performance.now() < endAt; turn += 1) {
          const isAnswer = turn % 8 !== 0;
          const request = isAnswer ? answer : seldom[(turn / 8 + client) % seldom.length];
          const reply = await request?.(connection);
          if (reply === undefined || reply.status >= 400) counts.errors += 1;
          else if (isAnswer) counts.answers += 1;
          else counts.others += 1;
          await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
        }
        connection.close();
      }),
    );
    clearInterval(days);
    report(await sampling, counts, options);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sampleMemory(server: AppServer, endAt: number): Promise<Sample[]> {
  const start = performance.now();
  const samples: Sample[] = [];
  while (performance.now() < endAt) {
    const residentMib = Math.round((server.residentBytes() / MIB) * 10) / 10;
    samples.push({ atS: Math.round((performance.now() - start) / 1000), residentMib });
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
  return samples;
}

function report(samples: readonly Sample[], counts: { errors: number }, options: object): void {
  const warm = samples.slice(Math.floor(samples.length * WARM_UP_SHARE)).map(({ residentMib }) => residentMib);
  const compared = Math.max(1, Math.floor(warm.length * COMPARED_SHARE));
  const [before, after] = [summarize(warm.slice(0, compared)), summarize(warm.slice(-compared))];
  const growth = Math.round((after.median / before.median - 1) * 1000) / 1000;
  const curve = samples.filter((_, index) => index % Math.ceil(samples.length / 30) === 0);
  // What is left when garbage has just been collected; the medians, which are judged, hold some of it.
  const lowest = { afterWarmUp: Math.min(...warm.slice(0, compared)), atTheEnd: Math.min(...warm.slice(-compared)) };
  const memoryMib = { afterWarmUp: before.median, atTheEnd: after.median, growth, growthMax: GROWTH_MAX, lowest };
  console.log(JSON.stringify({ ...options, ...counts, memoryMib, curve }, null, 2));
  if (counts.errors > 0 || growth > GROWTH_MAX) process.exitCode = 1;
}

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    clients: { type: "string", default: "8" },
    pause: { type: "string", default: "50" },
    scale: { type: "string", default: "0.02" },
  },
});
await soak({
  minutes: Number(values.minutes),
  clients: Number(values.clients),
  pauseMs: Number(values.pause),
  scale: Number(values.scale),
});
