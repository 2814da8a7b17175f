import { describe, expect, it } from "vitest";
import { adjacencyOf, averaged, CHAIN, rounds, squareOf, summed } from "@/app/_figures/learning/graphs";
import {
  backup,
  bestMoves,
  changingCells,
  EXIT,
  MOVES,
  nextCell,
  valuesAfter,
  WALL,
} from "@/app/_figures/learning/grid-world";
import {
  cosineSimilarity,
  discountedReturn,
  infoNceLoss,
  tripletLoss,
  upperBound,
} from "@/app/_figures/learning/similarity";

const CHAIN_MATRIX = adjacencyOf(3, CHAIN);

describe("graphs", () => {
  it("have a symmetric matrix whose square counts ways of two steps", () => {
    expect(CHAIN_MATRIX).toEqual([
      [0, 1, 0],
      [1, 0, 1],
      [0, 1, 0],
    ]);
    expect(squareOf(CHAIN_MATRIX)[0]).toEqual([1, 0, 1]);
  });

  it("pass messages one edge per round", () => {
    expect(rounds([1, 2, 6], 2, (values) => summed(values, CHAIN_MATRIX))).toEqual([
      [1, 2, 6],
      [3, 9, 8],
      [12, 20, 17],
    ]);
    const [first, second] = [100, 6].map((last) => rounds([1, 2, last], 2, (v) => summed(v, CHAIN_MATRIX)));
    expect(first?.[1]?.[0]).toBe(second?.[1]?.[0]);
    expect(first?.[2]?.[0]).not.toBe(second?.[2]?.[0]);
  });

  it("smooth until the nodes are alike, the spread halved each time", () => {
    const spreads = rounds([0, 3, 12], 3, (values) => averaged(values, CHAIN_MATRIX)).map(
      (values) => Math.max(...values) - Math.min(...values),
    );
    expect(spreads.map((spread) => Number(spread.toFixed(9)))).toEqual([12, 6, 3, 1.5]);
  });
});

describe("the maze", () => {
  const move = (name: string) => MOVES.find((one) => one.name === name) ?? MOVES[0];

  it("keeps the agent where a wall or the edge is in the way", () => {
    expect(nextCell(0, move("left"))).toBe(0);
    expect(nextCell(0, move("up"))).toBe(0);
    expect(nextCell(WALL - 1, move("right"))).toBe(WALL - 1);
    expect(nextCell(7, move("right"))).toBe(7);
    expect(nextCell(2, move("right"))).toBe(EXIT);
  });

  it("spreads the news by one cell per backup", () => {
    const first = valuesAfter(1, 0.9);
    expect(first[2]).toBe(9);
    expect(first[1]).toBe(-1);
    expect(valuesAfter(2, 0.9)[1]).toBeCloseTo(-1 + 0.9 * 9);
  });

  it("comes to values that a further backup does not change", () => {
    const settled = valuesAfter(30, 0.9);
    expect(backup(settled, 0.9)).toEqual(settled);
  });

  it("comes to them in as many backups as the farthest cell has steps to go, however little the future counts", () => {
    for (let percent = 5; percent <= 100; percent += 5) {
      expect(changingCells(4, percent / 100)).toBe(1);
      expect(changingCells(5, percent / 100)).toBe(0);
    }
    expect([0, 1].map((backups) => changingCells(backups, 0))).toEqual([10, 0]);
  });

  it("is worth the rewards of the shortest way without discounting: 5 steps, 5 points", () => {
    expect(valuesAfter(30, 1)[8]).toBe(5);
    expect(discountedReturn([-1, -1, -1, -1, 9], 1)).toBe(5);
  });

  it("shows no best move while all are equal", () => {
    expect(bestMoves(valuesAfter(0, 0.9), 8, 0.9)).toEqual([]);
    expect(bestMoves(valuesAfter(9, 0.9), 1, 0.9).map(({ name }) => name)).toEqual(["right"]);
  });
});

describe("measures of likeness and sums over time", () => {
  it("compare directions, not lengths", () => {
    expect(cosineSimilarity([3, 4], [4, 3])).toBeCloseTo(0.96);
    expect(cosineSimilarity([3, 4], [6, 8])).toBeCloseTo(1);
  });

  it("punish a triplet only within the margin", () => {
    expect(tripletLoss(0.5, 0.6, 0.2)).toBeCloseTo(0.1);
    expect(tripletLoss(0.5, 0.9, 0.2)).toBe(0);
  });

  it("have the loss of the example", () => {
    expect(infoNceLoss([0.8, 0.2, 0], 0.5)).toBeCloseTo(0.41, 2);
  });

  it("discount later rewards more", () => {
    expect(discountedReturn([1, 2, 4], 0.5)).toBe(3);
    expect(discountedReturn([1, 2, 4], 1)).toBe(7);
  });

  it("prefer the move that was tried less, as in the example", () => {
    expect(upperBound(0.6, 80, 100)).toBeCloseTo(0.84, 2);
    expect(upperBound(0.5, 20, 100)).toBeCloseTo(0.98, 2);
  });
});
