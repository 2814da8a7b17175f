"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/app/_ui/select";
import { Part } from "./part";
import { TimeZoneSetting } from "./time-zone-setting";
import type { SettingsControl } from "./use-settings";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** When a study day begins. */
export function DayPart({ control: { settings, save, errorOf } }: { control: SettingsControl }) {
  const t = useTranslations("settings.day");
  return (
    <Part id="day" title={t("title")}>
      <TimeZoneSetting
        value={settings.timeZone}
        error={errorOf("timeZone")}
        onChange={(timeZone) => save("timeZone", timeZone)}
      />
      <Select
        label={t("rolloverHour")}
        hint={t("rolloverHourHint")}
        error={errorOf("rolloverHour")}
        name="rolloverHour"
        options={HOURS}
        value={String(settings.rolloverHour)}
        onChange={(event) => save("rolloverHour", Number(event.currentTarget.value))}
      />
    </Part>
  );
}
