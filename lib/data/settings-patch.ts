import "server-only";
import { z } from "zod";
import { AppError, type FieldErrors } from "@/lib/errors";
import { isTimeZone } from "@/lib/srs/study-day";
import { SKILLS, type Skill } from "@/lib/srs/types";
import { DEFINITION_LANGUAGES, INTERFACE_LANGUAGES, type LearnerSettingsView, THEMES } from "./settings-defaults";

/** What a learner wants to change; the rest stays. */
export type SettingsPatch = Partial<LearnerSettingsView>;

export const NEW_PER_DAY_LIMIT = 999;
export const REVIEWS_PER_DAY_LIMIT = 9_999;
/** Extra new cards that can add up on one day. */
export const EXTRA_NEW_OF_A_DAY_LIMIT = 100_000;

// Every message is the code of a sentence, `errors.fields.<code>`.
const wholeNumber = (range: { min: number; max: number }) =>
  z.int("not-a-whole-number").min(range.min, "out-of-range").max(range.max, "out-of-range");

const patchSchema = z.strictObject(
  {
    timeZone: z.string("unknown-time-zone").refine(isTimeZone, "unknown-time-zone"),
    rolloverHour: wholeNumber({ min: 0, max: 23 }),
    newPerDay: wholeNumber({ min: 0, max: NEW_PER_DAY_LIMIT }),
    reviewsPerDay: wholeNumber({ min: 0, max: REVIEWS_PER_DAY_LIMIT }),
    skills: z.array(z.enum(SKILLS, "unknown-choice"), "unknown-choice").min(1, "at-least-one").transform(inLadderOrder),
    definitionLanguage: z.enum(DEFINITION_LANGUAGES, "unknown-choice"),
    interfaceLanguage: z.enum(INTERFACE_LANGUAGES, "unknown-choice"),
    theme: z.enum(THEMES, "unknown-choice"),
    twoButtons: z.boolean("unknown-choice"),
    decks: z
      .array(z.string("unknown-deck").max(200, "unknown-deck"), "unknown-deck")
      .min(1, "at-least-one")
      .max(100, "unknown-deck"),
  },
  "unknown-field",
);

/** Parses what came from outside. Throws AppError "invalid-input" with a code for every bad field. */
export function parseSettingsPatch(input: unknown): SettingsPatch {
  const parsed = patchSchema.partial().safeParse(input);
  if (parsed.success) return withoutUndefined(parsed.data);
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "settings")];
    for (const name of names) fields[name] ??= issue.message;
  }
  throw new AppError("invalid-input", { fields: fields satisfies FieldErrors });
}

/** Skills without repetition, in the order in which they open. */
export function inLadderOrder(skills: readonly Skill[]): Skill[] {
  return SKILLS.filter((skill) => skills.includes(skill));
}

function withoutUndefined(patch: { [Field in keyof SettingsPatch]?: SettingsPatch[Field] | undefined }): SettingsPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as SettingsPatch;
}
