import type { ForecastDay } from "@/lib/stats/forecast";
import { NothingYet, Panel } from "./panel";
import { TableTwin } from "./table-twin";
import type { Texts } from "./texts";

const STEP = 14;
const BAR = 10;
const HEIGHT = 110;
const TOP = 16;
const BASE = TOP + HEIGHT;
/** The picture shrinks with the screen; its words do not. */
const LABEL = "text-[12px] max-sm:text-[15px]";

/** How many cards fall due on each of the next thirty days; the first bar is today with all that is overdue. */
export function ForecastBars({
  days,
  overdue,
  texts,
}: {
  days: readonly ForecastDay[];
  overdue: number;
  texts: Texts;
}) {
  const { t } = texts;
  const total = days.reduce((sum, day) => sum + day.due, 0);
  if (total === 0) {
    return (
      <Panel id="forecast" title={t("forecast.title")}>
        <NothingYet>{t("forecast.empty")}</NothingYet>
      </Panel>
    );
  }
  const average = texts.number(total / days.length, 1);
  const parts = [t("forecast.summary", { total, average })];
  if (overdue > 0) parts.push(t("forecast.overdue", { today: days[0]?.due ?? 0, overdue }));
  return (
    <Panel id="forecast" title={t("forecast.title")} note={parts.join(t("sentenceGap"))}>
      <Bars days={days} texts={texts} />
      <TableTwin
        summary={t("showTable")}
        caption={t("forecast.picture")}
        columns={[t("forecast.day"), t("forecast.due")]}
        rows={days.map((day) => ({ key: day.studyDay, cells: [texts.day(day.studyDay), texts.number(day.due)] }))}
      />
    </Panel>
  );
}

function Bars({ days, texts }: { days: readonly ForecastDay[]; texts: Texts }) {
  const most = Math.max(1, ...days.map((day) => day.due));
  const width = days.length * STEP;
  const peak = days.findIndex((day) => day.due === most);
  return (
    <svg
      role="img"
      aria-label={texts.t("forecast.picture")}
      viewBox={`0 0 ${width} ${BASE + 22}`}
      className="block h-auto w-full"
    >
      {days.map((day, index) => {
        const height = day.due === 0 ? 0 : Math.max(2, (HEIGHT * day.due) / most);
        return (
          <rect
            key={day.studyDay}
            x={index * STEP}
            y={BASE - height}
            width={BAR}
            height={height}
            rx="2"
            fill={index === 0 ? "var(--accent)" : "color-mix(in srgb, var(--accent) 55%, var(--sunken))"}
          >
            <title>{texts.t("forecast.bar", { date: texts.day(day.studyDay), count: day.due })}</title>
          </rect>
        );
      })}
      <text
        x={peak * STEP + BAR / 2}
        y={TOP - 5}
        className={LABEL}
        fill="var(--ink-2)"
        textAnchor={anchorAt(peak, days.length)}
      >
        {texts.number(most)}
      </text>
      <line x1="0" x2={width} y1={BASE + 0.5} y2={BASE + 0.5} stroke="var(--line)" />
      <AxisLabels count={days.length} texts={texts} />
    </svg>
  );
}

function AxisLabels({ count, texts: { t } }: { count: number; texts: Texts }) {
  return [0, 10, 20, count - 1].map((index) => (
    <text
      key={index}
      x={index === 0 ? 0 : index === count - 1 ? count * STEP - (STEP - BAR) : index * STEP + BAR / 2}
      y={BASE + 17}
      className={LABEL}
      fill="var(--ink-2)"
      textAnchor={anchorAt(index, count)}
    >
      {index === 0 ? t("forecast.today") : t("forecast.inDays", { days: index })}
    </text>
  ));
}

/** Text at an edge stays inside the picture. */
function anchorAt(index: number, count: number): "start" | "middle" | "end" {
  if (index < 2) return "start";
  return index > count - 3 ? "end" : "middle";
}
