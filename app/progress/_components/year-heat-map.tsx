import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import type { HeatCell, HeatLevel, HeatWeek } from "@/lib/stats/heat-map";
import { NothingYet, Panel, ScrollBox } from "./panel";
import { TableTwin } from "./table-twin";
import type { Texts } from "./texts";

const STEP = 18;
const CELL = 14.5;
const LEFT = 24;
const TOP = 20;

const FILLS: Readonly<Record<HeatLevel, string>> = {
  0: "var(--sunken)",
  1: "color-mix(in srgb, var(--accent) 28%, var(--sunken))",
  2: "color-mix(in srgb, var(--accent) 52%, var(--sunken))",
  3: "color-mix(in srgb, var(--accent) 76%, var(--sunken))",
  4: "var(--accent)",
};
const LEVELS: readonly HeatLevel[] = [0, 1, 2, 3, 4];

/** How many answers each day of the last year had. */
export function YearHeatMap({ weeks, texts }: { weeks: readonly HeatWeek[]; texts: Texts }) {
  const { t } = texts;
  const active = cellsOf(weeks).filter((cell) => cell.count > 0);
  if (active.length === 0) {
    return (
      <Panel id="year" title={t("year.title")}>
        <NothingYet>{t("year.empty")}</NothingYet>
      </Panel>
    );
  }
  const answers = active.reduce((sum, cell) => sum + cell.count, 0);
  const note = t("year.summary", { weeks: weeks.length, days: active.length, answers });
  return (
    <Panel id="year" title={t("year.title")} note={note}>
      <ScrollBox label={t("year.picture")}>
        <HeatPicture weeks={weeks} texts={texts} />
      </ScrollBox>
      <Legend active={active} texts={texts} />
      <WeekTable weeks={weeks} texts={texts} />
    </Panel>
  );
}

function cellsOf(weeks: readonly HeatWeek[]): readonly HeatCell[] {
  return weeks.flatMap((week) => week.days.flatMap((day) => (day === null ? [] : [day])));
}

function HeatPicture({ weeks, texts }: { weeks: readonly HeatWeek[]; texts: Texts }) {
  const width = LEFT + weeks.length * STEP;
  const height = TOP + 7 * STEP;
  const weekdays = texts.weekdays();
  return (
    <svg
      role="img"
      aria-label={texts.t("year.picture")}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block"
    >
      <MonthNames weeks={weeks} texts={texts} />
      {[0, 2, 4].map((weekday) => (
        <text key={weekday} x="0" y={TOP + weekday * STEP + 11.5} fontSize="11" fill="var(--ink-2)">
          {weekdays[weekday]}
        </text>
      ))}
      {weeks.map((week, column) =>
        week.days.map((cell, weekday) =>
          cell === null ? null : (
            <rect
              key={cell.studyDay}
              x={LEFT + column * STEP}
              y={TOP + weekday * STEP}
              width={CELL}
              height={CELL}
              rx="3"
              fill={FILLS[cell.level]}
            >
              <title>{texts.t("year.cell", { date: texts.day(cell.studyDay, "year"), count: cell.count })}</title>
            </rect>
          ),
        ),
      )}
    </svg>
  );
}

/** A name takes about this many columns. */
const MONTH_COLUMNS = 3;

/** Each month above the week of its first day, as far as there is room. */
function MonthNames({ weeks, texts }: { weeks: readonly HeatWeek[]; texts: Texts }) {
  return weeks.map((week, column) => {
    const first = week.days.find((cell) => cell !== null && texts.isFirstOfMonth(cell.studyDay));
    if (!first || column + MONTH_COLUMNS > weeks.length) return null;
    return (
      <text key={week.weekStart} x={LEFT + column * STEP} y="12" fontSize="12" fill="var(--ink-2)">
        {texts.day(first.studyDay, "month")}
      </text>
    );
  });
}

/** What each shade stands for, in numbers: the shades are quarters of this learner's own days. */
function Legend({ active, texts: { t } }: { active: readonly HeatCell[]; texts: Texts }) {
  const ranges = LEVELS.flatMap((level) => {
    const counts = active.filter((cell) => cell.level === level).map((cell) => cell.count);
    if (counts.length === 0) return [];
    const [from, to] = [Math.min(...counts), Math.max(...counts)];
    return [from === to ? String(from) : t("year.range", { from, to })];
  });
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        {t("year.less")}
        <svg aria-hidden="true" width={5 * STEP} height={CELL}>
          {LEVELS.map((level) => (
            <rect key={level} x={level * STEP} width={CELL} height={CELL} rx="3" fill={FILLS[level]} />
          ))}
        </svg>
        {t("year.more")}
      </span>
      <span>
        <VisuallyHidden>
          {t("year.less")} – {t("year.more")}{" "}
        </VisuallyHidden>
        {t("year.legend", { ranges: ranges.join(" · ") })}
      </span>
    </p>
  );
}

/** One row a week, the newest first: a list of 365 days would be no help to anybody. */
function WeekTable({ weeks, texts }: { weeks: readonly HeatWeek[]; texts: Texts }) {
  const rows = [...weeks].reverse().map((week) => {
    const counts = week.days.map((cell) => (cell === null ? "" : texts.number(cell.count)));
    const total = week.days.reduce((sum, cell) => sum + (cell?.count ?? 0), 0);
    return { key: week.weekStart, cells: [texts.day(week.weekStart, "year"), ...counts, texts.number(total)] };
  });
  return (
    <TableTwin
      summary={texts.t("showTable")}
      caption={texts.t("year.picture")}
      columns={[texts.t("year.weekOf"), ...texts.weekdays(), texts.t("year.total")]}
      rows={rows}
    />
  );
}
