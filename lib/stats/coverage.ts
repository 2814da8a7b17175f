// How much of a topic a learner has come to know: of its concepts, not of its cards.

import type { ConceptId } from "../srs/types";
import { MATURE_INTERVAL_DAYS } from "./stage";

export interface Coverage {
  readonly concepts: number;
  /** Concepts of which at least one card has been answered. */
  readonly started: number;
  /** Of those, concepts whose answered cards are all mature. */
  readonly mature: number;
}

/** Of each started concept, the shortest interval among its answered cards, in days. */
export type ShortestIntervals = ReadonlyMap<ConceptId, number>;

/** The coverage of some concepts, for example those of a topic. */
export function coverageOf(concepts: readonly { readonly id: ConceptId }[], shortest: ShortestIntervals): Coverage {
  const intervals = concepts.flatMap(({ id }) => shortest.get(id) ?? []);
  const mature = intervals.filter((days) => days >= MATURE_INTERVAL_DAYS).length;
  return { concepts: concepts.length, started: intervals.length, mature };
}
