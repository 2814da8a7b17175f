// What `npm start` refuses, it refuses at once, with one clear sentence and an exit code that is not 0.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDatabaseFile } from "@/lib/data/engine/process-lock";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SECRET = "a-secret-for-tests-only-0123456789abcdef";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the start script of the project at `root`; for what is refused before anything is installed a copy of the scripts will do. */
function start({
  root = ROOT,
  env = {},
  nodeArgs = [],
  args = [],
}: {
  root?: string;
  env?: Record<string, string>;
  nodeArgs?: string[];
  args?: string[];
}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, join(root, "scripts/start.mjs"), ...args],
    {
      encoding: "utf8",
      timeout: 50_000,
      env: {
        PATH: process.env.PATH ?? "",
        HOME: folder,
        DATABASE_URL: `file:${join(folder, "a.db")}`,
        NEXTAUTH_SECRET: SECRET,
        ...env,
        NODE_ENV: "production",
      },
    },
  );
  return { status, stdout, stderr };
}

async function listening(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Inconsistent: a TCP server without a port");
  return { port: address.port, server };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const { port, server } = await listening();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

describe("npm start refuses", () => {
  test("a port in use", async () => {
    const { port, server } = await listening();
    const result = start({ env: { PORT: String(port) } });
    server.close();
    expect(result.status).toBe(1);
    expect(result.stderr).toBe(
      `✗ Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start\n`,
    );
  });

  test("a port that is none", () => {
    expect(start({ env: { PORT: "abc" } })).toMatchObject({
      status: 1,
      stderr: "✗ PORT must be a whole number from 1 to 65535.\n",
    });
  });

  test.each([
    ["nonsense", "✗ LISTEN_HOST must be an address of this machine, such as 127.0.0.1.\n"],
    ["192.0.2.77", "✗ LISTEN_HOST is 192.0.2.77, which is no address of this machine.\n"],
  ])("to serve on %s", async (host, stderr) => {
    expect(start({ env: { PORT: await freePort(), LISTEN_HOST: host } })).toMatchObject({ status: 1, stderr });
  });

  test("a data folder that cannot be written", async () => {
    cpSync(join(ROOT, "scripts"), join(folder, "scripts"), { recursive: true });
    writeFileSync(join(folder, "data"), "a file where the folder should be");
    const result = start({ root: folder, env: { PORT: await freePort(), DATABASE_URL: "" } });
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`The folder ${join(folder, "data")}, where the database is kept`),
    });
  });

  test("a Node that is too old", () => {
    const pretend = `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })`;
    expect(start({ nodeArgs: ["--import", pretend] })).toMatchObject({
      status: 1,
      stderr: "Termwise needs Node.js 20.19 or newer; this is 20.18.3. See https://nodejs.org\n",
    });
  });

  test("a wrong value in the environment, naming it", async () => {
    const result = start({ env: { PORT: await freePort(), GITHUB_ID: "half" } });
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("GITHUB_SECRET must be set as well, because GITHUB_ID is."),
    });
    expect(result.stdout).not.toContain("Building");
  });

  test("a wrong value also when the database is prepared already, which it then leaves alone", async () => {
    const url = `postgresql://me@127.0.0.1:${await freePort()}/words`;
    const env = { PORT: await freePort(), DATABASE_URL: url, GITHUB_ID: "half" };
    const result = start({ env, args: ["--prepared"] });
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining("GITHUB_SECRET must be set as well") });
    expect(result.stdout).not.toContain("Preparing the database");
  });

  test("a second process on one SQLite file", async () => {
    const unlock = lockDatabaseFile(join(folder, "a.db"));
    const result = start({ env: { PORT: await freePort() } });
    unlock();
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`in use by another Termwise process (process id ${process.pid})`),
    });
    expect(result.stdout).not.toContain("Building");
  });

  test("a database server that cannot be reached", async () => {
    const result = start({
      env: { PORT: await freePort(), DATABASE_URL: `postgresql://me@127.0.0.1:${await freePort()}/words` },
    });
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("The database server that DATABASE_URL names cannot be reached (ECONNREFUSED)."),
    });
  });
});

describe("the secret", () => {
  test("is made once, long, and readable by its owner alone", async () => {
    cpSync(join(ROOT, "scripts"), join(folder, "scripts"), { recursive: true });
    // Ends at once after the secret: there is no package-lock.json to install from.
    const begin = async () => start({ root: folder, env: { PORT: await freePort(), NEXTAUTH_SECRET: "" } });
    await begin();
    const file = join(folder, "data", "secret");
    const secret = readFileSync(file, "utf8");
    expect(secret.trim()).toMatch(/^[\w-]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await begin();
    expect(readFileSync(file, "utf8")).toBe(secret);
  });
});

describe("in production a secret must be one:", () => {
  const GUESSABLE = "changemechangemechangemechangeme";
  const REFUSED = /is a placeholder or easy to guess; make one with: node -e/;

  test("npm start refuses a known one, says how to make another, and does not show it", async () => {
    const result = start({ env: { PORT: await freePort(), NEXTAUTH_SECRET: GUESSABLE } });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(REFUSED);
    expect(result.stderr + result.stdout).not.toContain(GUESSABLE);
    expect(result.stdout).not.toContain("Building");
  });

  test("npm start refuses a short one", async () => {
    const result = start({ env: { PORT: await freePort(), NEXTAUTH_SECRET: "f3Kq" } });
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining("must have at least 32 characters") });
  });
});
