import { describe, expect, it } from "vitest";
import { softmaxOf } from "@/app/_figures/kit/maths";
import {
  attentionWeights,
  countOpen,
  openCells,
  seesPast,
  seesWindow,
  weightedMean,
} from "@/app/_figures/language/attention";
import { afterMerges, CORPUS, mergePair, pairsOf } from "@/app/_figures/language/byte-pairs";
import { candidatesOf, crossEntropyOf, LOGITS, PROBABILITIES, perplexityOf } from "@/app/_figures/language/next-token";
import { positionalEncoding, turnAt } from "@/app/_figures/language/position-vectors";
import { lstmStep, recurrentStates, stateSpaceRun } from "@/app/_figures/language/recurrences";
import { FIRST_QUERY, outputOf, SENTENCE, weightsOf } from "@/app/_figures/language/sentence";

const rounded = (values: readonly number[], decimals: number) => values.map((value) => Number(value.toFixed(decimals)));

describe("attention", () => {
  it("gives the weights of the example of query, key and value", () => {
    expect(rounded(softmaxOf([3, 6]), 2)).toEqual([0.05, 0.95]);
  });

  it("scales the dot products by the root of the dimension", () => {
    const weights = attentionWeights(
      [2, 0, 0, 0],
      [
        [1, 0, 0, 0],
        [0, 5, 5, 5],
      ],
    );
    expect(weights).toEqual(softmaxOf([1, 0]));
  });

  it("gives nothing to a score of minus infinity", () => {
    expect(softmaxOf([1, 1, Number.NEGATIVE_INFINITY])).toEqual([0.5, 0.5, 0]);
  });

  it("is flatter with a higher temperature", () => {
    expect(
      rounded(
        [0.5, 1, 2].map((t) => softmaxOf([2, 1], t)[0] ?? 0),
        3,
      ),
    ).toEqual([0.881, 0.731, 0.622]);
  });

  it("sums values by weight", () => {
    expect(weightedMean([0.7, 0.2, 0.1], [[10], [20], [30]])[0]).toBeCloseTo(14);
  });

  it("lets 'it' look at 'cat' with 0.8, and every word's weights add up to 1", () => {
    expect((weightsOf(FIRST_QUERY)[0] ?? 0).toFixed(2)).toBe("0.80");
    for (const index of SENTENCE.keys()) expect(weightsOf(index).reduce((sum, w) => sum + w, 0)).toBeCloseTo(1);
  });

  it("puts the output of 'it' nearer to 'cat' than to any other word", () => {
    const [x = 0, y = 0] = outputOf(FIRST_QUERY);
    const distances = SENTENCE.map(({ key: [kx = 0, ky = 0] }) => Math.hypot(x - kx, y - ky));
    expect(distances.indexOf(Math.min(...distances))).toBe(0);
  });

  it("opens 21 of 36 cells to a decoder, and no more than its size to a window", () => {
    expect(countOpen(openCells(6, seesPast))).toBe(21);
    expect(openCells(9, seesWindow(3)).map((row) => row.filter(Boolean).length)).toEqual([1, 2, 3, 3, 3, 3, 3, 3, 3]);
  });
});

describe("positions", () => {
  it("have the vectors of the example", () => {
    expect(positionalEncoding(0, 4)).toEqual([0, 1, 0, 1]);
    expect(rounded(positionalEncoding(1, 4), 3)).toEqual([0.841, 0.54, 0.01, 1]);
  });

  it("turn so that only the distance matters", () => {
    expect(turnAt(15, 30) - turnAt(12, 30)).toBe(turnAt(5, 30) - turnAt(2, 30));
  });
});

describe("recurrences", () => {
  it("let the trace of the first input fade", () => {
    expect(rounded(recurrentStates([1, 0, 0], 0.5, 1), 3)).toEqual([0.762, 0.363, 0.18]);
  });

  it("update the cell by the gates", () => {
    const { cell, output } = lstmStep(2, -0.4, { forget: 0.9, input: 0.5, output: 0.5 });
    expect(rounded([cell, output], 3)).toEqual([1.6, 0.461]);
  });

  it("of a linear system are the convolution with its kernel", () => {
    const system = { a: 0.5, b: 1, c: 2 };
    const kernel = stateSpaceRun([1, 0, 0], system).outputs;
    const inputs = [3, -1, 2];
    const convolved = inputs.map((_, t) =>
      inputs.slice(0, t + 1).reduce((sum, x, s) => sum + x * (kernel[t - s] ?? 0), 0),
    );
    expect(stateSpaceRun(inputs, system).outputs).toEqual(convolved);
  });
});

describe("byte-pair encoding", () => {
  it("merges the most frequent pair first", () => {
    expect(pairsOf(CORPUS)[0]).toEqual({ left: "a", right: "t", count: 19 });
    expect(pairsOf(afterMerges(1).words)[0]).toEqual({ left: "c", right: "at", count: 14 });
  });

  it("makes at, cat, hat, cats and then has nothing left", () => {
    expect(afterMerges(4).made).toEqual(["at", "cat", "hat", "cats"]);
    expect(afterMerges(9)).toEqual(afterMerges(4));
  });

  it("does not merge overlapping occurrences twice", () => {
    const [word] = mergePair([{ symbols: ["a", "a", "a"], count: 1 }], { left: "a", right: "a", count: 2 });
    expect(word?.symbols).toEqual(["aa", "a"]);
  });
});

describe("sampling", () => {
  const all = { temperature: 1, k: 5, p: 1 };
  const kept = (settings: Partial<typeof all>) =>
    candidatesOf(LOGITS, { ...all, ...settings }).map((candidate) => candidate.kept);

  it("changes nothing without a cut", () => {
    expect(rounded(kept({}), 9)).toEqual([...PROBABILITIES]);
  });

  it("keeps the first k and renormalizes", () => {
    expect(rounded(kept({ k: 2 }), 3)).toEqual([0.625, 0.375, 0, 0, 0]);
  });

  it("keeps the smallest set that reaches p", () => {
    expect(rounded(kept({ p: 0.85 }), 3)).toEqual([0.556, 0.333, 0.111, 0, 0]);
    expect(kept({ p: 0.8 }).filter((value) => value > 0)).toHaveLength(2);
  });

  it("takes the first token alone at a temperature near 0", () => {
    expect(kept({ temperature: 0.1, p: 0.95 })[0]).toBe(1);
  });

  it("measures loss and perplexity of the example", () => {
    expect(crossEntropyOf([0.5, 0.25, 0.125])).toBeCloseTo(1.386, 3);
    expect(perplexityOf([0.5, 0.25, 0.125])).toBeCloseTo(4);
  });
});
