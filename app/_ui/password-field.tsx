"use client";

import { type ComponentProps, useState } from "react";
import { CONTROL_CLASS, Field, type FieldText } from "./field";

interface PasswordFieldProps extends FieldText, Omit<ComponentProps<"input">, "type"> {
  readonly showText: string;
  readonly hideText: string;
}

/** A password, which can be looked at: typing it right the first time is safer than hiding it from an empty room. */
export function PasswordField({ label, hint, error, showText, hideText, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <input
            {...input}
            {...control}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={`${CONTROL_CLASS} pr-18`}
          />
          <button
            type="button"
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
            className="absolute top-1/2 right-1 min-h-10 -translate-y-1/2 rounded-lg px-3 text-small text-ink-2 hover:text-ink"
          >
            {shown ? hideText : showText}
          </button>
        </span>
      )}
    </Field>
  );
}
