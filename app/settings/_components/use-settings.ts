"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { sendJson } from "@/app/_ui/send-json";
import { useFailureText, useFieldText } from "@/app/_ui/use-json-form";
import type { LearnerSettingsView } from "@/lib/data/settings-defaults";

export type SettingName = keyof LearnerSettingsView;
export type SaveState = "idle" | "saving" | "saved" | "failed";
export type SaveSetting = <Name extends SettingName>(name: Name, value: LearnerSettingsView[Name]) => void;

export interface SettingsControl {
  readonly settings: LearnerSettingsView;
  readonly state: SaveState;
  readonly save: SaveSetting;
  /** What is wrong with a setting; "" when nothing is. */
  errorOf(name: SettingName): string;
}

/** These change the whole page, which the server then makes again. */
const CHANGE_THE_PAGE: readonly SettingName[] = ["interfaceLanguage", "theme"];

/**
 * Saves each change at once, one after the other in the order in which they were made. The screen shows the new value right away; when it
 * could not be saved, the old one comes back and says why.
 */
export function useSettings(initial: LearnerSettingsView, learnerId: string): SettingsControl {
  const router = useRouter();
  const failureText = useFailureText();
  const fieldText = useFieldText();
  const [settings, setSettings] = useState(initial);
  const [state, setState] = useState<SaveState>("idle");
  const [errors, setErrors] = useState<Partial<Record<SettingName, string>>>({});
  const line = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  /** As the server last confirmed them. */
  const confirmed = useRef(initial);

  const send = async (name: SettingName, value: unknown) => {
    const outcome = await sendJson<LearnerSettingsView>("/api/settings", {
      method: "PATCH",
      body: { [name]: value },
      learnerId,
    });
    waiting.current -= 1;
    if (!outcome.ok) {
      setSettings((shown) => ({ ...shown, [name]: confirmed.current[name] }));
      setErrors((shown) => ({ ...shown, [name]: fieldText(outcome.fields[name]) || failureText(outcome) }));
      setState("failed");
      return;
    }
    confirmed.current = outcome.value;
    if (waiting.current === 0) setState((shown) => (shown === "failed" ? shown : "saved"));
    if (CHANGE_THE_PAGE.includes(name)) router.refresh();
  };
  const save: SaveSetting = (name, value) => {
    setSettings((shown) => ({ ...shown, [name]: value }));
    setErrors((shown) => ({ ...shown, [name]: "" }));
    setState("saving");
    waiting.current += 1;
    line.current = line.current.then(() => send(name, value));
  };
  return { settings, state, save, errorOf: (name) => errors[name] ?? "" };
}
