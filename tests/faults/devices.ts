import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { withDatabase } from "@/lib/data/with-database";
import { type DatabaseLocation, databaseLocation } from "@/lib/env";
import type { UserId } from "@/lib/srs/types";
import { startPostgres } from "@/scripts/embedded-postgres";
import { DELIVERY_PLANS, deliverToTwo } from "./many-devices";
import type { Scenario, ScenarioOptions, Summary } from "./scenario";
import { openSchool } from "./school";
import { OUTBOX_PLANS, sendFromAllTabs } from "./shared-outbox";
import { requireStatesOfLog } from "./stored-answers";
import { withFolder } from "./temporary-folder";

/** Making a failure smaller takes learners of its own. */
const SPARE_PUPILS = 500;

export const devices: Scenario = {
  name: "devices",
  sentence:
    "On both engines: two tabs and a worker of each of two browsers, whose clocks are wrong by up to two days, send the same outbox at once; and every operation is sent 2 to 10 times at once over 3 devices in any order: each is applied once, at the true time and study day, and the states are the same whatever the order.",
  counted: "runs of each on each engine",
  defaultCount: 1_000,
  run: runDevices,
};

interface Totals {
  runs: number;
  requests: number;
}

async function runDevices(options: ScenarioOptions): Promise<Summary> {
  const totals: Totals = { runs: 0, requests: 0 };
  await withFolder((folder) =>
    runOn(databaseLocation(`file:${join(folder, "school.db")}`, folder), { ...options, totals }),
  );
  const server = await startPostgres();
  try {
    await server.createDatabase("school");
    await runOn(databaseLocation(server.url("school"), "/"), { ...options, totals });
  } finally {
    await server.stop();
  }
  return { ...totals, lost: 0, doubled: 0 };
}

async function runOn(
  location: DatabaseLocation,
  { count, seed, say, totals }: ScenarioOptions & { readonly totals: Totals },
): Promise<void> {
  const { cards, pupils } = await openSchool(location, { pupils: 3 * count + SPARE_PUPILS, devices: 0 });
  const free = pupils.map(({ userId }) => userId);
  const next = (): UserId => {
    const userId = free.pop();
    assert.ok(userId !== undefined);
    return userId;
  };
  await withDatabase(location, async () => {
    const tabs = fc.asyncProperty(OUTBOX_PLANS, async (plan) => {
      totals.requests += await sendFromAllTabs(plan, { cards, userId: next() });
      totals.runs += 1;
    });
    await fc.assert(tabs, { numRuns: count, seed });
    say(`${location.engine}: ${count} times two browsers with two tabs and a worker each`);
    const repeats = fc.asyncProperty(DELIVERY_PLANS, async (plan) => {
      totals.requests += await deliverToTwo(plan, { cards, learners: [next(), next()] });
      totals.runs += 1;
    });
    await fc.assert(repeats, { numRuns: count, seed });
    say(`${location.engine}: ${count} times every operation 2 to 10 times over three devices, for two learners`);
    await requireStatesOfLog();
  });
}
