// Position in a sequence as numbers. Pure.

/** The sinusoidal encoding of position p (from 0) in d components, d even (https://arxiv.org/abs/1706.03762, 3.5). */
export function positionalEncoding(p: number, d: number): readonly number[] {
  return Array.from({ length: d }, (_, part) => {
    const angle = p / 10000 ** ((part - (part % 2)) / d);
    return part % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}

/** How far the rotary embedding turns a pair of components at position m, in degrees, if each place turns it by `step`. */
export function turnAt(m: number, step: number): number {
  return m * step;
}
