import "server-only";
import { isTimeZone } from "@/lib/srs/study-day";
import type { Skill } from "@/lib/srs/types";
import type { Prisma } from "../generated/sqlite/client";
import { DEFINITION_LANGUAGES, defaultSettings, INTERFACE_LANGUAGES, THEMES } from "../settings-defaults";
import { EXTRA_NEW_OF_A_DAY_LIMIT, inLadderOrder, NEW_PER_DAY_LIMIT, REVIEWS_PER_DAY_LIMIT } from "../settings-patch";

type SettingsRow = Prisma.LearnerSettingsGetPayload<object>;

/** The nearest row that the app could have written: numbers at the edge of their range, the default for what is unknown. Pure. */
export function validSettings(row: SettingsRow): SettingsRow {
  const defaults = defaultSettings({});
  const skills = inLadderOrder(row.skills.split(",") as Skill[]);
  return {
    ...row,
    timeZone: isTimeZone(row.timeZone) ? row.timeZone : defaults.timeZone,
    rolloverHour: within(row.rolloverHour, 23),
    newPerDay: within(row.newPerDay, NEW_PER_DAY_LIMIT),
    reviewsPerDay: within(row.reviewsPerDay, REVIEWS_PER_DAY_LIMIT),
    skills: (skills.length > 0 ? skills : defaults.skills).join(","),
    definitionLanguage: oneOf(DEFINITION_LANGUAGES, row.definitionLanguage) ?? defaults.definitionLanguage,
    interfaceLanguage: oneOf(INTERFACE_LANGUAGES, row.interfaceLanguage) ?? defaults.interfaceLanguage,
    theme: oneOf(THEMES, row.theme) ?? defaults.theme,
    extraNew: within(row.extraNew, EXTRA_NEW_OF_A_DAY_LIMIT),
  };
}

function within(value: number, limit: number): number {
  return Math.min(Math.max(value, 0), limit);
}

function oneOf<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((candidate) => candidate === value);
}
