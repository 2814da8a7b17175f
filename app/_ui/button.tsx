import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "normal" | "small";

interface Look {
  /** "primary" is the one action of a screen; "danger" is for what cannot be taken back. */
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-control border text-center font-medium no-underline transition-colors duration-150 disabled:cursor-default disabled:opacity-55 aria-disabled:opacity-55";
const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border-accent bg-accent text-accent-ink not-disabled:hover:border-accent-strong not-disabled:hover:bg-accent-strong",
  quiet: "border-line bg-surface text-ink not-disabled:hover:border-ink-3",
  plain: "border-transparent text-ink-2 not-disabled:hover:bg-sunken not-disabled:hover:text-ink",
  danger: "border-danger bg-surface text-danger not-disabled:hover:bg-danger-soft",
};
const SIZES: Readonly<Record<ButtonSize, string>> = {
  normal: "min-h-12 px-6 text-body",
  small: "min-h-11 px-4 text-small",
};

/** The classes of a button, for what cannot be one of the components below. */
export function buttonClass({ variant = "quiet", size = "normal" }: Look = {}): string {
  return `${BASE} ${VARIANTS[variant]} ${SIZES[size]}`;
}

interface ButtonProps extends Look, ComponentProps<"button"> {
  /** Its work is going on: a second press does nothing, and assistive technology is told. */
  readonly busy?: boolean;
}

/** A button. Its type is "button" unless told otherwise. */
export function Button({ variant = "quiet", size = "normal", busy = false, className = "", ...props }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...props}
      disabled={busy || props.disabled}
      className={`${buttonClass({ variant, size })} ${className}`}
    />
  );
}

/** A link of this app that looks like a button. */
export function LinkButton({
  variant = "quiet",
  size = "normal",
  className = "",
  ...props
}: Look & ComponentProps<typeof Link>) {
  return <Link {...props} className={`${buttonClass({ variant, size })} ${className}`} />;
}
