import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ERROR_STATUS } from "@/lib/errors";
import en from "@/lib/i18n/messages/en/errors.json";
import zh from "@/lib/i18n/messages/zh-CN/errors.json";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

describe.each([
  ["zh-CN", zh],
  ["en", en],
] as const)("errors in %s", (_, texts) => {
  test.each(Object.keys(ERROR_STATUS) as (keyof typeof ERROR_STATUS)[])("%s has its sentence", (code) => {
    expect(texts[code].length).toBeGreaterThan(10);
    // Shown as they are, without a formatter: nothing may be left to fill in.
    expect(texts[code]).not.toMatch(/[{}<>]/);
  });

  test("every code of a field that the server can answer has its sentence", () => {
    const sources = ["lib/auth", "lib/data", "app/api"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts") && !path.startsWith("generated"))
        .map((path) => readFileSync(join(ROOT, folder, path), "utf8")),
    );
    const used = new Set(sources.flatMap(codesIn));
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((code) => !Object.hasOwn(texts.fields, code))).toEqual([]);
  });
});

/** Codes in `fields: { name: "code" }`, as messages of zod checks, and in the types that list problems. */
function codesIn(source: string): string[] {
  const inFields = [...source.matchAll(/fields: \{ \[?[\w.]+\]?: "([a-z-]+)"/g)];
  const inChecks = [...source.matchAll(/(?:z\.\w+|\.min|\.max|\.refine|text)\([^()]*"([a-z]+(?:-[a-z]+)*)"\)/g)];
  const inTypes = [...source.matchAll(/type \w+Problem = ([^;]+);/g)].flatMap((type) => [
    ...(type[1] ?? "").matchAll(/"([a-z-]+)"/g),
  ]);
  return [...inFields, ...inChecks, ...inTypes]
    .flatMap((match) => match[1] ?? [])
    .filter((code) => !NOT_CODES.has(code));
}

/** Literals and zones that stand where a code could. */
const NOT_CODES = new Set(["answer", "undo"]);

test("both languages have the same codes", () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  expect(Object.keys(zh.fields).sort()).toEqual(Object.keys(en.fields).sort());
});
