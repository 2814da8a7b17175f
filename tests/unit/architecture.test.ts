import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

const REFUSED: [folder: string, specifier: string][] = [
  ["lib/srs", "@/lib/data/answers"],
  ["lib/srs", "../data/answers"],
  ["lib/srs", "react"],
  ["lib/answers", "@/lib/clock"],
  ["lib/glossary", "next/headers"],
  ["lib/stats", "@prisma/client"],
  ["lib/client", "@/lib/data/answers"],
  ["lib/client", "@/lib/auth/user"],
  ["lib/client", "zod"],
  ["lib/data", "@/lib/auth/user"],
  ["lib/data", "@/app/_ui/button"],
  ["lib/data", "next/headers"],
  ["lib/auth", "@/lib/data/client"],
  ["app", "@prisma/client"],
  ["app", "@/lib/data/generated/sqlite/client"],
  ["app", "@/lib/data/client"],
  ["app", "next-auth"],
];
const ALLOWED: [folder: string, specifier: string][] = [
  ["lib/srs", "./sm2"],
  ["lib/glossary", "../srs/types"],
  ["lib/client", "@/lib/srs/session"],
  ["lib/data", "@/lib/srs/queue"],
  ["lib/auth", "@/lib/data/users"],
  ["app", "@/lib/data/answers"],
];

describe("imports point one way", () => {
  let tree: string;
  let refusedFiles: Set<string>;
  const fileOf = (folder: string, specifier: string) => `${folder}/probe-${specifier.replace(/[^a-z0-9]+/gi, "-")}.ts`;

  // One small tree with the project's rules, one file for each import in question, one run of the linter.
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), "termwise-lint-"));
    const rules = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
    writeFileSync(join(tree, "biome.json"), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));
    for (const [folder, specifier] of [...REFUSED, ...ALLOWED]) {
      const path = join(tree, fileOf(folder, specifier));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { anything } from "${specifier}";\n\nexport const probe = anything;\n`);
    }
    const run = spawnSync(process.execPath, [BIOME, "lint", "--max-diagnostics=none", "--reporter=json", "."], {
      cwd: tree,
      encoding: "utf8",
    });
    const report = JSON.parse(run.stdout.slice(run.stdout.indexOf("{"))) as Report;
    refusedFiles = new Set(
      report.diagnostics.filter((found) => found.category.endsWith("noRestrictedImports")).map(pathOf),
    );
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(REFUSED)("the linter refuses that %s imports %s", (folder, specifier) => {
    expect(refusedFiles).toContain(fileOf(folder, specifier));
  });
  test.each(ALLOWED)("%s may import %s", (folder, specifier) => {
    expect(refusedFiles).not.toContain(fileOf(folder, specifier));
  });
});

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string | { readonly file: string } };
  }[];
}
function pathOf({ location }: Report["diagnostics"][number]): string {
  return (typeof location.path === "string" ? location.path : location.path.file).replace(/^\.\//, "");
}

describe("one place each", () => {
  const sources = ["app", "lib", "seed", "prisma"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
    )
    .concat("proxy.ts")
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated"));
  const filesWith = (pattern: RegExp) =>
    sources.filter((path) => pattern.test(readFileSync(join(ROOT, path), "utf8"))).sort();

  test("only the clocks read the machine's time", () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)/)).toEqual(["lib/client/clock.ts", "lib/clock.ts"]);
  });

  test("only lib/env.ts reads the environment", () => {
    expect(filesWith(/\bprocess\.env\b/)).toEqual(["lib/env.ts"]);
  });

  test("nothing asks another host for anything", () => {
    expect(filesWith(/@import url\(|fonts\.googleapis|<script[^>]+src="https?:/)).toEqual([]);
  });
});
