// What holds for every figure, as `npm run generate` drew it. Each test names the figures that break its rule.

import { expect, test } from "vitest";
import { DRAWN_FIGURES } from "@/lib/data/figures";

const SMALLEST_TEXT = 12;
/** Its subject is Chinese that becomes English. */
const TRANSLATES = "seq2seq";

const drawings = Object.entries(DRAWN_FIGURES).flatMap(([name, { svg, alt, caption, liveCaption }]) =>
  (["zh", "en"] as const).map((language) => ({
    name: `${name} in ${language}`,
    bare: name,
    language,
    svg: svg[language],
    words: `${alt[language]} ${caption[language]} ${liveCaption[language]}`,
  })),
);

/** The names of those that a rule does not let pass. */
function offenders(breaks: (drawing: (typeof drawings)[number]) => boolean): string[] {
  return drawings.filter(breaks).map(({ name }) => name);
}

test("there are at least sixty, twelve of them to play with", () => {
  expect(Object.keys(DRAWN_FIGURES).length).toBeGreaterThanOrEqual(60);
  expect(Object.values(DRAWN_FIGURES).filter(({ interactive }) => interactive).length).toBeGreaterThanOrEqual(12);
});

test("they obey the content security policy and share no name with another on the page", () => {
  expect(offenders(({ svg }) => /\sstyle=|\sid=|<style|<script|<image|href=|url\(/.test(svg))).toEqual([]);
});

test("they take their colours from the tokens", () => {
  expect(offenders(({ svg }) => /(?:fill|stroke)="(?!none")|#[0-9a-f]{3,8}\b|rgb\(/i.test(svg))).toEqual([]);
});

test("none has text too small for a phone", () => {
  const sizes = (svg: string) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  expect(offenders(({ svg }) => sizes(svg).some((size) => size < SMALLEST_TEXT))).toEqual([]);
});

test("each speaks the reader's language", () => {
  const chinese = /[\p{Script=Han}，。：；]/u;
  expect(
    offenders(({ bare, language, svg, words }) =>
      language === "en" ? chinese.test(bare === TRANSLATES ? words : svg + words) : !chinese.test(words),
    ),
  ).toEqual([]);
});

test("none has a gap where a number could not be computed", () => {
  expect(offenders(({ svg }) => /NaN|undefined|Infinity|\[object/.test(svg))).toEqual([]);
});

test("negative numbers have a minus sign and not a hyphen", () => {
  expect(offenders(({ svg }) => /<text[^>]*>[^<]*(?<![\w-])-\d/.test(svg))).toEqual([]);
});
