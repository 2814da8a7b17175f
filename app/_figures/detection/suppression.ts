// Non-maximum suppression. Pure.

import { iouOf, type Rectangle } from "./boxes";

export interface ScoredBox extends Rectangle {
  /** How sure the detector is, 0 to 1. */
  readonly score: number;
}

export interface Verdict {
  readonly box: ScoredBox;
  /** The kept box that it overlaps most, and by how much; none when it is the first or overlaps no kept box. */
  readonly rival?: { readonly box: ScoredBox; readonly iou: number };
  readonly kept: boolean;
}

/** Goes through boxes of one class from the highest score down and keeps those whose IoU with every kept one is at most the threshold. */
export function suppress(boxes: readonly ScoredBox[], threshold: number): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const box of [...boxes].sort((a, b) => b.score - a.score)) {
    const rivals = verdicts.filter(({ kept }) => kept).map((each) => ({ box: each.box, iou: iouOf(each.box, box) }));
    const rival = rivals.sort((a, b) => b.iou - a.iou).find(({ iou }) => iou > 0);
    verdicts.push({ box, kept: (rival?.iou ?? 0) <= threshold, ...(rival ? { rival } : {}) });
  }
  return verdicts;
}
