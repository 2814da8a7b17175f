import { expect, test } from "vitest";
import { devices } from "./devices";

test("many devices, tabs and wrong clocks: each answer counts once, at its true time", async () => {
  const summary = await devices.run({ count: 40, seed: 1, say: () => {} });
  expect(summary).toMatchObject({ runs: 160, lost: 0, doubled: 0 });
});
