"use client";

import { type ReactNode, useEffect, useRef } from "react";

interface DayPanelProps {
  readonly title: string;
  /** "summary", "nothing", "empty" or "failed", for tests and styles. */
  readonly state: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** The whole card when there is no card to ask. Takes the focus, since what had it is gone. */
export function DayPanel({ title, state, testId, children }: DayPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <section
      data-testid={testId}
      data-state={state}
      className="rounded-card border border-line bg-surface px-[clamp(22px,5vw,56px)] py-[clamp(28px,5vw,52px)] text-body"
    >
      <h1 ref={heading} tabIndex={-1} className="mb-4 font-heading text-title font-medium outline-none">
        {title}
      </h1>
      {children}
    </section>
  );
}
