import { type ReactNode, useId } from "react";
import { FieldNotes } from "./field";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoiceGroupProps {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name: string;
  /** "one" of them (radio buttons) or "many" (checkboxes). */
  readonly pick: "one" | "many";
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Side by side where there is room. */
  readonly inline?: boolean;
}

/** A few choices, all visible, as rows that are easy to hit. */
export function ChoiceGroup({ legend, hint, error, name, pick, choices, chosen, onChange, inline }: ChoiceGroupProps) {
  const id = useId();
  const choose = (value: string, on: boolean) => {
    if (pick === "one") onChange([value]);
    else
      onChange(
        choices.map((choice) => choice.value).filter((other) => (other === value ? on : chosen.includes(other))),
      );
  };
  const describedBy = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter((part) => part !== "").join(" ");
  return (
    <fieldset aria-describedby={describedBy || undefined} className="min-w-0">
      <legend className="mb-1.5 text-small font-medium">{legend}</legend>
      <div className={`grid gap-2 ${inline ? "sm:auto-cols-fr sm:grid-flow-col" : ""}`}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-line bg-surface px-3.5 py-2 transition-colors duration-150 hover:border-ink-3 ${
              // One of several stands out; of many, most are ticked, and the ticks say enough.
              pick === "one" ? "has-checked:border-accent has-checked:bg-accent-soft" : ""
            }`}
          >
            <input
              type={pick === "one" ? "radio" : "checkbox"}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => choose(choice.value, event.currentTarget.checked)}
              className="size-4.5 shrink-0 accent-(--accent)"
            />
            <span className="min-w-0 leading-snug">
              {choice.label}
              {choice.hint ? <span className="mt-0.5 block text-note text-ink-2">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
