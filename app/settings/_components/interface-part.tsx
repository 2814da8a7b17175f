"use client";

import { useTranslations } from "use-intl";
import { ChoiceGroup } from "@/app/_ui/choice-group";
import type { Theme } from "@/lib/data/settings-defaults";
import { LOCALES } from "@/lib/i18n/locale";
import { Part } from "./part";
import type { SettingsControl } from "./use-settings";

const THEMES = ["system", "light", "dark"] as const satisfies readonly Theme[];
/** Each language is called as its own readers call it. */
const LANGUAGE_NAMES = { "zh-CN": <span lang="zh-Hans">简体中文</span>, en: <span lang="en">English</span> };

/** The language of the interface and its look. */
export function InterfacePart({ control: { settings, save, errorOf } }: { control: SettingsControl }) {
  const t = useTranslations("settings.interface");
  return (
    <Part id="interface" title={t("title")}>
      <ChoiceGroup
        legend={t("language")}
        error={errorOf("interfaceLanguage")}
        name="interfaceLanguage"
        pick="one"
        inline
        chosen={[settings.interfaceLanguage]}
        choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={([chosen]) => {
          const locale = LOCALES.find((value) => value === chosen);
          if (locale !== undefined) save("interfaceLanguage", locale);
        }}
      />
      <ChoiceGroup
        legend={t("theme")}
        error={errorOf("theme")}
        name="theme"
        pick="one"
        inline
        chosen={[settings.theme]}
        choices={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={([chosen]) => {
          const theme = THEMES.find((value) => value === chosen);
          if (theme !== undefined) save("theme", theme);
        }}
      />
    </Part>
  );
}
