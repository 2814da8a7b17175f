import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded-md border border-line bg-sunken px-1.5 text-center font-ui text-note text-ink-2">
      {children}
    </kbd>
  );
}
