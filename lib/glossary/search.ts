// Searching the glossary in both languages, by abbreviation and by pinyin, on every key that is pressed. Pure.

import { normalizeForSearch, type SearchEntry, type SearchIndex } from "./search-index";

/**
 * The places of the concepts that match, best first: whole name, beginning of a name, of a word in it, pinyin, inside a name, all words
 * somewhere, definition. Names that are taught come before other names. An empty query matches nothing.
 */
export function searchIndex(input: {
  readonly index: SearchIndex;
  readonly query: string;
  readonly limit: number;
}): number[] {
  const { index, limit } = input;
  const query = prepareQuery(input.query);
  if (!query) return [];
  const byRank = new Map<number, number[]>();
  const unnamed: SearchEntry[] = [];
  for (const entry of index) {
    const rank = nameRank(entry, query);
    if (rank === null) unnamed.push(entry);
    else if (byRank.has(rank)) byRank.get(rank)?.push(entry.place);
    else byRank.set(rank, [entry.place]);
  }
  const found = [...byRank].sort(([a], [b]) => a - b).flatMap(([, places]) => places);
  // Definitions are long and their matches the least: they are read only as far as they are needed.
  for (const entry of unnamed) {
    if (found.length >= limit) break;
    if (entry.definitionEn.includes(query.text) || entry.definitionZh.includes(query.text)) found.push(entry.place);
  }
  return found.slice(0, limit);
}

/** The query and its parts, put together once and not for every concept. */
interface PreparedQuery {
  readonly text: string;
  readonly wholeLine: string;
  readonly lineStart: string;
  readonly wordStart: string;
  readonly words: readonly string[];
  /** The query as pinyin; null when it has other letters than a to z. */
  readonly pinyin: { readonly wholeLine: string; readonly lineStart: string; readonly isLong: boolean } | null;
}

const QUERY_LIMIT = 100;

function prepareQuery(raw: string): PreparedQuery | null {
  const text = normalizeForSearch(raw.slice(0, QUERY_LIMIT));
  if (text === "") return null;
  const joined = text.replaceAll(" ", "");
  const isPinyin = /^[a-z]+$/.test(joined);
  return {
    ...{ text, wholeLine: `\n${text}\n`, lineStart: `\n${text}`, wordStart: ` ${text}`, words: text.split(" ") },
    pinyin: isPinyin ? { wholeLine: `\n${joined}\n`, lineStart: `\n${joined}`, isLong: joined.length > 1 } : null,
  };
}

/** The lower the better; null: in no name. */
function nameRank(entry: SearchEntry, query: PreparedQuery): number | null {
  const taught = placeInNames(entry.taught, query);
  const alias = placeInNames(entry.aliases, query);
  const best = Math.min(taught * 2, alias * 2 + 1);
  if (best < 2 * INSIDE) return best;
  const { pinyin, words } = query;
  if (pinyin) {
    if (entry.pinyin.includes(pinyin.lineStart) || entry.initials.includes(pinyin.wholeLine)) return 6;
    if (pinyin.isLong && entry.initials.includes(pinyin.lineStart)) return 7;
  }
  if (best < 2 * NOWHERE) return best;
  if (pinyin?.isLong && entry.laterSyllables.includes(pinyin.lineStart)) return 10;
  const hasAllWords =
    words.length > 1 && words.every((word) => entry.taught.includes(word) || entry.aliases.includes(word));
  return hasAllWords ? 11 : null;
}

/** Where in its names a concept has the query. Between the beginning of a word and the inside of one there is room for pinyin. */
const [WHOLE, START, WORD_START, INSIDE, NOWHERE] = [0, 1, 2, 4, 5] as const;

function placeInNames(names: string, query: PreparedQuery): number {
  if (!names.includes(query.text)) return NOWHERE;
  if (names.includes(query.wholeLine)) return WHOLE;
  if (names.includes(query.lineStart)) return START;
  return names.includes(query.wordStart) ? WORD_START : INSIDE;
}
