import { meanOf, softmaxOf, sumOf } from "../kit/maths";
// How the next token is drawn. Pure.

export interface SamplingSettings {
  /** Divides the scores; above 0. */
  readonly temperature: number;
  /** At most so many tokens stay. */
  readonly k: number;
  /** The smallest set of tokens whose probabilities add up to at least this stays. */
  readonly p: number;
}

export interface Candidate {
  /** After the temperature, before the cut. */
  readonly probability: number;
  /** 0 if it was cut, else renormalized. */
  readonly kept: number;
}

/** The probabilities of the example of top-k and nucleus sampling, the largest first. */
export const PROBABILITIES: readonly number[] = [0.5, 0.3, 0.1, 0.06, 0.04];

/** Their logits, up to a constant. */
export const LOGITS: readonly number[] = PROBABILITIES.map((probability) => Math.log(probability));

/** Temperature, then top-k, then top-p on what k has left, then renormalization; the logits from large to small. */
export function candidatesOf(logits: readonly number[], { temperature, k, p }: SamplingSettings): readonly Candidate[] {
  const probabilities = softmaxOf(logits, temperature);
  const firstK = probabilities.slice(0, k);
  const ofFirstK = sumOf(firstK);
  let stay = 0;
  let reached = 0;
  // Sums of binary fractions: 0.5 + 0.3 must count as 0.8.
  while (stay < firstK.length && reached < p - 1e-9) {
    reached += (firstK[stay] ?? 0) / ofFirstK;
    stay++;
  }
  const total = sumOf(firstK.slice(0, stay));
  return probabilities.map((probability, index) => ({ probability, kept: index < stay ? probability / total : 0 }));
}

/** The mean of −ln p over the true tokens. */
export function crossEntropyOf(probabilities: readonly number[]): number {
  return -meanOf(probabilities.map(Math.log));
}

export function perplexityOf(probabilities: readonly number[]): number {
  return Math.exp(crossEntropyOf(probabilities));
}
