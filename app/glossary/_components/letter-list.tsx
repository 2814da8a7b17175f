import type { DeckView } from "@/lib/data/glossary";
import { type ConceptSummary, SECTIONS } from "@/lib/glossary/concept";
import { glossaryAddress } from "@/lib/i18n/address";
import { getAddressLocale, getLocale, getT } from "@/lib/i18n/server";
import { ConceptRow } from "./concept-row";
import { inSectionOrder, sectionLabel } from "./sections";

interface LetterListProps {
  readonly deck: DeckView;
  /** Of all decks. */
  readonly concepts: readonly ConceptSummary[];
}

/** Every concept of a deck, by letter, with a way to jump to a group. */
export async function LetterList({ deck, concepts }: LetterListProps) {
  const [t, locale, named] = await Promise.all([getT("glossary"), getLocale(), getAddressLocale()]);
  const topicIds = new Set(deck.topics.map((topic) => topic.id));
  const own = concepts.filter((concept) => topicIds.has(concept.topicId));
  const groups = SECTIONS.map((section) => ({ section, concepts: inSectionOrder(own, section) })).filter(
    (group) => group.concepts.length > 0,
  );
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
              <a
                href={`#${group.section}`}
                className="flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-small whitespace-nowrap text-ink-2 no-underline hover:bg-sunken hover:text-ink max-lg:border max-lg:border-line lg:-mx-3"
              >
                {sectionLabel(group.section)}
                <span className="text-note tabular-nums">{group.concepts.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {groups.map(({ section, concepts: listed }) => (
          <section key={section} id={section} aria-labelledby={`${section}-title`} className="mb-12">
            <h2 id={`${section}-title`} className="border-ink border-b pb-2 font-heading text-section font-medium">
              {sectionLabel(section)}
            </h2>
            <ul>
              {listed.map((concept) => (
                <ConceptRow
                  key={concept.id}
                  concept={concept}
                  glossary={glossaryAddress(named)}
                  definitionLanguage={locale === "en" ? "en" : "zh"}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
