import { describe, expect, test } from "vitest";
import { glossaryAddress, inLanguage, isGlossaryPath, readLanguageAddress, readLanguageRoot } from "@/lib/i18n/address";

describe("a path that names a language", () => {
  test.each([
    ["/zh/glossary", "zh-CN", "/glossary"],
    ["/en/glossary", "en", "/glossary"],
    ["/en/glossary/iou", "en", "/glossary/iou"],
    ["/zh/glossary/topics/core/detection", "zh-CN", "/glossary/topics/core/detection"],
  ])("%s is read", (pathname, locale, path) => {
    expect(readLanguageAddress(pathname)).toEqual({ locale, path });
  });

  test.each([
    "/glossary",
    "/glossary/zh",
    "/fr/glossary",
    "/ZH/glossary",
    "/zh-CN/glossary",
    "/zhglossary",
    "/zh",
    "/zh/",
    "/zh/review",
    "/zh/glossaryx",
    "/zh/en/glossary",
    "//zh/glossary",
  ])("%s names none", (pathname) => {
    expect(readLanguageAddress(pathname)).toBeNull();
  });
});

test.each([
  ["/zh", "zh-CN"],
  ["/en", "en"],
  ["/fr", null],
  ["/zh/", null],
  ["/EN", null],
  ["/", null],
  ["/en/glossary", null],
])("%s is a language alone: %j", (pathname, locale) => {
  expect(readLanguageRoot(pathname)).toBe(locale);
});

test.each([
  ["/glossary", true],
  ["/glossary?by=section", true],
  ["/glossary#top", true],
  ["/glossary/iou", true],
  ["/glossary-of-others", false],
  ["/review", false],
])("%s is the glossary's: %j", (address, own) => {
  expect(isGlossaryPath(address)).toBe(own);
});

test("an address moves from language to language and back", () => {
  expect(glossaryAddress(null)).toBe("/glossary");
  expect(glossaryAddress("zh-CN")).toBe("/zh/glossary");
  expect(inLanguage("/glossary/iou", "en")).toBe("/en/glossary/iou");
  expect(inLanguage("/zh/glossary/iou", "en")).toBe("/en/glossary/iou");
  expect(inLanguage("/en/glossary?by=section", null)).toBe("/glossary?by=section");
});
