import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { encode } from "next-auth/jwt";
import { freePort } from "@/scripts/free-port";
import { BENCH_NOW_MS } from "./context";
import type { MadeLearner } from "./make-learner";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SECRET = "a-secret-for-benchmarks-only-0123456789abcdef";
const COOKIE = "termwise.session";
const READY_TIMEOUT_MS = 60_000;

/** The built app, serving the large learner's database, with its clock on the learner's evening. */
export interface AppServer {
  readonly baseUrl: string;
  /** A Cookie header of the learner; every number is a session of its own. */
  cookie(session: number): Promise<string>;
  /** Puts the server's clock to this instant, ms since the epoch; it goes on from there. */
  setClock(nowMs: number): void;
  /** Processor time that the server has used so far, all its threads. */
  cpuMs(): number;
  /** Memory that the server occupies. */
  residentBytes(): number;
  stop(): Promise<void>;
}

/** Builds the app when its sources have changed and starts it as production does, but for the seed: the glossary is made up. */
export async function startApp(learner: MadeLearner, sessions: number): Promise<AppServer> {
  writeSessions(learner, sessions);
  const clockFile = `${learner.file}.clock`;
  const setClock = (nowMs: number) => writeFileSync(clockFile, String(nowMs - Date.now()));
  setClock(BENCH_NOW_MS);
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: `file:${learner.file}`,
    NEXTAUTH_SECRET: SECRET,
    TEST_CLOCK_FILE: clockFile,
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
    BACKUP_FOLDER: "none",
    RATE_LIMIT: "off",
  } as const;
  const build = `import(${JSON.stringify(join(ROOT, "scripts/launch/build.mjs"))}).then(({ buildApp }) => buildApp(process.env))`;
  await ended(spawn(process.execPath, ["-e", build], { cwd: ROOT, env, stdio: ["ignore", 2, 2] }));
  // Standard output belongs to the report.
  const child = spawn(process.execPath, [join(ROOT, "scripts/launch/app-server.mjs")], {
    cwd: ROOT,
    env,
    stdio: ["ignore", 2, 2],
  });
  const baseUrl = `http://localhost:${port}`;
  await untilReady(child, `${baseUrl}/api/ready`);
  return {
    baseUrl,
    async cookie(session) {
      const token = { sub: learner.userId, sid: sessionId(session) };
      return `${COOKIE}=${await encode({ token, secret: SECRET, maxAge: 86_400 })}`;
    },
    setClock,
    cpuMs: () => readProcess(child).cpuMs,
    residentBytes: () => readProcess(child).residentBytes,
    async stop() {
      child.kill("SIGTERM");
      await ended(child, { anyCode: true });
    },
  };
}

function sessionId(session: number): string {
  return `bench-session-${session}`;
}

function writeSessions({ file, userId }: MadeLearner, count: number): void {
  const database = new Database(file);
  const text = (instantMs: number) => new Date(instantMs).toISOString().replace("Z", "+00:00");
  const insert = database.prepare(
    'INSERT OR IGNORE INTO "Session" ("userId", "id", "createdAt", "lastSeenAt", "expiresAt") VALUES (?, ?, ?, ?, ?)',
  );
  const now = text(BENCH_NOW_MS);
  for (let session = 0; session < count; session += 1) {
    insert.run(userId, sessionId(session), now, now, text(BENCH_NOW_MS + 30 * 86_400_000));
  }
  database.close();
}

/** Linux tells in /proc; its clock ticks a hundred times a second, its pages have 4 KiB. */
function readProcess({ pid }: ChildProcess): { cpuMs: number; residentBytes: number } {
  // After the name, which may contain anything, in brackets; see proc(5).
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, residentBytes: Number(fields[21]) * 4096 };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error("The app did not start; its messages above may say why.");
}

function ended(child: ChildProcess, { anyCode = false } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 || anyCode ? resolve() : reject(new Error("The app could not be built.")),
    );
  });
}
