"use client";

import { useTranslations } from "use-intl";
import { ChoiceGroup } from "@/app/_ui/choice-group";
import { Switch } from "@/app/_ui/switch";
import type { LearnerSettingsView } from "@/lib/data/settings-defaults";
import { Part } from "./part";
import type { SettingsControl } from "./use-settings";

const LANGUAGES = ["zh", "en", "both"] as const satisfies readonly LearnerSettingsView["definitionLanguage"][];

/** In which language definitions are asked, and with how many buttons answers are graded. */
export function AnsweringPart({ control: { settings, save, errorOf } }: { control: SettingsControl }) {
  const t = useTranslations("settings.answering");
  return (
    <Part id="answering" title={t("title")}>
      <ChoiceGroup
        legend={t("definitionLanguage")}
        error={errorOf("definitionLanguage")}
        name="definitionLanguage"
        pick="one"
        inline
        chosen={[settings.definitionLanguage]}
        choices={LANGUAGES.map((value) => ({ value, label: t(`definition.${value}`) }))}
        onChange={([chosen]) => {
          const language = LANGUAGES.find((value) => value === chosen);
          if (language !== undefined) save("definitionLanguage", language);
        }}
      />
      <Switch
        label={t("twoButtons")}
        hint={t("twoButtonsHint")}
        error={errorOf("twoButtons")}
        name="twoButtons"
        checked={settings.twoButtons}
        onChange={(event) => save("twoButtons", event.currentTarget.checked)}
      />
    </Part>
  );
}
