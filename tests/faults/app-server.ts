// The built app as a process of its own that may die at any moment and be started again. Unlike tests/server.ts it does not go through
// `npm start`: a restart takes less than a second.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "@/scripts/free-port";
import { buildApp } from "@/scripts/launch/build.mjs";
import { withoutVitest } from "../server";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const APP_SERVER = join(ROOT, "scripts/launch/app-server.mjs");
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 20;

export const APP_SECRET = "a-secret-for-faults-only-0123456789abcdef";

export interface AppServer {
  readonly baseUrl: string;
  readonly port: number;
  /** Of the process that serves. */
  readonly pid: number;
  /** What it printed so far. */
  output(): string;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly databaseUrl: string;
  /** Default: a free one. A restart takes the port of the server before. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs the server, for example with fewer rights. It must end in `exec`, so that the process stays the same. */
  readonly wrapper?: readonly string[];
  /** The path that must answer 200 before the start counts as done. */
  readonly readyPath?: string;
}

let built: Promise<void> | undefined;

/**
 * Starts the app, building it first when its sources have changed; resolves when it answers.
 *
 * @throws Error with the server's output when it ends early or does not answer in time
 */
export async function startApp(options: AppOptions): Promise<AppServer> {
  built ??= buildApp({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  await built;
  const { databaseUrl, env, wrapper = [], readyPath = "/api/ready" } = options;
  const port = options.port ?? (await freePort());
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, APP_SERVER];
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...withoutVitest(process.env),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: APP_SECRET,
      LOG_LEVEL: "warn",
      BACKUP_FOLDER: "none",
      RATE_LIMIT: "off",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const notStarted = new Promise<never>((_resolve, reject) => child.once("error", reject));
  const gone = Promise.race([
    notStarted.catch(() => {}),
    new Promise<void>((resolve) => child.once("exit", () => resolve())),
  ]);
  const baseUrl = `http://127.0.0.1:${port}`;
  const signal = (name: NodeJS.Signals) => {
    child.kill(name);
    return gone;
  };
  try {
    await Promise.race([notStarted, untilReady(child, `${baseUrl}${readyPath}`, () => output)]);
  } catch (error) {
    await signal("SIGKILL");
    throw error;
  }
  return {
    baseUrl,
    port,
    pid: child.pid ?? 0,
    output: () => output,
    kill: () => signal("SIGKILL"),
    stop: () => signal("SIGTERM"),
  };
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server stopped with code ${child.exitCode ?? child.signalCode}:\n${output()}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`the server did not answer in time:\n${output()}`);
}

const OUTPUT_SHOWN = 4_000;

/** Lets `use` start servers. Whatever happens, none is left; when something fails, what they printed last stands in the error. */
export async function withApps<Result>(use: (start: typeof startApp) => Promise<Result>): Promise<Result> {
  const started: AppServer[] = [];
  try {
    return await use(async (options) => {
      const app = await startApp(options);
      started.push(app);
      return app;
    });
  } catch (error) {
    const printed = started.map((app) => app.output().slice(-OUTPUT_SHOWN)).join("\n");
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\nThe servers said:\n${printed}`, { cause: error });
  } finally {
    await Promise.all(started.map((app) => app.kill()));
  }
}
