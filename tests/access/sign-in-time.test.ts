import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../server";
import { freshName, PASSWORD, signUp, stranger } from "./people";

const ACCOUNTS = 10;
/** Below the tries after which one has to wait. */
const TRIES = 4;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function timeOf(name: string): Promise<number> {
  const begun = performance.now();
  const reply = await stranger(server.baseUrl).post("/api/account/sign-in", {
    name,
    password: `${PASSWORD}, but wrong`,
  });
  expect(reply.status).toBe(401);
  return performance.now() - begun;
}

/** The time that a quarter of them took less than: what else the machine does makes single ones longer, hardly ever shorter. */
function lowerQuartile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;
}

// A test of time, because the time itself must tell nothing; by ratio, in turns, with a bound that only a missing hash oversteps.
test("an unknown name takes as long as a wrong password", async () => {
  const names = await Promise.all(Array.from({ length: ACCOUNTS }, async () => (await signUp(server.baseUrl)).name));
  const times = { known: [] as number[], unknown: [] as number[], impossible: [] as number[] };
  // In turns, so that whatever else the machine does weighs on all alike.
  for (const name of names) {
    const nobody = freshName();
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      times.known.push(await timeOf(name));
      times.unknown.push(await timeOf(nobody));
      times.impossible.push(await timeOf(`<${nobody}>`));
    }
  }
  const known = lowerQuartile(times.known);
  // Without the hash that stands in for a missing one, it would be a fifth.
  for (const other of [times.unknown, times.impossible]) {
    expect(lowerQuartile(other) / known).toBeGreaterThan(0.5);
    expect(lowerQuartile(other) / known).toBeLessThan(2);
  }
});
