import { getUser } from "@/lib/auth/current-user";
import { getAddressLocale, getT } from "@/lib/i18n/server";
import { LanguageSwitch } from "./language-switch";
import type { NavPlace } from "./nav-icons";
import { Seal } from "./seal";
import { SiteLink } from "./site-link";

export type SitePlace = NavPlace | "sign-in" | "sign-up";

export const LEARNER_PLACES: readonly NavPlace[] = ["review", "glossary", "progress", "settings"];

/**
 * Seal, name and navigation. On a phone a learner's places move to the bottom, see PhoneNav; on the narrowest the seal alone is shown of seal
 * and name.
 */
export async function SiteHeader({ current }: { current?: SitePlace | undefined }) {
  const [t, user, named] = await Promise.all([getT("common"), getUser(), getAddressLocale()]);
  const places: readonly SitePlace[] = user === null ? ["glossary", "sign-in"] : LEARNER_PLACES;
  return (
    <header data-print="hide" className="mx-auto w-full max-w-[1120px] px-5">
      <nav aria-label={t("nav.label")} className="-mr-2.5 flex min-h-16 items-center gap-1">
        <SiteLink
          href="/"
          className="mr-auto flex min-h-11 items-center gap-3 rounded-control no-underline max-[24rem]:gap-2"
        >
          <Seal />
          <span className="font-heading text-[19px] font-medium whitespace-nowrap max-[22.5rem]:sr-only">
            {t("name")}
          </span>
        </SiteLink>
        <ul className={`flex items-center gap-1 ${user === null ? "" : "max-sm:hidden"}`}>
          {places.map((place) => (
            <li key={place}>
              <HeaderLink place={place} label={t(`nav.${place}`)} current={current === place} />
            </li>
          ))}
        </ul>
        {user?.kind === "guest" ? (
          <HeaderLink place="sign-up" label={t("nav.sign-up")} current={current === "sign-up"} />
        ) : null}
        <LanguageSwitch inAddress={named !== null} />
      </nav>
    </header>
  );
}

function HeaderLink({ place, label, current }: { place: SitePlace; label: string; current: boolean }) {
  return (
    <SiteLink
      href={`/${place}`}
      aria-current={current ? "page" : undefined}
      className="relative flex min-h-11 items-center rounded-control px-3 text-small whitespace-nowrap text-ink-2 no-underline hover:bg-sunken hover:text-ink aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-3 aria-[current]:after:bottom-1.5 aria-[current]:after:h-0.5 aria-[current]:after:bg-accent max-[24rem]:px-2 max-[24rem]:aria-[current]:after:inset-x-2"
    >
      {label}
    </SiteLink>
  );
}
