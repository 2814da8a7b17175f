import type { ReactNode } from "react";
import { SiteLink } from "@/app/_ui/site-link";

interface NeighbourTarget {
  /** Without a language. */
  readonly path: string;
  /** "Previous topic" or the like. */
  readonly label: string;
  readonly name: ReactNode;
}

interface NeighbourLinksProps {
  readonly label: string;
  readonly previous: NeighbourTarget | null;
  readonly next: NeighbourTarget | null;
}

/** The page before and the page after this one. */
export function NeighbourLinks({ label, previous, next }: NeighbourLinksProps) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label={label} data-print="hide" className="mt-12 grid grid-cols-2 gap-4 border-line border-t pt-6">
      {previous === null ? <span /> : <Neighbour target={previous} rel="prev" />}
      {next === null ? null : <Neighbour target={next} rel="next" />}
    </nav>
  );
}

function Neighbour({ target, rel }: { target: NeighbourTarget; rel: "prev" | "next" }) {
  const forward = rel === "next";
  return (
    <SiteLink
      href={target.path}
      prefetch={false}
      rel={rel}
      className={`block rounded-control py-2 no-underline hover:text-accent ${forward ? "text-right" : ""}`}
    >
      <span className="block text-note text-ink-2">
        {forward ? null : <span aria-hidden="true">← </span>}
        {target.label}
        {forward ? <span aria-hidden="true"> →</span> : null}
      </span>
      {target.name}
    </SiteLink>
  );
}
