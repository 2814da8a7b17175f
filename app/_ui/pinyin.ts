// Pairs the Han characters of a name with their pinyin syllables. Pure.

export interface RubyPart {
  readonly text: string;
  /** null for what has no syllable: Latin letters, digits, punctuation. */
  readonly syllable: string | null;
}

const HAN = /\p{Script=Han}/u;

/**
 * One part per Han character and one per run of anything else, as in "K 均值聚类". A single part without syllable when the numbers of
 * characters and syllables differ: no pinyin is better than pinyin over the wrong character.
 */
export function pairWithPinyin(zh: string, pinyin: string): readonly RubyPart[] {
  const syllables = pinyin.split(/\s+/).filter((syllable) => syllable !== "");
  const runs = zh.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? [];
  if (runs.filter((run) => HAN.test(run)).length !== syllables.length) return [{ text: zh, syllable: null }];
  let next = 0;
  return runs.map((text) => ({ text, syllable: HAN.test(text) ? (syllables[next++] ?? null) : null }));
}
