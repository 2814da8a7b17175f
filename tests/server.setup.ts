// One server for all access and browser tests; tests keep apart by using learners of their own.

import type { TestProject } from "vitest/node";
import { startServer } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    readonly baseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Whatever a browser or a stranger does here stays within the usual limits.
  const server = await startServer({ env: { RATE_LIMIT: "1" } });
  project.provide("baseUrl", server.baseUrl);
  return () => server.stop();
}
