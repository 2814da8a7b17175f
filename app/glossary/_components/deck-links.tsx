import { SiteLink } from "@/app/_ui/site-link";
import type { DeckView } from "@/lib/data/glossary";
import { getLocale, getT } from "@/lib/i18n/server";

/** Which deck is browsed by letter; nothing to choose while there is but one. */
export async function DeckLinks({ decks, current }: { decks: readonly DeckView[]; current: string }) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  if (decks.length < 2) return null;
  return (
    <nav aria-label={t("deck")} data-print="hide" className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {decks.map((deck) => (
          <li key={deck.id}>
            <SiteLink
              href={`/glossary?by=section&deck=${encodeURIComponent(deck.id)}`}
              aria-current={deck.id === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line bg-surface px-4 text-small no-underline hover:border-ink-3 aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              {locale === "en" ? deck.name.en : deck.name.zh}
              <span className="text-note text-ink-2 tabular-nums">{deck.concepts}</span>
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
