"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS, Field } from "@/app/_ui/field";

interface NumberSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly error: string;
  readonly value: number;
  /** The largest that is allowed; the smallest is 0. */
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const PAUSE_MS = 700;

/** A whole number, saved when the field is left, at Enter, or after a pause in typing. What is no such number stays and says so. */
export function NumberSetting({ label, hint, unit, error, value, max, onChange }: NumberSettingProps) {
  const t = useTranslations("errors.fields");
  const [typed, setTyped] = useState(String(value));
  const [problem, setProblem] = useState("");
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const take = (text: string) => {
    window.clearTimeout(timer.current);
    const digits = text.normalize("NFKC").trim();
    if (!/^\d+$/.test(digits)) return setProblem(t("not-a-whole-number"));
    if (Number(digits) > max) return setProblem(t("out-of-range"));
    setProblem("");
    if (Number(digits) !== value || error !== "") onChange(Number(digits));
  };
  const type = (text: string) => {
    setTyped(text);
    setProblem("");
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => take(text), PAUSE_MS);
  };
  return (
    <Field label={label} hint={hint} error={problem || error}>
      {(control) => (
        <span className="flex items-center gap-3">
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => take(typed)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) take(typed);
            }}
            className={`${CONTROL_CLASS} max-w-28 tabular-nums`}
          />
          <span className="text-ink-2">{unit}</span>
        </span>
      )}
    </Field>
  );
}
