// A broken seed file is refused with file, line and field.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadDecks } from "@/seed/load-decks";
import { SeedError } from "@/seed/yaml-file";

const DECK = `slug: test
position: 0
name: { zh: 测试, en: Test }
description: { zh: 供测试用, en: For tests }
topics:
  - { file: one.yaml, slug: one, name: { zh: 一, en: One } }
`;

/** Unlike each other, by the slug's first letter. */
const DEFINITIONS = [
  {
    zh: "沿着坡度最陡的方向一步步往下走，直到走不动为止。",
    en: "Going down step by step along the steepest slope until nothing is lower.",
  },
  {
    zh: "把一张图片变成一串数字的办法，数字相近时内容也相近。",
    en: "A way of turning a picture into a row of numbers, so that like pictures get like numbers.",
  },
  {
    zh: "训练结束后留下来不再改动的那一部分参数的统称。",
    en: "All that stays as it is once the last lesson has been learned by heart.",
  },
  {
    zh: "用来衡量两段声音在听众耳中有多么接近的一种尺度。",
    en: "One measure for how much alike two sounds seem to somebody who listens.",
  },
];

/** Lines of a concept in which nothing is wrong; `changes` replaces or (null) removes whole lines by their field. */
function concept(slug: string, changes: Record<string, string | null> = {}): string {
  const definition = DEFINITIONS[slug.charCodeAt(0) % DEFINITIONS.length] ?? { zh: "", en: "" };
  const lines: Record<string, string | null> = {
    slug: `- slug: ${slug}`,
    section: "  section: A-G",
    en: `  en: Name of ${slug}`,
    zh: `  zh: 名称${slug}`,
    pinyin: "  pinyin: míng chēng",
    definition: "  definition:",
    "definition.zh": `    zh: "${definition.zh}"`,
    "definition.en": `    en: ${definition.en}`,
    plain: '  plain: { zh: "像给每张照片一个地址。", en: Like giving each photo an address. }',
    ...changes,
  };
  return Object.values(lines)
    .filter((line) => line !== null)
    .join("\n");
}

const FORMULA = `  formula:
    tex: 'x^2'
    reading: { zh: "x 的平方", en: "x squared" }
    symbols: [{ tex: 'x', zh: "一个数", en: "a number" }]`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-seed-"));
  mkdirSync(join(folder, "test"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The problems found in a deck of one topic file. */
function problems(topic: string, deck = DECK): readonly string[] {
  writeFileSync(join(folder, "test/deck.yaml"), deck);
  writeFileSync(join(folder, "test/one.yaml"), `${topic}\n`);
  try {
    loadDecks(folder);
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
}

describe("seed files", () => {
  test("that are right become decks", () => {
    expect(problems(`${concept("a")}\n${concept("b", { formula: FORMULA })}`)).toEqual([]);
    expect(loadDecks(folder)).toMatchObject([
      { slug: "test", topics: [{ slug: "one", concepts: [{ slug: "a" }, { slug: "b", formula: { tex: "x^2" } }] }] },
    ]);
  });

  test.each<[string, Record<string, string | null>, string]>([
    [
      "a missing field",
      { "definition.en": null },
      "one.yaml:7: 0.definition.en: Invalid input: expected string, received undefined",
    ],
    ["an unknown field", { extra: "  defintion: x" }, 'one.yaml:1: 0: Unrecognized key: "defintion"'],
    ["a section that does not exist", { section: "  section: A-Z" }, "one.yaml:2: 0.section: Invalid option"],
    [
      "a slug with capitals",
      { slug: "- slug: Aa" },
      "one.yaml:1: 0.slug: must be small letters and digits with hyphens between them",
    ],
    ["a key that occurs twice", { twice: "  en: Again" }, "one.yaml:10: Map keys must be unique"],
    [
      "a definition that is too long",
      { "definition.zh": `    zh: "${"长".repeat(91)}"` },
      "one.yaml:7: 0.definition.zh: (a) must have 15 to 90 characters, and has 91",
    ],
    [
      "a definition that is too short",
      { "definition.en": "    en: Too short." },
      "one.yaml:8: 0.definition.en: (a) must have 8 to 45 words, and has 2",
    ],
    [
      "a definition in too many words",
      { "definition.en": `    en: ${"word ".repeat(46)}` },
      "one.yaml:8: 0.definition.en: (a) must have 8 to 45 words, and has 46",
    ],
    [
      "pinyin that does not fit",
      { pinyin: "  pinyin: míng" },
      "one.yaml:5: 0.pinyin: (a) must have 2 syllables for 名称a, and has 1",
    ],
    [
      "pinyin that is none",
      { pinyin: "  pinyin: míng chēng4" },
      "one.yaml:5: 0.pinyin: (a) has “chēng4”, which is no syllable",
    ],
    [
      "half-width punctuation",
      { plain: '  plain: { zh: "好,坏", en: Good }' },
      "one.yaml:9: 0.plain.zh: (a) has half-width punctuation: “好,坏”",
    ],
    [
      "no space before Latin letters",
      { plain: '  plain: { zh: "用CNN 做", en: Good }' },
      "one.yaml:9: 0.plain.zh: (a) has no space",
    ],
    [
      "Chinese in English",
      { plain: '  plain: { zh: "好", en: "Good 好" }' },
      "one.yaml:9: 0.plain.en: (a) has Chinese characters",
    ],
    [
      "TeX that cannot be rendered",
      { formula: FORMULA.replace("x^2", "\\frac{x") },
      "one.yaml:11: 0.formula.tex: (a) is TeX that KaTeX cannot render",
    ],
    [
      "a link to nowhere",
      { prerequisites: "  prerequisites: [nowhere]" },
      "one.yaml:10: 0.prerequisites.0: (a) names nowhere, which no deck has",
    ],
    [
      "a link to itself",
      { confusable: "  confusable: [a]" },
      "one.yaml:10: 0.confusable.0: (a) must not name the concept itself",
    ],
  ])("%s", (_, changes, problem) => {
    const found = problems(concept("a", changes));
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`test/${problem}`), found[0]).toBe(true);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "the Chinese name in Chinese",
      { "definition.zh": '    zh: "把图片的名称 A 变成一串数字的办法，相近时内容也相近。"', zh: "  zh: 名称 A" },
      "名称 A",
    ],
    [
      "the plural",
      { "definition.en": "    en: A way of turning the zebras on a picture into a row of numbers.", en: "  en: Zebra" },
      "Zebra",
    ],
    [
      "a longer word",
      {
        "definition.en": "    en: The convolutional way of turning a picture into a row of numbers.",
        en: "  en: Convolution",
      },
      "Convolution",
    ],
    [
      "an abbreviation",
      {
        "definition.zh": '    zh: "把一张图片变成一串数字的办法，也写作 BN，与内容有关。"',
        abbreviations: "  abbreviations: [BN]",
      },
      "BN",
    ],
    [
      "an alias without its hyphen",
      {
        "definition.en": "    en: A way of mini batch work turning pictures into a row of numbers.",
        aliases: "  aliases: { en: [Mini-batch] }",
      },
      "Mini-batch",
    ],
    [
      "an English alias in Chinese",
      {
        "definition.zh": '    zh: "把一张图片变成一串数字的办法，英文叫 Dropout，与内容有关。"',
        aliases: "  aliases: { en: [Dropout] }",
      },
      "Dropout",
    ],
  ])("a definition that names its own term: %s", (_, changes, name) => {
    expect(problems(concept("a", changes))).toEqual([expect.stringContaining(`must not name its own term “${name}”`)]);
  });

  test("an abbreviation in capitals is not the little word, and a short name not the beginning of a longer one", () => {
    const harmless = "    en: A way of turning a picture in one mapping into a row of numbers.";
    expect(
      problems(concept("a", { "definition.en": harmless, abbreviations: "  abbreviations: [IN, AP, MAP]" })),
    ).toEqual([]);
  });

  test("two concepts with one slug or one name", () => {
    expect(
      problems(`${concept("a")}\n${concept("a", { en: "  en: Other", zh: "  zh: 其他a", pinyin: "  pinyin: qí tā" })}`),
    ).toContain("test/one.yaml:10: 1.slug: (a) is already the slug of a");
    expect(problems(`${concept("a")}\n${concept("b", { zh: "  zh: 名称a" })}`)).toContain(
      "test/one.yaml:13: 1.zh: (b) is already the zh of a",
    );
  });

  test("confusable concepts that name each other only one way", () => {
    expect(problems(`${concept("a", { confusable: "  confusable: [b]" })}\n${concept("b")}`)).toEqual([
      "test/one.yaml:10: 0.confusable.0: (a) names b, which does not name a in return",
    ]);
  });

  test("prerequisites that go round in a circle", () => {
    const needs = (slug: string) => ({ prerequisites: `  prerequisites: [${slug}]` });
    expect(
      problems(
        [concept("a", needs("b")), concept("b", needs("c")), concept("c", needs("a")), concept("d", needs("a"))].join(
          "\n",
        ),
      ),
    ).toEqual(["test/one.yaml:30: 2.prerequisites.0: (c) leads back to this concept through a"]);
  });

  test("every problem of every file is told at once", () => {
    const found = problems(`${concept("a", { section: "  section: B" })}\n${concept("b", { pinyin: "  pinyin: b" })}`);
    expect(found.map((problem) => problem.split(" ")[0])).toEqual(["test/one.yaml:2:", "test/one.yaml:14:"]);
  });

  test("that are not YAML", () => {
    expect(problems(`${concept("a")}\n  bad: "open`)[0]).toMatch(/^test\/one\.yaml:1[01]: /);
  });

  test.each<[string, string, string]>([
    [
      "a topic file that does not exist",
      DECK.replace("one.yaml", "two.yaml"),
      "test/deck.yaml:6: topics.0.file: names two.yaml, which does not exist",
    ],
    [
      "a slug that is not the folder's",
      DECK.replace("slug: test", "slug: other"),
      "test/deck.yaml:1: slug: must be test, the name of the folder",
    ],
    [
      "a name in one language",
      DECK.replace(", en: Test", ""),
      "test/deck.yaml:3: name.en: Invalid input: expected string, received undefined",
    ],
  ])("a deck.yaml with %s", (_, deck, problem) => {
    expect(problems(concept("a"), deck)).toContain(problem);
  });

  test("a topic file that deck.yaml does not list", () => {
    writeFileSync(join(folder, "test/extra.yaml"), concept("x"));
    expect(problems(concept("a"))).toEqual([
      "test/deck.yaml:6: topics: must list extra.yaml, which stands in the folder",
    ]);
  });

  test("a folder without deck.yaml", () => {
    mkdirSync(join(folder, "empty"));
    expect(problems(concept("a"))).toEqual(["empty/deck.yaml: is missing"]);
  });
});
