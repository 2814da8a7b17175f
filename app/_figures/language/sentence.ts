// A short sentence whose words have small vectors, for attention to be computed on. Pure.

import { attentionWeights, type Vector, weightedMean } from "./attention";

export interface Word {
  readonly zh: string;
  readonly en: string;
  /** What the word looks for. */
  readonly query: Vector;
  /** What it offers; also its value, so that the output lies among the keys. */
  readonly key: Vector;
}

/** "The cat did not cross the road because it was tired", the words that carry meaning. */
export const SENTENCE: readonly Word[] = [
  { zh: "猫", en: "cat", query: [0.4, -1], key: [2, 1.4] },
  { zh: "过", en: "cross", query: [0, 1.6], key: [-0.4, 1.8] },
  { zh: "马路", en: "road", query: [-1.2, 1], key: [-2, 0.8] },
  { zh: "它", en: "it", query: [1.5, 1.2], key: [1.6, -0.6] },
  { zh: "累", en: "tired", query: [1.4, 0], key: [-0.4, -1.8] },
];

const KEYS = SENTENCE.map(({ key }) => key);

/** The word "it". */
export const FIRST_QUERY = 3;

export function queryOf(index: number): Vector {
  return SENTENCE[index]?.query ?? [0, 0];
}

export function weightsOf(index: number): readonly number[] {
  return attentionWeights(queryOf(index), KEYS);
}

export function outputOf(index: number): Vector {
  return weightedMean(weightsOf(index), KEYS);
}
