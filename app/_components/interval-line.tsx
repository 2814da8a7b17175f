import { getT } from "@/lib/i18n/server";
import { sm2Scheduler } from "@/lib/srs/scheduler";

const ANSWERS = 5;
const WIDTH = 340;
const EDGE = 16;

/** The intervals, in days, of a card that is remembered every time. */
function growingIntervals(): number[] {
  const intervals: number[] = [];
  let schedule = sm2Scheduler.start;
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    schedule = sm2Scheduler.answer(schedule, 4);
    intervals.push(schedule.intervalDays);
  }
  return intervals;
}

/** How the questions about one card spread out over time: each dot is the day of an answer, distances by the cube root of the interval. */
export async function IntervalLine() {
  const t = await getT("landing");
  const intervals = growingIntervals();
  const steps = intervals.map(Math.cbrt);
  const total = steps.reduce((sum, step) => sum + step, 0);
  const places = [0];
  for (const step of steps) places.push((places.at(-1) ?? 0) + step / total);
  const x = (place: number) => EDGE + place * (WIDTH - 2 * EDGE);
  return (
    <figure className="mt-5 border-line border-t pt-4">
      <figcaption className="text-note text-ink-2">{t("intervals")}</figcaption>
      <svg
        role="img"
        aria-label={t("intervalsSpoken", { days: intervals.join(", ") })}
        viewBox={`0 0 ${WIDTH} 44`}
        className="mt-2 block w-full overflow-visible"
      >
        <line x1={x(0)} x2={x(1)} y1="10" y2="10" stroke="var(--line)" />
        {places.map((place, index) => (
          <circle
            key={place}
            cx={x(place)}
            cy="10"
            r={index === 0 ? 4.5 : 3.5}
            fill={index === 0 ? "var(--accent)" : "var(--ink-3)"}
          />
        ))}
        {intervals.map((days, index) => (
          <text
            key={days}
            x={(x(places[index] ?? 0) + x(places[index + 1] ?? 1)) / 2}
            y="36"
            textAnchor="middle"
            fontSize="13"
            fill="var(--ink-2)"
          >
            {t("days", { count: days })}
          </text>
        ))}
      </svg>
    </figure>
  );
}
