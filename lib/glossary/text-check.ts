// The checks on one concept's own texts. Pure.

import type { Bilingual, ConceptContent } from "./concept";

/** As DeckIssue, of one concept. */
export interface TextIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const ZH_CHARACTERS = { min: 15, max: 90 };
const EN_WORDS = { min: 8, max: 45 };
/** A name this long or longer is also given away by a word that begins with it ("convolution" by "convolutional"). */
const STEM_LENGTH_MIN = 5;

/** Everything wrong with the texts of one concept. */
export function textIssues(concept: ConceptContent): TextIssue[] {
  return [...lengthIssues(concept), ...ownTermIssues(concept), ...pinyinIssues(concept), ...languageIssues(concept)];
}

function lengthIssues({ definition }: ConceptContent): TextIssue[] {
  const characters = [...definition.zh.replace(/\s/g, "")].length;
  const words = definition.en.split(/\s+/).length;
  const issues: TextIssue[] = [];
  if (characters < ZH_CHARACTERS.min || characters > ZH_CHARACTERS.max) {
    const message = `must have ${ZH_CHARACTERS.min} to ${ZH_CHARACTERS.max} characters, and has ${characters}`;
    issues.push({ path: ["definition", "zh"], message });
  }
  if (words < EN_WORDS.min || words > EN_WORDS.max) {
    issues.push({
      path: ["definition", "en"],
      message: `must have ${EN_WORDS.min} to ${EN_WORDS.max} words, and has ${words}`,
    });
  }
  return issues;
}

/** Every name of the concept, in both languages. */
export function namesOf(concept: Pick<ConceptContent, "en" | "zh" | "abbreviations" | "aliases">): string[] {
  return [concept.en, concept.zh, ...concept.abbreviations, ...concept.aliases.en, ...concept.aliases.zh];
}

/** The card that shows a definition asks for the term: no definition may name it, in either language. */
function ownTermIssues(concept: ConceptContent): TextIssue[] {
  return (["zh", "en"] as const).flatMap((language) =>
    namesOf(concept)
      .filter((name) => givesAway(concept.definition[language], name))
      .map((name) => ({ path: ["definition", language], message: `must not name its own term “${name}”` })),
  );
}

/** Whether the text names the term: as it stands, in the plural, with or without hyphens, or as the beginning of a longer word. */
export function givesAway(text: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return squeeze(text).includes(squeeze(name));
  // "IN", "AN": in capitals an abbreviation is not the little word.
  const exact = /^[A-Z0-9]{1,3}$/.test(name);
  const words = name.split(/[\s-]+/).map(escapeForRegExp);
  const ending = name.length >= STEM_LENGTH_MIN ? "" : "(?:s|es)?(?![\\p{L}\\p{N}])";
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s-]*")}${ending}`, exact ? "u" : "iu").test(text);
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, "");
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const SYLLABLE = /^[a-zü]+$/;

/** One syllable for each Han character of the name to teach. */
function pinyinIssues({ zh, pinyin }: ConceptContent): TextIssue[] {
  const characters = zh.match(/\p{Script=Han}/gu)?.length ?? 0;
  const syllables = pinyin.split(/\s+/);
  // Tone marks are taken off for the test of the letters; ü keeps its dots.
  const strange = syllables.find(
    (syllable) =>
      !SYLLABLE.test(
        syllable
          .normalize("NFD")
          .replace(/u\u0308/g, "ü")
          .replace(/[\u0300-\u030c]/g, ""),
      ),
  );
  if (strange !== undefined) return [{ path: ["pinyin"], message: `has “${strange}”, which is no syllable` }];
  if (syllables.length === characters) return [];
  return [{ path: ["pinyin"], message: `must have ${characters} syllables for ${zh}, and has ${syllables.length}` }];
}

const HALF_WIDTH = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|\p{Script=Han}\.(?!\p{N})/u;
const UNSPACED = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
const FOREIGN_TO_ENGLISH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”]/u;

/** Punctuation and spacing of the running texts in each language: never a half-width comma among Chinese, nor a full-width one in English. */
function languageIssues(concept: ConceptContent): TextIssue[] {
  return runningTexts(concept).flatMap(({ path, texts }) => {
    const issues: TextIssue[] = [];
    const report = (language: "zh" | "en", pattern: RegExp, what: string) => {
      const found = pattern.exec(texts[language]);
      if (found)
        issues.push({ path: [...path, language], message: `has ${what}: “${around(texts[language], found.index)}”` });
    };
    report("zh", HALF_WIDTH, "half-width punctuation");
    report("zh", UNSPACED, "no space between Chinese and Latin letters or digits");
    report("en", FOREIGN_TO_ENGLISH, "Chinese characters, full-width punctuation or curly quotes");
    return issues;
  });
}

function runningTexts(concept: ConceptContent): { path: (string | number)[]; texts: Bilingual }[] {
  const fields = (["definition", "plain", "example", "homonym", "erratum"] as const).flatMap((field) => {
    const texts = concept[field];
    return texts ? [{ path: [field], texts }] : [];
  });
  const { formula } = concept;
  if (formula === undefined) return fields;
  const symbols = formula.symbols.map((texts, index) => ({ path: ["formula", "symbols", index], texts }));
  return [...fields, { path: ["formula", "reading"], texts: formula.reading }, ...symbols];
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 6), index + 8);
}
