import assert from "node:assert/strict";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { withDatabase } from "@/lib/data/with-database";
import { databaseLocation } from "@/lib/env";
import { seededRandom } from "@/lib/seeded-random";
import type { CardId, Operation } from "@/lib/srs/types";
import { withApps } from "./app-server";
import { BadNetwork, type CookieJar, WEATHER, type Weather } from "./bad-network";
import { makeStorage, openDevice, untilSent } from "./browser-device";
import { operationMaker } from "./operations";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool, type Pupil, sessionCookie } from "./school";
import { requireStatesOfLog } from "./stored-answers";
import { withFolder } from "./temporary-folder";

/** Runs at a time: while one waits for the server another computes. */
const AT_ONCE = 4;
/** Sessions of one learner: one more than can end. */
const SESSIONS = 4;
/** Making a failure smaller takes learners of its own. */
const SPARE_PUPILS = 1_000;

export const network: Scenario = {
  name: "network",
  sentence:
    "The browser's own outbox sends to the built server over a network that loses requests, loses or tears responses, lets them overtake each other, answers 502 or a hotel's page, and ends the session midway, with reloads in between: at the end the outbox is empty and the server's log is what was answered.",
  counted: "runs",
  defaultCount: 10_000,
  run: runNetworks,
};

/** What the learner does: answers, and then waits until things are quiet, goes on at once, or reloads the page at whatever point it is. */
interface Step {
  readonly answers: number;
  readonly afterwards: "waits" | "goes on" | "reloads";
}
interface Plan {
  readonly steps: readonly Step[];
  readonly weather: readonly Weather[];
  readonly seed: number;
}

const PLANS: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(
    fc.record({ answers: fc.integer({ min: 1, max: 4 }), afterwards: fc.constantFrom("waits", "goes on", "reloads") }),
    { minLength: 1, maxLength: 5 },
  ) as fc.Arbitrary<Step[]>,
  weather: fc.array(fc.constantFrom(...WEATHER), { maxLength: 12 }),
  seed: fc.nat(),
});

interface Totals {
  runs: number;
  operations: number;
  requests: number;
  mishaps: number;
  signIns: number;
}

async function runNetworks({ count, seed, say }: ScenarioOptions): Promise<Summary> {
  const totals: Totals = { runs: 0, operations: 0, requests: 0, mishaps: 0, signIns: 0 };
  await withFolder((folder) =>
    withApps(async (start) => {
      const file = join(folder, "school.db");
      const location = databaseLocation(`file:${file}`, folder);
      const school = await openSchool(location, { pupils: count + SPARE_PUPILS, devices: SESSIONS });
      const app = await start({ databaseUrl: location.url });
      const log = new Database(file, { readonly: true });
      const free = [...school.pupils];
      const tryPlan = async (plan: Plan) => {
        const pupil = free.pop();
        assert.ok(pupil);
        await tryOut({ plan, pupil, cards: school.cards, baseUrl: app.baseUrl, log, totals });
        totals.runs += 1;
        if (totals.runs % 1_000 === 0) say(`${totals.runs} runs, ${totals.operations} operations, all there once`);
      };
      const shares = Array.from({ length: AT_ONCE }, (_, share) => Math.floor((count + share) / AT_ONCE));
      const checks = shares.map((numRuns, share) =>
        numRuns === 0 ? null : fc.assert(fc.asyncProperty(PLANS, tryPlan), { numRuns, seed: seed + share }),
      );
      await Promise.all(checks).finally(() => log.close());
      await app.stop();
      await withDatabase(location, requireStatesOfLog);
    }),
  );
  return { ...totals, lost: 0, doubled: 0 };
}

interface Run {
  readonly plan: Plan;
  readonly pupil: Pupil;
  readonly cards: readonly CardId[];
  readonly baseUrl: string;
  readonly log: Database.Database;
  readonly totals: Totals;
}

async function tryOut({ plan, pupil, cards, baseUrl, log, totals }: Run): Promise<void> {
  const jar = await makeJar(pupil, baseUrl);
  const badNetwork = new BadNetwork({ baseUrl, jar, weather: plan.weather });
  const storage = makeStorage();
  const clock = { nowMs: Date.now() };
  const random = seededRandom(plan.seed);
  const open = () => openDevice({ userId: pupil.userId, storage, network: badNetwork, clock, random });
  const makeOperation = operationMaker({ cards, random, nowMs: () => clock.nowMs });
  const made: Operation[] = [];
  let device = open();
  for (const { answers, afterwards } of plan.steps) {
    const answered = Array.from({ length: answers }, makeOperation);
    made.push(...answered);
    await device.sync.enqueue(answered);
    if (afterwards === "waits") await device.atRest();
    if (afterwards !== "reloads") continue;
    device.sync.stop();
    device = open();
    void device.sync.wake();
  }
  const sent = await untilSent(device, jar.signIn);
  assert.equal(jar.complaint, null);
  assert.ok(sent, `never at peace: ${JSON.stringify(device.sync.status())}`);
  await badNetwork.settle();
  assert.deepEqual(await device.store.counts(), { pending: 0, rejected: 0 });
  assert.deepEqual(storedOf(log, pupil), made.map(whatCounts).sort(byId));
  device.sync.stop();
  await storage.remove();
  totals.operations += made.length;
  totals.requests += badNetwork.arrived;
  totals.mishaps += badNetwork.mishaps;
  totals.signIns += jar.signedIn;
}

/** What the log keeps of an operation as it was sent. Its time may have been corrected. */
type Kept = Pick<Operation, "id" | "cardId" | "kind"> & {
  readonly quality: number | null;
  readonly targetId: string | null;
  readonly typedText: string | null;
};

function whatCounts(op: Operation): Kept {
  const { id, cardId, kind } = op;
  if (op.kind === "undo") return { id, cardId, kind, quality: null, targetId: op.targetId, typedText: null };
  return { id, cardId, kind, quality: op.quality, targetId: null, typedText: op.typedText ?? null };
}

function storedOf(log: Database.Database, { userId }: Pupil): Kept[] {
  const columns = '"id", "cardId", "kind", "quality", "targetId", "typedText"';
  const rows = log.prepare(`SELECT ${columns} FROM "Operation" WHERE "userId" = ?`).all(userId);
  return (rows as Kept[]).sort(byId);
}

function byId(a: Kept, b: Kept): number {
  return a.id < b.id ? -1 : 1;
}

interface PupilsJar extends CookieJar {
  /** How often somebody had to sign in again. */
  readonly signedIn: number;
  /** What went wrong unseen: whatever happens in a network, the app takes for a bad network. */
  readonly complaint: string | null;
}

async function makeJar(pupil: Pupil, baseUrl: string): Promise<PupilsJar> {
  const cookieOf = async (session: number) => (await sessionCookie(pupil, session)).join("=");
  let session = 0;
  let cookie = await cookieOf(session);
  let next = cookie;
  let complaint: string | null = null;
  return {
    get complaint() {
      return complaint;
    },
    get signedIn() {
      return session;
    },
    current: () => cookie,
    async end() {
      if (next !== cookie || session + 1 >= pupil.sessionIds.length) return;
      next = await cookieOf(session + 1);
      const headers = { cookie, origin: baseUrl, "content-type": "application/json" };
      const response = await fetch(`${baseUrl}/api/sign-out`, { method: "POST", headers, body: "{}" });
      if (!response.ok) complaint = `could not sign out: ${response.status} ${await response.text()}`;
    },
    signIn() {
      session += 1;
      cookie = next;
    },
  };
}
