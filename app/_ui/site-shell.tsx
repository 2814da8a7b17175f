import type { ReactNode } from "react";
import { getUser } from "@/lib/auth/current-user";
import { getT } from "@/lib/i18n/server";
import { PhoneNav } from "./phone-nav";
import { SiteHeader, type SitePlace } from "./site-header";
import { SkipLink } from "./skip-link";

interface SiteShellProps {
  /** Which place of the navigation this is. */
  readonly current?: SitePlace;
  /** "text" for reading and forms, "wide" for lists and pictures. */
  readonly width?: "narrow" | "text" | "wide";
  readonly children: ReactNode;
}

const WIDTHS = { narrow: "max-w-[480px]", text: "max-w-[800px]", wide: "max-w-[1120px]" } as const;

/** What surrounds every screen but the review: skip link, header, <main>, and on a phone the navigation below. */
export async function SiteShell({ current, width = "wide", children }: SiteShellProps) {
  const [t, user] = await Promise.all([getT("common"), getUser()]);
  return (
    <div
      className={`flex min-h-dvh flex-col ${user === null ? "" : "max-sm:pb-[calc(3.5rem+env(safe-area-inset-bottom))]"}`}
    >
      <SkipLink label={t("skip")} />
      <SiteHeader current={current} />
      <main id="content" tabIndex={-1} className={`mx-auto w-full grow px-5 pt-4 pb-16 outline-none ${WIDTHS[width]}`}>
        {children}
      </main>
      <PhoneNav current={current} />
    </div>
  );
}
