// What Stryker runs for each mutant: only the tests of lib/srs.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["tests/unit/srs/**/*.test.ts", "tests/property/**/*.test.ts"],
    env: { TZ: "UTC", NODE_ENV: "test" },
    testTimeout: 60_000,
  },
});
