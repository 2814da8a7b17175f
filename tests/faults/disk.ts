import assert from "node:assert/strict";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { databaseLocation } from "@/lib/env";
import { seededRandom } from "@/lib/seeded-random";
import { Client } from "@/tests/access/client";
import { type AppServer, withApps } from "./app-server";
import { BadNetwork } from "./bad-network";
import { BrowserAtWork } from "./browser-at-work";
import { acknowledgedBy, requireUnavailable, type Seat, seatClass, sendAll, sendTheRest } from "./class-at-work";
import { type NoRoom, waysHere, withoutPrivileges } from "./no-room";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool, type Pupil, type School, sessionCookie } from "./school";
import { requireExactly, requireKept } from "./stored-answers";
import { withFolder } from "./temporary-folder";

/** The last learner sends through the outbox, the others by plain requests. */
const SIZE = { pupils: 4, devices: 2 };
/** What is left of the disk is used up after so many rounds of requests at the latest. */
const ROUNDS_UNTIL_FULL = 400;
/** What a learner reads while nothing can be written. */
const READ = ["/api/session", "/api/progress", "/api/settings", "/api/export", "/review", "/progress", "/glossary"];

export const disk: Scenario = {
  name: "disk",
  sentence:
    "The disk of a serving app is full, or its file can no longer be written, by every way that this machine allows: nobody is told “saved” without cause, reading goes on, the outbox keeps what it has, and when there is room again everything is sent, without a restart.",
  counted: "times",
  defaultCount: 60,
  run: runDisk,
};

interface Totals {
  times: number;
  refused: number;
  readMeanwhile: number;
  keptInOutbox: number;
  acknowledged: number;
}

async function runDisk({ count, seed, say }: ScenarioOptions): Promise<Summary> {
  const random = seededRandom(seed);
  const totals: Totals = { times: 0, refused: 0, readMeanwhile: 0, keptInOutbox: 0, acknowledged: 0 };
  const ways = await withFolder(async (folder) => waysHere(folder));
  for (const [place, way] of ways.entries()) {
    const times = Math.floor((count + ways.length - 1 - place) / ways.length);
    if (times > 0) await runOut({ way, times, random, totals });
    say(`${way.name}: ${times} times`);
  }
  for (const files of ["file", "file and folder"] as const) {
    await openWithoutRight({ files, random });
    say(`opened without the right to write ${files}`);
  }
  return { ...totals, ways: ways.map(({ name }) => name).join(", "), openedReadOnly: 2, lost: 0, doubled: 0 };
}

async function runOut(given: {
  readonly way: NoRoom;
  readonly times: number;
  readonly random: () => number;
  readonly totals: Totals;
}): Promise<void> {
  const { way, times, random, totals } = given;
  await withFolder(async (outer) => {
    const folder = join(outer, "data");
    mkdirSync(folder);
    way.prepare?.(folder);
    try {
      await withApps(async (start) => {
        const file = join(folder, "school.db");
        const location = databaseLocation(`file:${file}`, folder);
        const school = await openSchool(location, SIZE);
        const app = await start({ databaseUrl: location.url });
        const { seats, browser } = await seat(school, app, random);
        await sendAll(seats);
        for (let time = 0; time < times; time += 1) {
          letSessionsAge(file);
          way.begin({ folder, file, app, chance: random() });
          try {
            totals.refused += await sendUntilRefused(seats);
            totals.keptInOutbox += await browser.answer();
            totals.readMeanwhile += await readEverything(app, school.pupils);
            requireKept(file, seats);
          } finally {
            way.end({ folder, file, app });
          }
          await sendTheRest(seats);
          await browser.deliver();
          totals.times += 1;
        }
        await app.stop();
        await requireExactly(location, [...seats, browser]);
        totals.acknowledged += acknowledgedBy(seats).length;
      });
    } finally {
      way.dismiss?.(folder);
    }
  });
}

/** Everybody at a plain client, but for the last learner, who has a browser with an outbox. */
async function seat(school: School, app: AppServer, random: () => number) {
  const { baseUrl } = app;
  const [last] = school.pupils.slice(-1);
  assert.ok(last);
  const seats = await seatClass({ ...school, pupils: school.pupils.slice(0, -1) }, { baseUrls: [baseUrl], random });
  const cookie = (await sessionCookie(last, 0)).join("=");
  const jar = { current: () => cookie, async end() {}, signIn() {} };
  const network = new BadNetwork({ baseUrl, jar, weather: [] });
  return { seats, browser: new BrowserAtWork({ userId: last.userId, cards: school.cards, network, random }) };
}

/** Every session was last in use so long ago that the next request wants to note it. */
function letSessionsAge(file: string): void {
  const database = new Database(file);
  database.exec(`UPDATE "Session" SET "lastSeenAt" = '2020-01-01T00:00:00.000+00:00'`);
  database.close();
}

/** Everybody answers until everybody has been refused. Returns how many requests were. */
async function sendUntilRefused(seats: readonly Seat[]): Promise<number> {
  for (let round = 0; round < ROUNDS_UNTIL_FULL; round += 1) {
    const replies = await sendAll(seats);
    const refused = replies.filter((reply) => reply?.status !== 200);
    for (const reply of refused) requireUnavailable(reply);
    if (refused.length === seats.length) return refused.length;
  }
  throw new Error("Inconsistent: the disk does not fill up");
}

/** Returns how many pages and answers were read. */
async function readEverything({ baseUrl }: AppServer, pupils: readonly Pupil[]): Promise<number> {
  for (const pupil of pupils) {
    const client = new Client(baseUrl, [await sessionCookie(pupil, 0)]);
    for (const path of READ) {
      const reply = await client.get(path);
      assert.equal(reply.status, 200, `${path}: ${reply.text.slice(0, 300)}`);
    }
  }
  return pupils.length * READ.length;
}

/** The server starts on a file that it may not write: nobody is served, until it may. Nobody can tell then what the file holds. */
async function openWithoutRight(given: {
  readonly files: "file" | "file and folder";
  readonly random: () => number;
}): Promise<void> {
  await withFolder((outer) =>
    withApps(async (start) => {
      const folder = join(outer, "data");
      mkdirSync(folder);
      const file = join(folder, "school.db");
      const location = databaseLocation(`file:${file}`, folder);
      const school = await openSchool(location, SIZE);
      const setRight = (writable: boolean) => {
        chmodSync(file, writable ? 0o644 : 0o444);
        if (given.files === "file and folder") chmodSync(folder, writable ? 0o755 : 0o555);
      };
      setRight(false);
      try {
        const wrapper = withoutPrivileges();
        const app = await start({ databaseUrl: location.url, wrapper, readyPath: "/api/health" });
        const seats = await seatClass(school, { baseUrls: [app.baseUrl], random: given.random });
        for (const reply of await sendAll(seats)) requireUnavailable(reply);
        setRight(true);
        await sendTheRest(seats);
        await app.stop();
        await requireExactly(location, seats);
      } finally {
        setRight(true);
      }
    }),
  );
}
