import type { DeckView } from "@/lib/data/glossary";
import { type ConceptSummary, SECTIONS } from "@/lib/glossary/concept";
import type { Locale } from "@/lib/i18n/locale";
import { getLocale, getT } from "@/lib/i18n/server";
import { ConceptRow } from "./concept-row";
import type { Order } from "./limits";
import { inSectionOrder, sectionLabel } from "./sections";

interface Group {
  /** Also the anchor. */
  readonly id: string;
  readonly name: string;
  readonly concepts: readonly ConceptSummary[];
}

interface BrowseListProps {
  readonly order: Order;
  readonly deck: DeckView;
  /** Of all decks. */
  readonly concepts: readonly ConceptSummary[];
}

/** Every concept of a deck, group by group, with a way to jump to a group. */
export async function BrowseList({ order, deck, concepts }: BrowseListProps) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  const groups = order === "topic" ? groupByTopic(concepts, deck, locale) : groupBySection(concepts, deck);
  return (
    <div className="lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-12">
      <nav
        aria-label={t("jump")}
        data-print="hide"
        className="max-lg:-mx-5 max-lg:mb-4 max-lg:overflow-x-auto max-lg:px-5"
      >
        <ul className="flex gap-1.5 lg:sticky lg:top-6 lg:flex-col lg:gap-0">
          {groups.map((group) => (
            <li key={group.id}>
              <a
                href={`#${group.id}`}
                className="flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-small whitespace-nowrap text-ink-2 no-underline hover:bg-sunken hover:text-ink max-lg:border max-lg:border-line lg:-mx-3"
              >
                {group.name}
                <span className="text-note tabular-nums">{group.concepts.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        {groups.map((group) => (
          <section key={group.id} id={group.id} aria-labelledby={`${group.id}-title`} className="mb-12">
            <h2 id={`${group.id}-title`} className="border-ink border-b pb-2 font-heading text-section font-medium">
              {group.name}
            </h2>
            <ul>
              {group.concepts.map((concept) => (
                <ConceptRow key={concept.id} concept={concept} definitionLanguage={locale === "en" ? "en" : "zh"} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function groupByTopic(concepts: readonly ConceptSummary[], deck: DeckView, locale: Locale): Group[] {
  return deck.topics
    .map((topic) => ({
      id: topic.slug,
      name: locale === "en" ? topic.name.en : topic.name.zh,
      concepts: concepts.filter((concept) => concept.topicId === topic.id),
    }))
    .filter((group) => group.concepts.length > 0);
}

function groupBySection(concepts: readonly ConceptSummary[], deck: DeckView): Group[] {
  const topicIds = new Set(deck.topics.map((topic) => topic.id));
  const own = concepts.filter((concept) => topicIds.has(concept.topicId));
  return SECTIONS.map((section) => ({
    id: section,
    name: sectionLabel(section),
    concepts: inSectionOrder(own, section),
  })).filter((group) => group.concepts.length > 0);
}
