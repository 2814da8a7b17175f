"use client";

import { useId, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { CONTROL_CLASS, Field } from "@/app/_ui/field";
import { useHydrated } from "@/app/sign-in/_components/use-hydrated";

interface TimeZoneSettingProps {
  /** IANA. */
  readonly value: string;
  readonly error: string;
  readonly onChange: (timeZone: string) => void;
}

interface Zone {
  readonly name: string;
  /** "UTC+08:00 China Time". */
  readonly label: string;
}

/** The time zone, from the browser's own list, which is searched while typing: by name, by offset, by what the zone is called. */
export function TimeZoneSetting({ value, error, onChange }: TimeZoneSettingProps) {
  const t = useTranslations("settings.day");
  const locale = useLocale();
  const listId = useId();
  const hydrated = useHydrated();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const [problem, setProblem] = useState("");
  const [zones, setZones] = useState<readonly Zone[]>([]);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const take = (text: string) => {
    const zone = resolveZone(text, zones);
    setProblem(zone === null ? t("timeZoneNone") : "");
    if (zone !== null) setTyped(zone);
    if (zone !== null && zone !== value) onChange(zone);
  };
  const here = hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : value;
  return (
    <div>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} error={problem || error}>
        {(control) => (
          <input
            {...control}
            type="text"
            list={listId}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onFocus={(event) => {
              if (zones.length === 0) setZones(listZones(locale));
              event.currentTarget.select();
            }}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              setProblem("");
              // Chosen from the list, or typed to the end.
              if (zones.some((zone) => zone.name === text)) take(text);
            }}
            onBlur={() => take(typed)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) take(typed);
            }}
            className={CONTROL_CLASS}
          />
        )}
      </Field>
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone.name} value={zone.name}>
            {zone.label}
          </option>
        ))}
      </datalist>
      {here === value ? null : (
        <Button size="small" className="mt-3" onClick={() => take(here)}>
          {t("detect", { zone: here })}
        </Button>
      )}
    </div>
  );
}

function listZones(locale: string): Zone[] {
  return Intl.supportedValuesOf("timeZone").map((name) => ({
    name,
    label: `${nameOf(name, "en", "longOffset").replace(/^GMT/, "UTC")} ${nameOf(name, locale, "longGeneric")}`,
  }));
}

function nameOf(timeZone: string, locale: string, style: "longOffset" | "longGeneric"): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style }).formatToParts();
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** The zone that is meant: its name in any case, or the only one that contains what was typed. null: none, or several. */
function resolveZone(text: string, zones: readonly Zone[]): string | null {
  const wanted = text.trim().replaceAll(" ", "_");
  if (wanted === "") return null;
  try {
    // Old names such as "PRC" count too.
    new Intl.DateTimeFormat("en", { timeZone: wanted });
    return zones.find((zone) => zone.name.toLowerCase() === wanted.toLowerCase())?.name ?? wanted;
  } catch {
    const matching = zones.filter((zone) => zone.name.toLowerCase().includes(wanted.toLowerCase()));
    return matching.length === 1 ? (matching[0]?.name ?? null) : null;
  }
}
