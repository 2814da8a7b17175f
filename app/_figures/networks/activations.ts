// Activation functions and their derivatives. Pure.

import { normalDensity } from "../kit/maths";

export interface Activation {
  readonly name: string;
  readonly of: (x: number) => number;
  /** The derivative; at the corner of ReLU that of the right side. */
  readonly slope: (x: number) => number;
}

export function sigmoidOf(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Φ, the cumulative probability of the standard normal distribution; within 10⁻⁷ (Abramowitz and Stegun 26.2.17). */
export function normalProbability(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153];
  const tail = normalDensity(x) * series.reduce((value, factor) => (value + factor) * t, 0);
  return x >= 0 ? 1 - tail : tail;
}

/** The α of the glossary's Leaky ReLU. */
export const LEAK = 0.01;

export const RELU: Activation = { name: "ReLU", of: (x) => Math.max(0, x), slope: (x) => (x >= 0 ? 1 : 0) };

export const LEAKY_RELU: Activation = {
  name: "Leaky ReLU",
  of: (x) => (x >= 0 ? x : LEAK * x),
  slope: (x) => (x >= 0 ? 1 : LEAK),
};

export const TANH: Activation = { name: "tanh", of: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 };

export const SIGMOID: Activation = {
  name: "sigmoid",
  of: sigmoidOf,
  slope: (x) => sigmoidOf(x) * (1 - sigmoidOf(x)),
};

export const GELU: Activation = {
  name: "GELU",
  of: (x) => x * normalProbability(x),
  slope: (x) => normalProbability(x) + x * normalDensity(x),
};

export const SWISH: Activation = {
  name: "Swish",
  of: (x) => x * sigmoidOf(x),
  slope: (x) => sigmoidOf(x) + x * sigmoidOf(x) * (1 - sigmoidOf(x)),
};

export const ACTIVATIONS: readonly Activation[] = [RELU, LEAKY_RELU, TANH, SIGMOID, GELU, SWISH];
