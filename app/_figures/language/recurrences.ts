// Networks that read step by step, in single numbers. Pure.

/** Hidden states of h ← tanh(wh·h + wx·x), from h = 0. */
export function recurrentStates(inputs: readonly number[], wh: number, wx: number): readonly number[] {
  let h = 0;
  return inputs.map((x) => {
    h = Math.tanh(wh * h + wx * x);
    return h;
  });
}

/** States and outputs of the linear system h ← a·h + b·x, y = c·h, from h = 0. */
export function stateSpaceRun(inputs: readonly number[], { a, b, c }: { a: number; b: number; c: number }) {
  let h = 0;
  const states = inputs.map((x) => {
    h = a * h + b * x;
    return h;
  });
  return { states, outputs: states.map((state) => c * state) };
}

interface Gates {
  readonly forget: number;
  readonly input: number;
  readonly output: number;
}

/** The new cell state and output of an LSTM whose gates are given. */
export function lstmStep(cell: number, candidate: number, gates: Gates): { cell: number; output: number } {
  const next = gates.forget * cell + gates.input * candidate;
  return { cell: next, output: gates.output * Math.tanh(next) };
}
