import { SiteLink } from "@/app/_ui/site-link";
import type { DeckView } from "@/lib/data/glossary";
import { type ConceptSummary, SECTIONS, type Section } from "@/lib/glossary/concept";
import { glossaryAddress } from "@/lib/i18n/address";
import { getAddressLocale, getLocale, getT } from "@/lib/i18n/server";
import { ConceptRow } from "./concept-row";
import { inSectionOrder, sectionLabel } from "./sections";

interface LetterListProps {
  readonly deck: DeckView;
  /** Of all decks. */
  readonly concepts: readonly ConceptSummary[];
  /** The group that is asked for; the first one when there is no such group. */
  readonly asked: string;
}

/** The concepts of a deck in one alphabetical group, with the way to the others: all at once would be a page of a megabyte. */
export async function LetterList({ deck, concepts, asked }: LetterListProps) {
  const [t, locale, named] = await Promise.all([getT("glossary"), getLocale(), getAddressLocale()]);
  const topicIds = new Set(deck.topics.map((topic) => topic.id));
  const own = concepts.filter((concept) => topicIds.has(concept.topicId));
  const groups = SECTIONS.map((section) => ({ section, concepts: inSectionOrder(own, section) })).filter(
    (group) => group.concepts.length > 0,
  );
  const shown = groups.find(({ section }) => section === asked) ?? groups[0];
  if (shown === undefined) return null;
  return (
    <div className="lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-12">
      <nav
        aria-label={t("jump")}
        data-print="hide"
        className="max-lg:-mx-5 max-lg:mb-4 max-lg:overflow-x-auto max-lg:px-5"
      >
        <ul className="flex gap-1.5 lg:sticky lg:top-6 lg:flex-col lg:gap-0">
          {groups.map((group) => (
            <li key={group.section}>
              <SiteLink
                href={letterPath(deck.id, group.section)}
                prefetch={false}
                aria-current={group === shown ? "true" : undefined}
                className="flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-small whitespace-nowrap text-ink-2 no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-ink max-lg:border max-lg:border-line lg:-mx-3"
              >
                {sectionLabel(group.section)}
                <span className="text-note tabular-nums">{group.concepts.length}</span>
              </SiteLink>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="letter-title" className="mb-12">
        <h2 id="letter-title" className="border-ink border-b pb-2 font-heading text-section font-medium">
          {sectionLabel(shown.section)}
        </h2>
        <ul>
          {shown.concepts.map((concept) => (
            <ConceptRow
              key={concept.id}
              concept={concept}
              glossary={glossaryAddress(named)}
              definitionLanguage={locale === "en" ? "en" : "zh"}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function letterPath(deckId: string, section: Section): string {
  return `/glossary?by=section&deck=${encodeURIComponent(deckId)}&letter=${section}`;
}
