"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChoiceGroup } from "@/app/_ui/choice-group";
import { SkillName } from "@/app/_ui/skill-name";
import { FORMULA_SKILLS, GENERAL_SKILLS, SKILLS, type Skill } from "@/lib/srs/types";
import { Part } from "./part";
import type { SettingsControl } from "./use-settings";

export interface DeckChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly concepts: number;
  /** Of them, those with a formula. */
  readonly formulas: number;
}

type ChoiceName = "skills" | "formulas" | "decks";

/** Which ways of knowing, and which decks. At least one of each. Those that need a formula stand apart, for most concepts have none. */
export function LearningPart({ control, decks }: { control: SettingsControl; decks: readonly DeckChoice[] }) {
  const t = useTranslations("settings.learning");
  const fields = useTranslations("errors.fields");
  const [empty, setEmpty] = useState<ChoiceName | null>(null);
  const { settings, save, errorOf } = control;
  const errorOfChoice = (name: ChoiceName) =>
    empty === name ? fields("at-least-one") : name === "formulas" ? "" : errorOf(name);
  const choicesOf = (skills: readonly Skill[]) =>
    skills.map((skill) => ({ value: skill, label: <SkillName skill={skill} />, hint: t(`skill.${skill}`) }));
  /** Those of one group were chosen anew; the other group stays. */
  const chooseSkills = (name: ChoiceName, group: readonly Skill[]) => (chosen: readonly string[]) => {
    const skills = SKILLS.filter((skill) => (group.includes(skill) ? chosen : settings.skills).includes(skill));
    setEmpty(skills.length === 0 ? name : null);
    if (skills.length > 0) save("skills", skills);
  };
  const formulas = decks.reduce((sum, deck) => sum + (settings.decks.includes(deck.id) ? deck.formulas : 0), 0);
  return (
    <Part id="learning" title={t("title")}>
      <ChoiceGroup
        legend={t("skills")}
        hint={t("skillsHint")}
        error={errorOfChoice("skills")}
        name="skills"
        pick="many"
        chosen={settings.skills}
        choices={choicesOf(GENERAL_SKILLS)}
        onChange={chooseSkills("skills", GENERAL_SKILLS)}
      />
      <ChoiceGroup
        legend={t("formulas")}
        hint={t("formulasHint", { count: formulas })}
        error={errorOfChoice("formulas")}
        name="skills"
        pick="many"
        chosen={settings.skills}
        choices={choicesOf(FORMULA_SKILLS)}
        onChange={chooseSkills("formulas", FORMULA_SKILLS)}
      />
      <ChoiceGroup
        legend={t("decks")}
        error={errorOfChoice("decks")}
        name="decks"
        pick="many"
        chosen={settings.decks}
        choices={decks.map((deck) => ({
          value: deck.id,
          label: deck.name,
          hint: `${deck.description} ${t("deckCount", { count: deck.concepts })}`,
        }))}
        onChange={(chosen) => {
          setEmpty(chosen.length === 0 ? "decks" : null);
          if (chosen.length > 0) save("decks", chosen);
        }}
      />
    </Part>
  );
}
