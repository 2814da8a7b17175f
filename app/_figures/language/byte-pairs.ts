// Byte-pair encoding on a small corpus (https://arxiv.org/abs/1508.07909). Pure.

export interface CountedWord {
  /** The symbols that the word is made of now. */
  readonly symbols: readonly string[];
  /** How often it occurs. */
  readonly count: number;
}

export interface CountedPair {
  readonly left: string;
  readonly right: string;
  readonly count: number;
}

/** The corpus of the concept's example. */
export const CORPUS: readonly CountedWord[] = [
  { symbols: ["c", "a", "t"], count: 10 },
  { symbols: ["h", "a", "t"], count: 5 },
  { symbols: ["c", "a", "t", "s"], count: 4 },
];

/** Neighboring symbols with how often they stand side by side, the most frequent first. */
export function pairsOf(words: readonly CountedWord[]): readonly CountedPair[] {
  const pairs = new Map<string, CountedPair>();
  for (const { symbols, count } of words) {
    symbols.slice(1).forEach((right, index) => {
      const left = symbols[index] ?? "";
      const key = `${left} ${right}`;
      pairs.set(key, { left, right, count: (pairs.get(key)?.count ?? 0) + count });
    });
  }
  return [...pairs.values()].sort((one, other) => other.count - one.count);
}

/** The words after every occurrence of the pair became one symbol. */
export function mergePair(words: readonly CountedWord[], { left, right }: CountedPair): readonly CountedWord[] {
  return words.map(({ symbols, count }) => {
    const merged: string[] = [];
    for (const symbol of symbols) {
      if (symbol === right && merged.at(-1) === left) merged[merged.length - 1] = left + right;
      else merged.push(symbol);
    }
    return { symbols: merged, count };
  });
}

/** The words and the symbols made so far after a number of merges, fewer if nothing is left to merge. */
export function afterMerges(merges: number): { words: readonly CountedWord[]; made: readonly string[] } {
  let words = CORPUS;
  const made: string[] = [];
  for (let merge = 0; merge < merges; merge++) {
    const [best] = pairsOf(words);
    if (best === undefined) break;
    words = mergePair(words, best);
    made.push(best.left + best.right);
  }
  return { words, made };
}
