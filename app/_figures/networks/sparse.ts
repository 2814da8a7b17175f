// Which links of a network stay when it is pruned. Pure.

import { seededRandom } from "@/lib/seeded-random";
import { countTo } from "../kit/maths";

export interface Weight {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Weights from −1 to 1 between all units of two layers. */
export function randomWeights(inputs: number, outputs: number, seed: number): Weight[] {
  const random = seededRandom(seed);
  return countTo(inputs).flatMap((from) => countTo(outputs).map((to) => ({ from, to, value: 2 * random() - 1 })));
}

/** The weights of greatest magnitude, so many that the given share of all is removed. */
export function prune(weights: readonly Weight[], sparsity: number): Weight[] {
  const kept = Math.round(weights.length * (1 - sparsity));
  return [...weights].sort((one, other) => Math.abs(other.value) - Math.abs(one.value)).slice(0, kept);
}
