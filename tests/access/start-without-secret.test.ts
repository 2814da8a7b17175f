// `next start` by itself, as somebody may run it, without the checks of scripts/start.mjs before it.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/scripts/free-port";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-secret-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the built app in a folder without data/secret, and waits until it has ended by itself. */
async function serve(secret: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const port = String(await freePort());
  const env = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: `file:${join(folder, "a.db")}`,
    ...secret,
  } as const;
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", ROOT, "--port", port], { cwd: folder, env });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const hard = setTimeout(() => child.kill("SIGKILL"), 90_000);
  const code = await ended;
  clearTimeout(hard);
  return { code, output };
}

test.each<[string, Record<string, string>, RegExp]>([
  ["no secret", {}, /NEXTAUTH_SECRET is not set/],
  ["a short secret", { NEXTAUTH_SECRET: "f3Kq" }, /NEXTAUTH_SECRET must have at least 32 characters/],
  ["a known secret", { NEXTAUTH_SECRET: "changemechangemechangemechangeme" }, /is a placeholder or easy to guess/],
])("with %s it ends, saying why", async (_, secret, sentence) => {
  const { code, output } = await serve(secret);
  expect(output).toMatch(sentence);
  expect(code).toBe(1);
  expect(output).not.toContain("changemechangeme");
});
