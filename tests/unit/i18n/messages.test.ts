import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { type MessageNeeds, needsOf } from "./icu-arguments";

const FOLDER = join(import.meta.dirname, "../../../lib/i18n/messages");
const NAMESPACES = Object.keys(MESSAGES["zh-CN"]).sort();

interface Entry {
  readonly key: string;
  readonly message: string;
}

function entriesOf(tree: object, prefix = ""): Entry[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    if (typeof value === "string") return [{ key, message: value }];
    if (typeof value === "object" && value !== null) return entriesOf(value, key);
    throw new Error(`${key} is neither a text nor a group of texts`);
  });
}

/** Every key with the values and tags it needs, in an order that can be compared. */
function shapeOf(locale: Locale): [key: string, values: string[], tags: string[]][] {
  return entriesOf(MESSAGES[locale])
    .map(({ key, message }): [string, string[], string[]] => {
      const { values, tags } = needsOf(message);
      return [key, [...values.keys()].sort(), [...tags].sort()];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

test("both languages have the same keys, and each text needs the same values and tags", () => {
  const shape = shapeOf("zh-CN");
  expect(shape.length).toBeGreaterThan(100);
  expect(shapeOf("en")).toEqual(shape);
});

describe.each(LOCALES)("%s", (locale) => {
  test("every file of messages is in use, and none is missing", () => {
    const files = readdirSync(join(FOLDER, locale)).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual(NAMESPACES);
  });

  test("no text is empty", () => {
    const empty = entriesOf(MESSAGES[locale]).filter(({ message }) => message.trim() === "");
    expect(empty.map(({ key }) => key)).toEqual([]);
  });

  test.each([0, 1, 2, 1_000])("every text can be formatted, for a count of %i", (count) => {
    const wrong: string[] = [];
    // The keys are read from the files here, so the types of the messages cannot tell them.
    const messages = MESSAGES[locale] as unknown as Record<string, string>;
    const translate = createTranslator({
      locale,
      messages,
      timeZone: "UTC",
      onError: (error) => wrong.push(error.message),
    });
    for (const { key, message } of entriesOf(MESSAGES[locale])) {
      const shown = renderToText(translate.rich(key, sampleValues(needsOf(message), count)));
      expect(shown, key).not.toMatch(/[{}]|<\/?\w+>/);
    }
    expect(wrong).toEqual([]);
  });
});

type Sample = string | number | Date | ((chunks: ReactNode) => ReactNode);

function sampleValues({ values, tags }: MessageNeeds, count: number): Record<string, Sample> {
  const forValues = [...values].map(([name, type]): [string, Sample] => {
    if (type === "date" || type === "time") return [name, new Date(Date.UTC(2026, 0, 31))];
    return [name, type === "" ? `‹${name}›` : count];
  });
  const forTags = [...tags].map((name): [string, Sample] => [name, (chunks) => chunks]);
  return Object.fromEntries([...forValues, ...forTags]);
}

/** The text of what `rich` gives: a text, or a list with texts in it. */
function renderToText(node: ReactNode): string {
  return Array.isArray(node) ? node.map(renderToText).join("") : String(node ?? "");
}

test("Chinese texts use Chinese punctuation between Chinese characters", () => {
  const han = "\\p{Script=Han}";
  const western = new RegExp(`${han}[,;:!?]|[,;:!?]${han}|${han}\\.(?:$|${han})`, "u");
  const wrong = entriesOf(MESSAGES["zh-CN"]).filter(({ message }) => western.test(message.replace(/\{[^{}]*\}/g, "")));
  expect(wrong.map(({ key, message }) => `${key}: ${message}`)).toEqual([]);
});
