import type { RetentionWeek } from "@/lib/stats/retention";
import { NothingYet, Panel, ScrollBox } from "./panel";
import { TableTwin } from "./table-twin";
import type { Texts } from "./texts";

const STEP = 56;
/** The scale stands at the right end, which is the one that a phone shows first. */
const SCALE = 46;
const TOP = 12;
const HEIGHT = 104;
const BASE = TOP + HEIGHT;

/** Share of due reviews that were recalled, week by week, each with its n. */
export function RetentionLine({ weeks, texts }: { weeks: readonly RetentionWeek[]; texts: Texts }) {
  const { t } = texts;
  if (weeks.length === 0) {
    return (
      <Panel id="retention" title={t("retention.title")}>
        <NothingYet>{t("retention.empty")}</NothingYet>
      </Panel>
    );
  }
  const label = t("retention.picture", { weeks: weeks.length });
  return (
    <Panel id="retention" title={t("retention.title")} note={t("retention.note")}>
      <ScrollBox label={label}>
        <Line weeks={weeks} label={label} texts={texts} />
      </ScrollBox>
      <TableTwin
        summary={t("showTable")}
        caption={label}
        columns={[t("retention.week"), t("retention.rate"), t("retention.recalled"), t("retention.reviews")]}
        rows={[...weeks].reverse().map((week) => ({
          key: week.weekStart,
          cells: [
            texts.day(week.weekStart, "year"),
            week.n === 0 ? t("noData") : texts.percent(week.passed / week.n),
            texts.number(week.passed),
            texts.number(week.n),
          ],
        }))}
      />
    </Panel>
  );
}

interface Point {
  readonly week: RetentionWeek;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

function Line({ weeks, label, texts }: { weeks: readonly RetentionWeek[]; label: string; texts: Texts }) {
  const floor = scaleFloor(weeks);
  const yOf = (rate: number) => BASE - (HEIGHT * (rate - floor)) / (1 - floor);
  const points = weeks.flatMap((week, column): Point[] =>
    week.n === 0 ? [] : [{ week, column, x: (column + 0.5) * STEP, y: yOf(week.passed / week.n) }],
  );
  const plotWidth = weeks.length * STEP;
  const width = plotWidth + SCALE;
  const height = BASE + 38;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block"
    >
      {[1, (1 + floor) / 2, floor].map((share) => (
        <g key={share}>
          <line x1="0" x2={plotWidth} y1={yOf(share)} y2={yOf(share)} stroke="var(--line)" />
          <text x={plotWidth + 8} y={yOf(share) + 4} fontSize="12" fill="var(--ink-2)">
            {texts.percent(share)}
          </text>
        </g>
      ))}
      <path d={pathOf(points)} fill="none" stroke="var(--good)" strokeWidth="2" strokeLinejoin="round" />
      {points.map((point) => (
        <circle key={point.week.weekStart} cx={point.x} cy={point.y} r="4" fill="var(--good)">
          <title>{pointTitle(point.week, texts)}</title>
        </circle>
      ))}
      <WeekLabels weeks={weeks} texts={texts} />
    </svg>
  );
}

function WeekLabels({ weeks, texts }: { weeks: readonly RetentionWeek[]; texts: Texts }) {
  return weeks.map((week, column) => (
    <g key={week.weekStart} fontSize="12" fill="var(--ink-2)" textAnchor="middle">
      <text x={(column + 0.5) * STEP} y={BASE + 18}>
        {texts.day(week.weekStart, "short")}
      </text>
      <text x={(column + 0.5) * STEP} y={BASE + 34}>
        {`n=${texts.number(week.n)}`}
      </text>
    </g>
  ));
}

/** The scale begins at a round share below the lowest point, at 80 % at most; it is written on the axis. */
function scaleFloor(weeks: readonly RetentionWeek[]): number {
  const lowest = Math.min(...weeks.flatMap((week) => (week.n === 0 ? [] : [week.passed / week.n])));
  return Math.max(0, Math.min(0.8, Math.floor(lowest * 10 - 0.5) / 10));
}

/** A week without reviews leaves a gap: no line is drawn over what is not known. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const isJoined = points[index - 1]?.column === point.column - 1;
      return `${isJoined ? "L" : "M"}${point.x} ${point.y.toFixed(1)}`;
    })
    .join("");
}

function pointTitle(week: RetentionWeek, texts: Texts): string {
  return texts.t("retention.point", {
    date: texts.day(week.weekStart),
    rate: texts.percent(week.passed / week.n),
    n: texts.number(week.n),
  });
}
