import { SiteLink } from "@/app/_ui/site-link";
import { getT } from "@/lib/i18n/server";
import { ORDERS, type Order } from "./limits";

/** By topic or by letter: two links that look like one switch. */
export async function OrderToggle({ order, deck }: { order: Order; deck: string }) {
  const t = await getT("glossary");
  return (
    <nav aria-label={t("by.label")}>
      <ul className="flex rounded-control border border-line bg-surface p-1">
        {ORDERS.map((choice) => (
          <li key={choice}>
            <SiteLink
              href={`/glossary?by=${choice}${deck === "" ? "" : `&deck=${encodeURIComponent(deck)}`}`}
              scroll={false}
              aria-current={choice === order ? "true" : undefined}
              className="flex min-h-10 items-center rounded-lg px-4 text-small whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-ink"
            >
              {t(`by.${choice}`)}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
