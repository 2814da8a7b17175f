import { describe, expect, test } from "vitest";
import { isLocale, negotiateLocale } from "@/lib/i18n/locale";

describe("the language that a browser asks for", () => {
  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["en-GB,en;q=0.9,zh;q=0.1", "en"],
    ["zh-TW", "zh-CN"],
    ["ZH-hans-cn", "zh-CN"],
    ["fr;q=1, en;q=0.3, zh;q=0.7", "zh-CN"],
    ["en, zh", "en"],
    ["de, fr;q=0.5", null],
    ["en;q=0, zh;q=0.1", "zh-CN"],
    ["zho, english", null],
    ["*", null],
    ["", null],
    [null, null],
    [";;,q=,en;q=x", null],
  ])("%j means %j", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

test.each([
  ["zh-CN", true],
  ["en", true],
  ["EN", false],
  ["zh", false],
  [undefined, false],
  [["en"], false],
])("%j as a stored choice: %j", (value, known) => {
  expect(isLocale(value)).toBe(known);
});
