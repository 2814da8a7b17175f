import "server-only";
import type { DefinitionLanguage } from "@/lib/srs/session-payload";
import { GENERAL_SKILLS, type Skill } from "@/lib/srs/types";

export const INTERFACE_LANGUAGES = ["zh-CN", "en"] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
export const DEFINITION_LANGUAGES = ["zh", "en", "both"] as const satisfies readonly DefinitionLanguage[];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** A learner's settings as screens and the queue get them. */
export interface LearnerSettingsView {
  /** IANA. */
  readonly timeZone: string;
  /** 0 to 23. */
  readonly rolloverHour: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** In the order of the ladder; at least one. */
  readonly skills: readonly Skill[];
  readonly definitionLanguage: DefinitionLanguage;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly theme: Theme;
  readonly twoButtons: boolean;
  /** Ids of the chosen decks, in the order of decks; at least one. */
  readonly decks: readonly string[];
}

export const DEFAULT_ROLLOVER_HOUR = 4;
/** The built-in glossary. */
export const DEFAULT_DECK = "core";
const DEFAULT_TIME_ZONE = "Asia/Shanghai";

/**
 * What a learner starts with. Who reads the interface in Chinese gets definitions in Chinese; who reads it in English gets both, since
 * the Chinese is what they are here for and the English is what they understand.
 */
export function defaultSettings(known: {
  readonly timeZone?: string;
  readonly interfaceLanguage?: InterfaceLanguage;
}): LearnerSettingsView {
  const interfaceLanguage = known.interfaceLanguage ?? "zh-CN";
  return {
    timeZone: known.timeZone ?? DEFAULT_TIME_ZONE,
    rolloverHour: DEFAULT_ROLLOVER_HOUR,
    newPerDay: 12,
    reviewsPerDay: 200,
    skills: GENERAL_SKILLS,
    definitionLanguage: interfaceLanguage === "zh-CN" ? "zh" : "both",
    interfaceLanguage,
    theme: "system",
    twoButtons: false,
    decks: [DEFAULT_DECK],
  };
}
