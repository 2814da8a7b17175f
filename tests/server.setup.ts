// One server for all access and browser tests; tests keep apart by using learners of their own.

import type { TestProject } from "vitest/node";
import { startServer } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    readonly baseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Limits are on, but all tests come from one address, and strings of hundreds faster than people: tests/access/rate-limit has the usual.
  const server = await startServer({ env: { RATE_LIMIT: "10" } });
  project.provide("baseUrl", server.baseUrl);
  return () => server.stop();
}
