// What the search reads: made once for a version of the glossary, so that a search only compares. Pure.

import type { Bilingual } from "./concept";

/** What a search looks at. */
export interface SearchableConcept {
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
  readonly pinyin: string;
  readonly abbreviations: readonly string[];
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly definition: Bilingual;
}

/** One concept. Names stand in one text, each on a line of its own between line breaks, so that one search looks at all of them. */
export interface SearchEntry {
  /** Where the concept stood among those that the index was made of. */
  readonly place: number;
  readonly taught: string;
  readonly aliases: string;
  /** Pinyin without tones, syllables run together. */
  readonly pinyin: string;
  /** The same from the second syllable on, from the third on, and so forth. */
  readonly laterSyllables: string;
  readonly initials: string;
  // Apart, since a text without Chinese takes half the memory and time.
  readonly definitionZh: string;
  readonly definitionEn: string;
}

/** Opaque: made by makeSearchIndex, read by searchIndex. Its order is that of matches that are equally good. */
export type SearchIndex = readonly SearchEntry[];

/** Prepares concepts for searching. Of equal matches the shorter English name comes first, then the earlier of `concepts`. */
export function makeSearchIndex(concepts: readonly SearchableConcept[]): SearchIndex {
  const order = concepts.map((concept, place) => ({ concept, place }));
  order.sort((a, b) => a.concept.en.length - b.concept.en.length || a.place - b.place);
  return order.map(({ concept, place }) => entryOf(concept, place));
}

function entryOf(concept: SearchableConcept, place: number): SearchEntry {
  const spellings = pinyinSpellings(concept.pinyin);
  return {
    place,
    taught: toLines([concept.en, concept.zh, ...concept.abbreviations].map(normalizeForSearch)),
    aliases: toLines([...concept.aliases.en, ...concept.aliases.zh].map(normalizeForSearch)),
    pinyin: toLines(spellings.map((syllables) => syllables.join(""))),
    laterSyllables: toLines(
      spellings.flatMap((syllables) => syllables.slice(1).map((_, i) => syllables.slice(i + 1).join(""))),
    ),
    initials: toLines(spellings.map((syllables) => syllables.map((syllable) => syllable.charAt(0)).join(""))),
    definitionZh: normalizeForSearch(concept.definition.zh),
    definitionEn: normalizeForSearch(concept.definition.en),
  };
}

/** Case, width, accents and the signs that join words do not matter: "Ground-Truth" is "ground truth", "ＩｏＵ" is "iou". */
export function normalizeForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Pd}_/·・.,'’\s]+/gu, " ")
    .trim();
}

function toLines(names: readonly string[]): string {
  return names.length === 0 ? "" : `\n${names.join("\n")}\n`;
}

/** Syllables without tones; a second spelling with v where ü is written, as input methods have it. */
function pinyinSpellings(pinyin: string): string[][] {
  const syllables = pinyin.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  const plain = syllables.map(normalizeForSearch);
  const withV = syllables.map((syllable) => normalizeForSearch(syllable.replace(/[üǖǘǚǜ]/g, "v")));
  return withV.join() === plain.join() ? [plain] : [plain, withV];
}
