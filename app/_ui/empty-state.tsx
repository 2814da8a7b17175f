import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What to do about it: usually one LinkButton. */
  readonly action?: ReactNode;
}

/** Where nothing is yet: says so, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-card border border-line border-dashed px-6 py-12 text-center">
      <p className="font-heading text-section font-medium">{title}</p>
      {children ? <div className="mx-auto mt-2 max-w-[32em] text-ink-2">{children}</div> : null}
      {action ? <div className="mt-6">{action}</div> : null}
    </div>
  );
}
