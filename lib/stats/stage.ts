// How far a card has come, in four words.

import type { Schedule } from "../srs/types";

export const STAGES = ["new", "learning", "young", "mature"] as const;
export type Stage = (typeof STAGES)[number];

/** From this interval on a card counts as mature, the field's usual mark. */
export const MATURE_INTERVAL_DAYS = 21;
/** Two successful answers in a row take a card to an interval of six days. */
const LEARNED_REPETITIONS = 2;

/** null: never answered. A lapse takes a card back to "learning". */
export function stageOf(progress: Pick<Schedule, "repetitions" | "intervalDays"> | null): Stage {
  if (progress === null) return "new";
  if (progress.repetitions < LEARNED_REPETITIONS) return "learning";
  return progress.intervalDays < MATURE_INTERVAL_DAYS ? "young" : "mature";
}
