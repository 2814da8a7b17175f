import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

// A copy of what the script reads, so that the test can spoil it.
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "termwise-generate-"));
  cpSync("prisma", join(root, "prisma"), { recursive: true });
  cpSync("scripts/generate.mjs", join(root, "scripts/generate.mjs"));
});
afterEach(() => rmSync(root, { recursive: true }));

const check = () => spawnSync(process.execPath, [join(root, "scripts/generate.mjs"), "--check"], { encoding: "utf8" });

describe("the PostgreSQL schema", () => {
  test("is what the script derives from prisma/schema.prisma", () => {
    expect(check()).toMatchObject({ status: 0, stderr: "" });
  });

  test("is called stale when either file has changed", () => {
    const source = join(root, "prisma/schema.prisma");
    const text = readFileSync(source, "utf8");
    writeFileSync(source, `${text}\nmodel Extra {\n  id String @id\n}\n`);
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("npm run generate") });
    writeFileSync(source, text);
    writeFileSync(join(root, "prisma/postgresql/schema.prisma"), text);
    expect(check().status).toBe(1);
  });

  test("differs from the SQLite one in provider and output alone", () => {
    const lines = (path: string) => readFileSync(path, "utf8").split("\n");
    const source = lines("prisma/schema.prisma");
    const derived = lines("prisma/postgresql/schema.prisma").slice(2);
    expect(derived.filter((line, index) => line !== source[index])).toEqual([
      '  provider = "postgresql"',
      '  output          = "../../lib/data/generated/postgresql"',
    ]);
  });
});
