// One process owns a SQLite file.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDatabaseFile } from "@/lib/data/engine/process-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another Node process that takes the lock of `file`, says so, and holds it until its input ends. */
async function otherProcess(file: string) {
  const script = `import { lockDatabaseFile } from "./lib/data/engine/process-lock.ts";
    try { lockDatabaseFile(${JSON.stringify(file)}); console.log("taken"); process.stdin.resume(); }
    catch (error) { console.log(error.message); }`;
  const args = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const [said] = await new Promise<[string]>((resolve) =>
    createInterface({ input: child.stdout }).once("line", (line) => resolve([line])),
  );
  return { child, exited, said };
}

describe("the lock of a database file", () => {
  test("is refused to another process, with the holder's id in the sentence", async () => {
    const file = join(folder, "a.db");
    const unlock = lockDatabaseFile(file);
    const { said, child, exited } = await otherProcess(file);
    child.kill();
    await exited;
    expect(said).toContain(`in use by another Termwise process (process id ${process.pid})`);
    unlock();
  });

  test("is refused a second time in one process, and does not lose its hold by the attempt", async () => {
    const file = join(folder, "a.db");
    const unlock = lockDatabaseFile(file);
    expect(() => lockDatabaseFile(file)).toThrow("already open in this process");
    const { said, child, exited } = await otherProcess(file);
    child.kill();
    await exited;
    expect(said).not.toBe("taken");
    unlock();
  });

  test("is free again when its holder was killed", async () => {
    const file = join(folder, "a.db");
    const { said, child, exited } = await otherProcess(file);
    expect(said).toBe("taken");
    expect(() => lockDatabaseFile(file)).toThrow(`process id ${child.pid}`);
    child.kill("SIGKILL");
    await exited;
    lockDatabaseFile(file)();
  });

  test("belongs to one file; others are free", () => {
    const unlockA = lockDatabaseFile(join(folder, "a.db"));
    const unlockB = lockDatabaseFile(join(folder, "b.db"));
    unlockA();
    unlockB();
    lockDatabaseFile(join(folder, "a.db"))();
  });
});
