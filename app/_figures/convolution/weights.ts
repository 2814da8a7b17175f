// How many weights a layer has; biases are left out, as in the texts. Pure.

interface Channels {
  /** Side of the filters. */
  readonly side: number;
  /** Input and output channels. */
  readonly from: number;
  readonly to: number;
  readonly groups?: number;
}

export function convolutionWeights({ side, from, to, groups = 1 }: Channels): number {
  return groups * side * side * (from / groups) * (to / groups);
}

/** Of the two steps of a depthwise separable convolution. */
export function separableWeights({ side, from, to }: Channels): readonly [depthwise: number, pointwise: number] {
  return [convolutionWeights({ side, from, to: from, groups: from }), convolutionWeights({ side: 1, from, to })];
}

/** Of the three layers of a bottleneck block that narrows `wide` channels to `narrow`. */
export function bottleneckWeights(wide: number, narrow: number): readonly [number, number, number] {
  return [
    convolutionWeights({ side: 1, from: wide, to: narrow }),
    convolutionWeights({ side: 3, from: narrow, to: narrow }),
    convolutionWeights({ side: 1, from: narrow, to: wide }),
  ];
}
