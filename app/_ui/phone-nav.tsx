import { getUser } from "@/lib/auth/current-user";
import { getT } from "@/lib/i18n/server";
import { NavIcon } from "./nav-icons";
import { LEARNER_PLACES, type SitePlace } from "./site-header";
import { SiteLink } from "./site-link";

/** A learner's places within reach of the thumb. Strangers need none: their three links fit the header. */
export async function PhoneNav({ current }: { current?: SitePlace | undefined }) {
  const [t, user] = await Promise.all([getT("common"), getUser()]);
  if (user === null) return null;
  return (
    <nav
      aria-label={t("nav.learner")}
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="mx-auto grid max-w-md grid-cols-4">
        {LEARNER_PLACES.map((place) => (
          <li key={place}>
            <SiteLink
              href={`/${place}`}
              aria-current={current === place ? "page" : undefined}
              className="grid min-h-14 place-items-center content-center gap-0.5 text-[12px] leading-tight text-ink-2 no-underline aria-[current]:text-accent"
            >
              <NavIcon place={place} />
              {t(`nav.${place}`)}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
