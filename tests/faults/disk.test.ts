import { expect, test } from "vitest";
import { disk } from "./disk";

test("a full disk or a file that cannot be written loses nothing, and needs no restart", async () => {
  const summary = await disk.run({ count: 4, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ times: 4, openedReadOnly: 2, lost: 0, doubled: 0 });
  // Where the machine does not let us mount, the size of files is limited; one of the two there must be.
  expect(summary.ways).toMatch(/full disk|file size limit/);
  for (const seen of [summary.refused, summary.readMeanwhile, summary.keptInOutbox]) expect(seen).toBeGreaterThan(0);
});
