import type { ComponentProps } from "react";
import { CONTROL_CLASS, Field, type FieldText } from "./field";
import { StrokeIcon } from "./stroke-icon";

interface SelectProps extends FieldText, ComponentProps<"select"> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice from a few, with the platform's own list. */
export function Select({ label, hint, error, options, className = "", ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <select {...select} {...control} className={`${CONTROL_CLASS} appearance-none pr-10 ${className}`}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <StrokeIcon className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-ink-2">
            <path d="m5.5 8 4.5 4.5L14.5 8" />
          </StrokeIcon>
        </span>
      )}
    </Field>
  );
}
