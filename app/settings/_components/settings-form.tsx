"use client";

import { useTranslations } from "use-intl";
import type { LearnerSettingsView } from "@/lib/data/settings-defaults";
import { AnsweringPart } from "./answering-part";
import { DayPart } from "./day-part";
import { InterfacePart } from "./interface-part";
import { type DeckChoice, LearningPart } from "./learning-part";
import { NumberSetting } from "./number-setting";
import { Part } from "./part";
import { SaveStatus } from "./save-status";
import { useSettings } from "./use-settings";

interface SettingsFormProps {
  readonly initial: LearnerSettingsView;
  readonly learnerId: string;
  readonly decks: readonly DeckChoice[];
}

/** As lib/data has them. */
const NEW_MAX = 999;
const REVIEWS_MAX = 9_999;

/** Everything that a learner can choose. Each change is saved at once. */
export function SettingsForm({ initial, learnerId, decks }: SettingsFormProps) {
  const t = useTranslations("settings.pace");
  const control = useSettings(initial, learnerId);
  const { settings, save, errorOf } = control;
  return (
    <>
      <LearningPart control={control} decks={decks} />
      <Part id="pace" title={t("title")}>
        <div className="grid gap-7 sm:grid-cols-2 sm:gap-5">
          <NumberSetting
            label={t("newPerDay")}
            hint={t("newPerDayHint")}
            unit={t("unit")}
            error={errorOf("newPerDay")}
            value={settings.newPerDay}
            max={NEW_MAX}
            onChange={(value) => save("newPerDay", value)}
          />
          <NumberSetting
            label={t("reviewsPerDay")}
            hint={t("reviewsPerDayHint")}
            unit={t("unit")}
            error={errorOf("reviewsPerDay")}
            value={settings.reviewsPerDay}
            max={REVIEWS_MAX}
            onChange={(value) => save("reviewsPerDay", value)}
          />
        </div>
      </Part>
      <AnsweringPart control={control} />
      <DayPart control={control} />
      <InterfacePart control={control} />
      <SaveStatus state={control.state} />
    </>
  );
}
