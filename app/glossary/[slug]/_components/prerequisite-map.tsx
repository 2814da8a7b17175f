import type { ReactNode } from "react";
import { TermText } from "@/app/_ui/term-text";
import { getPrerequisiteMap } from "@/lib/data/glossary";
import type { ConceptView } from "@/lib/glossary/concept";
import type { MapRow as Row } from "@/lib/glossary/prerequisite-map";
import { getLocale, getT } from "@/lib/i18n/server";
import { MapArrows } from "./map-arrows";
import { Arrowhead, MapRow } from "./map-row";

/**
 * What to know before this concept and what it opens: rows of boxes, read from the top down. The arrows are drawn on the server to the
 * places where the columns of the rows stand at any width; for a screen reader it is a list per row. Nothing when there is neither.
 */
export async function PrerequisiteMap({ concept }: { concept: ConceptView }) {
  const [t, locale, map] = await Promise.all([getT("glossary"), getLocale(), getPrerequisiteMap(concept.slug)]);
  if (map === null) return null;
  const { earlier, before, after, arrows } = map;
  const english = locale === "en";
  const separator = english ? ", " : "、";
  const leadsTo = (from: number) => {
    const names = arrows.filter((arrow) => arrow.from === from).map(({ to }) => before.shown[to]);
    return t("map.leadsTo", { names: names.flatMap((link) => (english ? link?.en : link?.zh) ?? []).join(separator) });
  };
  const intoBefore = new Set(arrows.map(({ to }) => to));
  const more = (row: Row) => t("map.more", { count: row.more.length });
  return (
    <section aria-labelledby="map-title" className="mb-10 break-inside-avoid border-line border-t pt-6">
      <h2 id="map-title" className="mb-3 text-small text-ink-2">
        {t("map.title")}
      </h2>
      {earlier.shown.length === 0 ? null : (
        <>
          <MapRow label={t("map.earlier")} row={earlier} more={more(earlier)} note={leadsTo} hasArrow={() => false} />
          <Between>
            <MapArrows columns={[earlier.shown.length, before.shown.length]} arrows={arrows} />
          </Between>
        </>
      )}
      {before.shown.length === 0 ? null : (
        <>
          <MapRow
            label={t("map.before")}
            row={before}
            more={more(before)}
            hasArrow={(place) => intoBefore.has(place)}
          />
          <Between>
            <MapArrows columns={[before.shown.length, 1]} arrows={before.shown.map((_, from) => ({ from, to: 0 }))} />
          </Between>
        </>
      )}
      <div className="grid gap-x-6 md:grid-cols-[5rem_minmax(0,1fr)]">
        <p className="text-note text-ink-2 max-md:sr-only md:self-center">{t("map.self")}</p>
        <div
          aria-current="page"
          className="relative mx-auto grid min-h-14 w-full max-w-[16rem] content-center rounded-control border-2 border-accent bg-accent-soft px-4 py-2 text-center leading-snug"
        >
          {before.shown.length === 0 ? null : <Arrowhead />}
          <TermText lang={english ? "en" : "zh"} text={english ? concept.en : concept.zh} className="text-[17px]" />
          <TermText lang={english ? "zh" : "en"} text={english ? concept.zh : concept.en} className="text-note" />
        </div>
      </div>
      {after.shown.length === 0 ? null : (
        <>
          <Between>
            <MapArrows columns={[1, after.shown.length]} arrows={after.shown.map((_, to) => ({ from: 0, to }))} />
          </Between>
          <MapRow label={t("map.after")} row={after} more={more(after)} hasArrow={() => true} moreBelow />
        </>
      )}
    </section>
  );
}

/** Where the arrows run: below the boxes, beside the rows' names. */
function Between({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-6 md:grid-cols-[5rem_minmax(0,1fr)]">
      <span className="max-md:hidden" />
      {children}
    </div>
  );
}
