import { expect, test } from "vitest";
import { network } from "./network";

test("over a bad network the real outbox brings everything to the real server, once", async () => {
  const summary = await network.run({ count: 150, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ runs: 150, lost: 0, doubled: 0 });
  for (const happened of [summary.mishaps, summary.signIns, summary.operations]) expect(happened).toBeGreaterThan(20);
});
