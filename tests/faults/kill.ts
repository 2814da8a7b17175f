import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseLocation } from "@/lib/env";
import { seededRandom } from "@/lib/seeded-random";
import { type AppServer, withApps } from "./app-server";
import { acknowledgedBy, type Seat, seatClass, sendTheRest, sumOver, workUntilCutOff } from "./class-at-work";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool } from "./school";
import { requireExactly, requireKept } from "./stored-answers";
import { withFolder } from "./temporary-folder";

/** 8 requests at a time. */
const SIZE = { pupils: 4, devices: 2 };
/** The server lives so long at most after its first acknowledgement, ms. */
const LIFE_MS = 300;
/** So often it does not live to see one: it dies while it starts to answer. */
const EARLY_DEATHS = 0.2;
/** A new process takes about so long to its first acknowledgement, ms. */
const FIRST_ANSWER_MS = 400;
/** A new database after so many kills, so that the checks after the thousandth kill cost no more than after the first. */
const KILLS_PER_DATABASE = 100;

export const kill: Scenario = {
  name: "kill",
  sentence:
    "The server dies by SIGKILL while 8 devices answer, starts again on the same SQLite file, and is sent again what it had not acknowledged: every acknowledged answer is there, none twice, the file is sound.",
  counted: "kills",
  defaultCount: 1_000,
  run: runKills,
};

interface Totals {
  kills: number;
  databases: number;
  acknowledged: number;
  /** Made, sent, and not acknowledged when the server died. */
  sentAgain: number;
  /** Of those, what had been stored all the same: only the response was lost. */
  storedBefore: number;
  integrityChecks: number;
}

async function runKills({ count, seed, say }: ScenarioOptions): Promise<Summary> {
  const random = seededRandom(seed);
  const totals: Totals = { kills: 0, databases: 0, acknowledged: 0, sentAgain: 0, storedBefore: 0, integrityChecks: 0 };
  while (totals.kills < count) {
    await killOnOneDatabase({ kills: Math.min(KILLS_PER_DATABASE, count - totals.kills), random, totals });
    say(`${totals.kills} kills, ${totals.acknowledged} answers acknowledged, all of them there once`);
  }
  return { ...totals, lost: 0, doubled: 0 };
}

async function killOnOneDatabase(given: {
  readonly kills: number;
  readonly random: () => number;
  readonly totals: Totals;
}): Promise<void> {
  const { kills, random, totals } = given;
  await withFolder((folder) =>
    withApps(async (start) => {
      const file = join(folder, "school.db");
      const location = databaseLocation(`file:${file}`, folder);
      const school = await openSchool(location, SIZE);
      let app = await start({ databaseUrl: location.url });
      const seats = await seatClass(school, { baseUrls: [app.baseUrl], random });
      for (let round = 0; round < kills; round += 1) {
        await killAtWork(app, seats, random);
        totals.sentAgain += sumOver(seats, (pupil) => pupil.pending.length);
        app = await start({ databaseUrl: location.url, port: app.port });
        requireKept(file, seats);
      }
      await sendTheRest(seats);
      await app.stop();
      requireKept(file, seats);
      await requireExactly(location, seats);
      totals.kills += kills;
      totals.databases += 1;
      totals.acknowledged += acknowledgedBy(seats).length;
      totals.storedBefore += sumOver(seats, (pupil) => pupil.duplicates);
      totals.integrityChecks += kills + 1;
    }),
  );
}

/** Everybody answers until the server is gone. */
async function killAtWork(app: AppServer, seats: readonly Seat[], random: () => number): Promise<void> {
  let answered = () => {};
  const firstAnswer = new Promise<void>((resolve) => (answered = resolve));
  const working = Promise.all(seats.map((seat) => workUntilCutOff(seat, answered)));
  if (random() < EARLY_DEATHS) await sleep(random() * FIRST_ANSWER_MS);
  else await Promise.race([firstAnswer, working]).then(() => sleep(random() * LIFE_MS));
  await app.kill();
  await working;
}
