import { expect, test } from "vitest";
import { kill } from "./kill";

test("a server killed under load loses no acknowledged answer and doubles none", async () => {
  const summary = await kill.run({ count: 4, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ kills: 4, lost: 0, doubled: 0 });
  for (const seen of [summary.acknowledged, summary.sentAgain]) expect(seen).toBeGreaterThan(0);
});
