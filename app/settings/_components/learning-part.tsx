"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChoiceGroup } from "@/app/_ui/choice-group";
import { SkillName } from "@/app/_ui/skill-name";
import { SKILLS } from "@/lib/srs/types";
import { Part } from "./part";
import type { SettingsControl } from "./use-settings";

export interface DeckChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly concepts: number;
}

/** Which ways of knowing, and which decks. At least one of each. */
export function LearningPart({ control, decks }: { control: SettingsControl; decks: readonly DeckChoice[] }) {
  const t = useTranslations("settings.learning");
  const fields = useTranslations("errors.fields");
  const [empty, setEmpty] = useState<"skills" | "decks" | null>(null);
  const { settings, save, errorOf } = control;
  const errorOfChoice = (name: "skills" | "decks") => (empty === name ? fields("at-least-one") : errorOf(name));
  return (
    <Part id="learning" title={t("title")}>
      <ChoiceGroup
        legend={t("skills")}
        hint={t("skillsHint")}
        error={errorOfChoice("skills")}
        name="skills"
        pick="many"
        chosen={settings.skills}
        choices={SKILLS.map((skill) => ({
          value: skill,
          label: <SkillName skill={skill} />,
          hint: t(`skill.${skill}`),
        }))}
        onChange={(chosen) => {
          setEmpty(chosen.length === 0 ? "skills" : null);
          if (chosen.length > 0)
            save(
              "skills",
              SKILLS.filter((skill) => chosen.includes(skill)),
            );
        }}
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
