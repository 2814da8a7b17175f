// A small maze in which every step costs 1 and the one into the exit brings 10 more. Pure.

export const ROWS = 3;
export const COLUMNS = 4;
export const EXIT = 3;
export const WALL = 5;

/** Reward of a step, and what the exit adds. */
const STEP_REWARD = -1;
const EXIT_BONUS = 10;

export const MOVES = [
  { name: "up", dx: 0, dy: -1 },
  { name: "right", dx: 1, dy: 0 },
  { name: "down", dx: 0, dy: 1 },
  { name: "left", dx: -1, dy: 0 },
] as const;

export type Move = (typeof MOVES)[number];

/** The cell that a move leads to; the same where a wall or the edge is in the way. Cells are numbered row by row from the upper left. */
export function nextCell(cell: number, { dx, dy }: Move): number {
  const column = (cell % COLUMNS) + dx;
  const row = Math.floor(cell / COLUMNS) + dy;
  const next = row * COLUMNS + column;
  return column < 0 || column >= COLUMNS || row < 0 || row >= ROWS || next === WALL ? cell : next;
}

/** r + γV(s′) of a move from a cell. */
export function moveValue(values: readonly number[], cell: number, move: Move, discount: number): number {
  const next = nextCell(cell, move);
  return STEP_REWARD + (next === EXIT ? EXIT_BONUS : 0) + discount * (values[next] ?? 0);
}

/** One Bellman backup of all cells at once: the best of r + γV(s′). The exit ends the episode and keeps 0. */
export function backup(values: readonly number[], discount: number): readonly number[] {
  return values.map((value, cell) =>
    cell === EXIT || cell === WALL ? value : Math.max(...MOVES.map((move) => moveValue(values, cell, move, discount))),
  );
}

/** The values after a number of backups from 0. */
export function valuesAfter(backups: number, discount: number): readonly number[] {
  let values: readonly number[] = Array.from({ length: ROWS * COLUMNS }, () => 0);
  for (let round = 0; round < backups; round++) values = backup(values, discount);
  return values;
}

/** A change smaller than this is one of the arithmetic, not of the values. */
const SMALLEST_CHANGE = 1e-9;

/** How many cells the backup after so many changes; 0: the Bellman equation holds in all of them. */
export function changingCells(backups: number, discount: number): number {
  const values = valuesAfter(backups, discount);
  return backup(values, discount).filter((next, cell) => Math.abs(next - (values[cell] ?? 0)) > SMALLEST_CHANGE).length;
}

/** The moves that are best by the given values; none where all are equally good. */
export function bestMoves(values: readonly number[], cell: number, discount: number): readonly Move[] {
  const worths = MOVES.map((move) => moveValue(values, cell, move, discount));
  const best = Math.max(...worths);
  const moves = MOVES.filter((_, index) => (worths[index] ?? 0) > best - 1e-9);
  return moves.length === MOVES.length ? [] : moves;
}
