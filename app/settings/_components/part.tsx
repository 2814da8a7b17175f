import type { ReactNode } from "react";

/** A part of the settings: its name in the margin where there is room, above it otherwise. */
export function Part({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 border-line border-t py-8 md:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="font-heading text-section font-medium">
        {title}
      </h2>
      <div className="grid min-w-0 gap-7">{children}</div>
    </section>
  );
}
