import { type ComponentProps, useId } from "react";
import { FieldNotes, type FieldText } from "./field";

/** On or off, at once. A checkbox underneath, so it works in forms and without script. */
export function Switch({ label, hint, error, ...input }: FieldText & Omit<ComponentProps<"input">, "type">) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter((part) => part !== "").join(" ");
  return (
    <div>
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center justify-between gap-4 text-body">
        <span>{label}</span>
        <span className="relative inline-block h-7 w-12 shrink-0">
          <input
            {...input}
            id={id}
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox itself tells whether it is checked
            role="switch"
            aria-describedby={describedBy || undefined}
            className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-full border border-ink-3 bg-sunken transition-colors duration-150 checked:border-accent checked:bg-accent"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-1 left-1 size-5 rounded-full bg-ink-3 transition-transform duration-150 peer-checked:translate-x-5 peer-checked:bg-accent-ink"
          />
        </span>
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
