import { expect, test } from "vitest";
import { disk } from "./disk";

test("a full disk or a file that cannot be written loses nothing, and needs no restart", async () => {
  const summary = await disk.run({ count: 4, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ times: 4, openedReadOnly: 2, lost: 0, doubled: 0 });
  for (const seen of [summary.refused, summary.readMeanwhile, summary.keptInOutbox]) expect(seen).toBeGreaterThan(0);
});
