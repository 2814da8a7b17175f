import { SiteLink } from "@/app/_ui/site-link";
import { TermText } from "@/app/_ui/term-text";
import type { ConceptLink } from "@/lib/glossary/concept";
import type { MapRow as Row } from "@/lib/glossary/prerequisite-map";
import { getLocale } from "@/lib/i18n/server";

/** By the number of boxes, as many columns as lib/glossary/prerequisite-map puts beside each other. */
const COLUMNS: Readonly<Record<number, string>> = {
  1: "grid-cols-1",
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-4",
};
/** On a phone two beside each other, of which one with a very long word takes a line of its own. */
const PHONE_ROW = "max-sm:not-print:flex max-sm:not-print:flex-wrap max-sm:not-print:gap-x-2";
const PHONE_BOX = "max-sm:not-print:not-only:w-[calc(50%-0.25rem)] max-sm:not-print:min-w-min";

/** From so many boxes beside each other on, there is little room in each. */
const MANY = 4;
/** An English word is not broken for want of room: the longest of the glossary fit at every width. */
const ENGLISH_SIZE = "text-[clamp(13px,3.75vw,15.5px)]";
const ENGLISH_SIZE_TIGHT = `${ENGLISH_SIZE} sm:text-[13px] md:text-[13.5px]`;

interface MapRowProps {
  readonly label: string;
  readonly row: Row;
  /** What opens the rest of a row that was cut. */
  readonly more: string;
  /** Said to a screen reader after a box: where its arrows lead. */
  readonly note?: (place: number) => string;
  /** Whether an arrow ends at this box. */
  readonly hasArrow: (place: number) => boolean;
  /** The rest stands on the side without arrows: above the row by default. */
  readonly moreBelow?: boolean;
}

/** Boxes side by side, each a link, with the row's name. */
export function MapRow({ label, row, more, note, hasArrow, moreBelow = false }: MapRowProps) {
  const rest = row.more.length === 0 ? null : <Rest links={row.more} summary={more} />;
  const isTight = row.shown.length >= MANY;
  // Beside the boxes stands the row's name, and nothing comes between boxes and arrows.
  const restAbove = rest !== null && !moreBelow;
  return (
    <div className="grid gap-x-6 gap-y-1.5 md:grid-cols-[5rem_minmax(0,1fr)]">
      <h3 className={`text-note text-ink-2 max-md:text-center md:self-center ${restAbove ? "md:row-start-2" : ""}`}>
        {label}
      </h3>
      {restAbove ? rest : null}
      <ul
        className={`grid gap-y-2 md:col-start-2 ${PHONE_ROW} ${restAbove ? "md:row-start-2" : ""} ${COLUMNS[row.shown.length] ?? ""}`}
      >
        {row.shown.map((link, place) => (
          // Room at both sides instead of gaps, so that the middle of a box is the middle of its column.
          <li
            key={link.slug}
            className={`relative mx-auto w-full max-w-[16rem] ${PHONE_BOX} ${isTight ? "sm:px-1" : "sm:px-1.5"}`}
          >
            {hasArrow(place) ? <Arrowhead /> : null}
            <Box link={link} isTight={isTight} />
            {note === undefined ? null : <span className="sr-only">{note(place)}</span>}
          </li>
        ))}
      </ul>
      {moreBelow ? rest : null}
    </div>
  );
}

/** The tip of an arrow, above the box that the arrow ends at. Not a part of the lines: those are stretched. */
export function Arrowhead() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 7"
      className="absolute -top-1.75 left-1/2 h-1.75 w-2.5 -translate-x-1/2 fill-ink-3 max-sm:hidden print:block"
    >
      <path d="M0 0h10L5 7Z" />
    </svg>
  );
}

/** The reader's language first; the other one small. */
async function Box({ link, isTight = false }: { link: ConceptLink; isTight?: boolean }) {
  const [first, second] = (await getLocale()) === "en" ? (["en", "zh"] as const) : (["zh", "en"] as const);
  const englishSize = isTight ? ENGLISH_SIZE_TIGHT : ENGLISH_SIZE;
  return (
    <SiteLink
      href={`/glossary/${link.slug}`}
      prefetch={false}
      className={`wrap-break-word flex h-full min-h-12 flex-col justify-center rounded-control border border-line bg-surface py-1.5 text-center leading-snug no-underline hover:border-ink-3 hover:text-accent ${isTight ? "px-1.5 sm:px-1" : "px-1.5"}`}
    >
      <TermText lang={first} text={link[first]} className={first === "en" ? englishSize : "text-[15.5px]"} />
      <TermText lang={second} text={link[second]} className="text-[12px] text-ink-2" />
    </SiteLink>
  );
}

/** What a row had no room for, opened without script. */
function Rest({ links, summary }: { links: readonly ConceptLink[]; summary: string }) {
  return (
    <details data-print="hide" className="text-center md:col-start-2">
      <summary className="link mx-auto inline-flex min-h-11 items-center rounded-control px-3 text-small">
        {summary}
      </summary>
      <ul className="mx-auto my-1 flex max-w-[34rem] flex-wrap justify-center gap-2">
        {links.map((link) => (
          <li key={link.slug} className="w-[calc((100%-0.5rem)/2)] min-w-min sm:w-[calc((100%-1rem)/3)]">
            <Box link={link} />
          </li>
        ))}
      </ul>
    </details>
  );
}
