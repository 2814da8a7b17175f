import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { awayDocument } from "@/app/_away/away-document";
import { LOCALES } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";

const page = (changes: Partial<Parameters<typeof awayDocument>[0]> = {}) =>
  awayDocument({ locale: "en", theme: null, nonce: "n0nce", ...changes });

test("its colours are those of the other pages", () => {
  const roles = (text: string) =>
    new Map([...text.matchAll(/--([\w-]+): (light-dark\([^)]+\))/g)].map(([, role, value]) => [role, value]));
  const ours = roles(page());
  const theirs = roles(readFileSync("app/globals.css", "utf8"));
  expect(ours.size).toBeGreaterThan(5);
  for (const [role, value] of ours) expect([role, value]).toEqual([role, theirs.get(role)]);
  const used = [...page().matchAll(/var\(--([\w-]+)\)/g)].map(([, role]) => role);
  expect(used.filter((role) => !ours.has(role ?? ""))).toEqual([]);
});

describe.each(LOCALES)("in %s", (locale) => {
  test("it says everything, in markup that a text cannot break", () => {
    for (const text of Object.values(MESSAGES[locale].away)) {
      expect(text).not.toMatch(/[<>&"]/);
      expect(page({ locale })).toContain(text);
    }
  });
});

test("it leads to itself, with and without script", () => {
  expect(page()).toContain('<noscript><meta http-equiv="refresh" content="20"></noscript>');
  expect(page()).toContain('<a id="again" href="">');
});
