import type { ReactNode } from "react";

interface PanelProps {
  readonly id: string;
  readonly title: string;
  /** What the numbers are: their period, their n, what they leave out. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** One figure of the progress page with its title. */
export function Panel({ id, title, note, children }: PanelProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      data-testid={`progress-${id}`}
      className="mt-3.5 min-w-0 rounded-card border border-line bg-surface px-5 py-4.5"
    >
      <h2 id={`${id}-title`} className="font-heading text-section font-medium">
        {title}
      </h2>
      {note ? <p className="mt-0.5 text-note text-ink-2">{note}</p> : null}
      <div className="mt-3.5">{children}</div>
    </section>
  );
}

/** A panel that has nothing to show yet says what to do. */
export function NothingYet({ children }: { children: ReactNode }) {
  return <p className="max-w-[34em] pb-1 text-small text-ink-2">{children}</p>;
}

/**
 * A picture wider than a phone scrolls within its box, and shows its right end, the newest, first: the box runs from right to left, what
 * is in it from left to right. It takes the focus, so that the keyboard can scroll it.
 */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of no form; a landmark for each picture would be noise
    <div
      role="group"
      dir="rtl"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="overflow-x-auto overflow-y-hidden pb-1"
    >
      <div dir="ltr" className="w-max min-w-full">
        {children}
      </div>
    </div>
  );
}
