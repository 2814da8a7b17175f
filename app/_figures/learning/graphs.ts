// Small graphs whose nodes carry one number each. Pure.

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
  return matrix.map((row) => row.map((_, j) => row.reduce((sum, value, k) => sum + value * (matrix[k]?.[j] ?? 0), 0)));
}

const withNeighbors = (values: readonly number[], adjacency: readonly (readonly number[])[], node: number) =>
  values.filter((_, other) => other === node || adjacency[node]?.[other] === 1);

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Each node's value plus its neighbors'. */
export function summed(values: readonly number[], adjacency: readonly (readonly number[])[]): readonly number[] {
  return values.map((_, node) => sumOf(withNeighbors(values, adjacency, node)));
}

/** The mean of each node's value and its neighbors'. */
export function averaged(values: readonly number[], adjacency: readonly (readonly number[])[]): readonly number[] {
  return values.map((_, node) => {
    const all = withNeighbors(values, adjacency, node);
    return sumOf(all) / all.length;
  });
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
