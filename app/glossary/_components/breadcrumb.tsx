import type { ReactNode } from "react";
import { SiteLink } from "@/app/_ui/site-link";
import { getT } from "@/lib/i18n/server";

export interface Crumb {
  readonly name: string;
  /** Without a language. */
  readonly path: string;
}

/** The pages above this one, from the glossary down. `children` stands at the other end of the line. */
export async function Breadcrumb({ above, children }: { above: readonly Crumb[]; children?: ReactNode }) {
  const t = await getT("glossary");
  return (
    <div data-print="hide" className="mb-6 flex items-center justify-between gap-x-4 text-small text-ink-2">
      <nav aria-label={t("concept.breadcrumb")}>
        <ol className="flex flex-wrap items-center gap-x-2">
          {above.map(({ name, path }, index) => (
            <li key={path} className="flex items-center gap-x-2">
              <SiteLink href={path} className="inline-flex min-h-11 items-center no-underline hover:text-accent">
                {name}
              </SiteLink>
              {/* Behind the link, so that no line begins with it. */}
              {index === above.length - 1 ? null : <span aria-hidden="true">/</span>}
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </div>
  );
}
