// SM-2 as published in 1990, with the E-Factor from before the answer lengthening the interval. lib/srs is pure: it imports only itself
// and, as types, lib/glossary.
// Source: P. A. Woźniak, "Application of a computer to improve the results obtained in working with the SuperMemo method", section 3.2,
// https://super-memory.com/english/ol/sm2.htm (archived on supermemo.com).

import type { Quality, Schedule } from "./types";

/** A card that was never answered. */
export const START: Schedule = { repetitions: 0, intervalDays: 0, efactorHundredths: 250 };

/** A hundred years: beyond it a longer interval means nothing and dates overflow. */
export const MAX_INTERVAL_DAYS = 36_500;
export const MIN_EFACTOR_HUNDREDTHS = 130;

/**
 * The schedule after one answer to a card that is due or new.
 *
 * @param quality 0 (blackout) to 5 (perfect); below 3 the card starts over and keeps its E-Factor.
 */
export function answerSm2(schedule: Schedule, quality: Quality): Schedule {
  const { repetitions, efactorHundredths } = schedule;
  switch (quality) {
    case 0:
    case 1:
    case 2:
      return { repetitions: 0, intervalDays: 1, efactorHundredths };
    case 3:
    case 4:
    case 5:
      return {
        repetitions: repetitions + 1,
        intervalDays: nextIntervalDays(schedule),
        efactorHundredths: Math.max(MIN_EFACTOR_HUNDREDTHS, efactorHundredths + efactorChange(quality)),
      };
  }
}

/** EF + (0.1 − (5 − q)(0.08 + (5 − q) 0.02)), in hundredths: +10, 0, −14. */
function efactorChange(quality: 3 | 4 | 5): number {
  const missing = 5 - quality;
  return 10 - missing * (8 + missing * 2);
}

function nextIntervalDays({ repetitions, intervalDays, efactorHundredths }: Schedule): number {
  if (repetitions === 0) return 1;
  if (repetitions === 1) return 6;
  // Both factors are integers, so the product is exact and its hundredth is rounded correctly: 25 × 2.20 is 55 days, where
  // Math.ceil(25 * 2.2) is 56.
  return Math.min(MAX_INTERVAL_DAYS, Math.ceil((intervalDays * efactorHundredths) / 100));
}
