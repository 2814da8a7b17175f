// Small graphs whose nodes carry one number each. Pure.

import { dotOf, meanOf, sumOf } from "../kit/maths";

/** Edges of the chain 1–2–3, by index. */
export const CHAIN: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
];

/** A[i][j] is 1 where an undirected edge joins i and j. */
export function adjacencyOf(nodes: number, edges: readonly (readonly [number, number])[]): readonly number[][] {
  return Array.from({ length: nodes }, (_, i) =>
    Array.from({ length: nodes }, (_, j) =>
      edges.some(([a, b]) => (a === i && b === j) || (a === j && b === i)) ? 1 : 0,
    ),
  );
}

/** The product of a square matrix with itself: ways of two steps. */
export function squareOf(matrix: readonly (readonly number[])[]): readonly number[][] {
  const columns = matrix.map((_, j) => matrix.map((row) => row[j] ?? 0));
  return matrix.map((row) => columns.map((column) => dotOf(row, column)));
}

const withNeighbors = (values: readonly number[], adjacency: readonly (readonly number[])[], node: number) =>
  values.filter((_, other) => other === node || adjacency[node]?.[other] === 1);

/** Each node's value plus its neighbors'. */
export function summed(values: readonly number[], adjacency: readonly (readonly number[])[]): readonly number[] {
  return values.map((_, node) => sumOf(withNeighbors(values, adjacency, node)));
}

/** The mean of each node's value and its neighbors'. */
export function averaged(values: readonly number[], adjacency: readonly (readonly number[])[]): readonly number[] {
  return values.map((_, node) => meanOf(withNeighbors(values, adjacency, node)));
}

/** The values at the start and after each of a number of rounds. */
export function rounds(
  start: readonly number[],
  count: number,
  step: (values: readonly number[]) => readonly number[],
): readonly (readonly number[])[] {
  const history: (readonly number[])[] = [start];
  for (let round = 0; round < count; round++) history.push(step(history[round] ?? []));
  return history;
}
