import { expect, test } from "vitest";
import { postgres } from "./postgres";

test("PostgreSQL that crashes under load loses nothing, and the servers need no restart", async () => {
  const summary = await postgres.run({ count: 3, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ crashes: 3, lost: 0, doubled: 0 });
  for (const seen of [summary.refused, summary.acknowledged]) expect(seen).toBeGreaterThan(0);
});
