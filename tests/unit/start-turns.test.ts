// Two starts from one folder must not install, generate or build at the same time.

import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-turns-"));
  cpSync("scripts/launch", join(folder, "scripts/launch"), { recursive: true });
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** A process that takes its turn, says so, and gives it back when its input ends. */
function start() {
  const module = pathToFileURL(join(folder, "scripts/launch/turns.mjs")).href;
  const program = `
    const { inTurn } = await import(${JSON.stringify(module)});
    await inTurn(async () => {
      console.log("in");
      process.stdin.resume();
      await new Promise((resolve) => process.stdin.once("end", resolve));
      console.log("out");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  return {
    child,
    output: () => output,
    async says(text: string): Promise<void> {
      while (!output.includes(text)) await new Promise((resolve) => child.stdout.once("data", resolve));
    },
  };
}

test("the second waits until the first is done", async () => {
  const first = start();
  await first.says("in\n");
  const second = start();
  await second.says("waiting");
  expect(second.output()).not.toContain("in\n");
  first.child.stdin.end();
  await first.says("out\n");
  await second.says("in\n");
});

test("one that is killed is waited for no longer", async () => {
  const first = start();
  await first.says("in\n");
  const second = start();
  const third = start();
  await Promise.all([second.says("waiting"), third.says("waiting")]);
  first.child.kill("SIGKILL");
  await Promise.race([second.says("in\n"), third.says("in\n")]);
  expect([second, third].filter(({ output }) => output().includes("in\n"))).toHaveLength(1);
  for (const { child } of [second, third]) child.stdin.end();
  await Promise.all([second.says("out\n"), third.says("out\n")]);
});
