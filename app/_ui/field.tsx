import { type ComponentProps, type ReactNode, useId } from "react";

export interface FieldText {
  readonly label: ReactNode;
  /** What helps to fill it in, always visible. */
  readonly hint?: ReactNode;
  /** What is wrong, in the reader's language; undefined or "" when nothing is. */
  readonly error?: string | undefined;
}

/** What ties a control to its label, hint and error. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** Border 3:1 against the page, as WCAG asks of controls. */
export const CONTROL_CLASS =
  "block w-full min-h-12 rounded-control border border-ink-3 bg-surface px-3.5 text-body text-ink placeholder:text-ink-2 aria-invalid:border-danger aria-invalid:bg-danger-soft disabled:opacity-55";

/** Label, control, hint and error of one input, wired together. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldText & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter((part) => part !== "").join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-small font-medium">
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The error, then the hint, under a control; their ids are `<id>-error` and `<id>-hint`. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-small text-danger">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-note text-ink-2">
          {hint}
        </p>
      ) : null}
    </>
  );
}

/** A line of text, a number, an e-mail address. */
export function TextField({ label, hint, error, className = "", ...input }: FieldText & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...input} {...control} className={`${CONTROL_CLASS} ${className}`} />}
    </Field>
  );
}
