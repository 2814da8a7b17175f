import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  // The package throws outside a React server build; tests are neither browser nor React server.
  "server-only": fileURLToPath(new URL("tests/fixtures/server-only.ts", import.meta.url)),
};
const env = { TZ: "UTC", NODE_ENV: "test" } as const;

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/property/**/*.test.ts"],
          env,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          globalSetup: ["tests/contract/postgres.setup.ts"],
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "server",
          include: ["tests/access/**/*.test.ts", "tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/server.setup.ts"],
          env,
          // One server and one processor for it and the browser: files run one after another.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          env,
          // Each starts, breaks and restarts servers of its own.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
