// Starts the real app, the way `npm start` does, on a database and a clock of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@/scripts/free-port";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Building on a cold, small machine takes minutes. */
const START_TIMEOUT_MS = 300_000;

export interface TestServer {
  readonly baseUrl: string;
  /** Path of the SQLite file, or the PostgreSQL address. */
  readonly databaseUrl: string;
  /** Moves the server's clock, in ms relative to the machine's. */
  setClockOffset(offsetMs: number): void;
  /** What the server printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Runs scripts/start.mjs on a free port with a database in a temporary folder and resolves when it answers.
 *
 * @throws Error with the server's output when it exits early or is not ready in time.
 */
export async function startServer(options: { env?: Record<string, string> } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-server-"));
  const clockFile = join(folder, "clock");
  writeFileSync(clockFile, "0");
  const port = await freePort();
  const databaseUrl = options.env?.DATABASE_URL ?? `file:${join(folder, "termwise.db")}`;
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env: {
      ...withoutVitest(process.env),
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: "a-secret-for-tests-only-0123456789abcdef",
      TEST_CLOCK_FILE: clockFile,
      BACKUP_FOLDER: "none",
      // Scripts answer faster than people.
      RATE_LIMIT: "off",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const baseUrl = `http://localhost:${port}`;
  try {
    await untilReady(child, `${baseUrl}/api/ready`, () => output);
  } catch (error) {
    await stopChild(child);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    baseUrl,
    databaseUrl,
    setClockOffset: (offsetMs) => writeFileSync(clockFile, String(offsetMs)),
    output: () => output,
    async stop() {
      await stopChild(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The test runner's own variables would change how the app behaves. */
export function withoutVitest(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => !/^(VITEST|NODE_ENV|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(entry[0]),
    ),
  );
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server stopped with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not answer in time:\n${output()}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(hard);
}
