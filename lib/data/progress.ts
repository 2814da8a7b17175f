import "server-only";
import { needsFormula } from "@/lib/glossary/card-skills";
import { studyDayAt } from "@/lib/srs/study-day";
import { SKILLS, type Skill, type StudyDay, type UserId } from "@/lib/srs/types";
import { type ForecastDay, forecast } from "@/lib/stats/forecast";
import { type HeatWeek, heatMap } from "@/lib/stats/heat-map";
import { type RetentionWeek, weeklyRetention } from "@/lib/stats/retention";
import type { Stage } from "@/lib/stats/stage";
import { DAYS_PER_WEEK, plusDays, weekStartOf } from "@/lib/stats/week";
import { skillBit } from "./card-directory";
import { countFormulaConcepts } from "./formula-concepts";
import {
  countConcepts,
  countDueByDay,
  countStages,
  countStreakDays,
  type HardCard,
  listHardestCards,
  listStudiedDays,
  type StageCounts,
  type StudiedDay,
} from "./progress-reads";
import { getSettings } from "./settings";
import type { StudyScope } from "./study-scope";

const HEAT_MAP_WEEKS = 53;
const RETENTION_WEEKS = 26;
const RECENT_DAYS = 30;
const FORECAST_DAYS = 30;
const HARDEST_SHOWN = 10;

/** Cards of one skill by stage; together all concepts of the chosen decks that have such a card. */
export interface SkillStages extends Readonly<Record<Stage, number>> {
  readonly skill: Skill;
  /** Whether the learner studies it at present. */
  readonly enabled: boolean;
}

/** How many study days in a row something was answered. */
export interface Streak {
  readonly days: number;
  /** False while today has no answer yet: the streak is that of yesterday and can still be carried on. */
  readonly includesToday: boolean;
}

/** Everything that /progress shows. */
export interface ProgressView {
  readonly studyDay: StudyDay;
  readonly today: {
    readonly answers: number;
    readonly elapsedMs: number;
    /** Due by now, beyond today's limit too. */
    readonly due: number;
  };
  readonly streak: Streak;
  readonly heatMap: readonly HeatWeek[];
  /** The first day is today, with all that is overdue. */
  readonly forecast: readonly ForecastDay[];
  /** Cards that fell due before today. */
  readonly overdue: number;
  /** In the order of the ladder. Those that need a formula only when they are enabled or something of them is started, and cards exist. */
  readonly stages: readonly SkillStages[];
  readonly retention: readonly RetentionWeek[];
  /** True retention of the last days up to and with today. */
  readonly recentRetention: { readonly days: number; readonly passed: number; readonly n: number };
  readonly hardest: readonly HardCard[];
  readonly concepts: { readonly started: number; readonly all: number };
}

/** How far a learner has come, as of `nowMs`, over the chosen decks. */
export async function getProgress(userId: UserId, { nowMs }: { readonly nowMs: number }): Promise<ProgressView> {
  const settings = await getSettings(userId);
  const today = studyDayAt({ instantMs: nowMs, timeZone: settings.timeZone, rolloverHour: settings.rolloverHour });
  const scope: StudyScope = { userId, today, decks: settings.decks, skills: settings.skills };
  const weeksAgo = (weeks: number) => plusDays(weekStartOf(today), -(weeks - 1) * DAYS_PER_WEEK);
  const [days, due, stages, concepts, formulas, hardest] = await Promise.all([
    listStudiedDays(userId, weeksAgo(HEAT_MAP_WEEKS)),
    countDueByDay(scope, plusDays(today, FORECAST_DAYS - 1)),
    countStages(scope),
    countConcepts(scope.decks),
    countFormulaConcepts(scope.decks),
    listHardestCards(scope, HARDEST_SHOWN),
  ]);
  const ofToday = days.find((day) => day.studyDay === today);
  const dueBy = (day: StudyDay) => due.reduce((sum, { dueDay, cards }) => sum + (dueDay <= day ? cards : 0), 0);
  return {
    studyDay: today,
    today: { answers: ofToday?.answers ?? 0, elapsedMs: ofToday?.elapsedMs ?? 0, due: dueBy(today) },
    streak: await readStreak(userId, today, ofToday !== undefined),
    heatMap: heatMap({ counts: new Map(days.map((day) => [day.studyDay, day.answers])), today, weeks: HEAT_MAP_WEEKS }),
    overdue: dueBy(plusDays(today, -1)),
    forecast: forecast({ dueCounts: new Map(due.map((day) => [day.dueDay, day.cards])), today, days: FORECAST_DAYS }),
    stages: SKILLS.flatMap((skill) => {
      const enabled = settings.skills.includes(skill);
      if (!needsFormula(skill)) return stagesOf({ skill, enabled, stages, concepts });
      const ofSkill = stagesOf({ skill, enabled, stages, concepts: formulas });
      return formulas > 0 && (enabled || ofSkill.new < formulas) ? ofSkill : [];
    }),
    retention: weeklyRetention({
      rows: days
        .filter((day) => day.studyDay >= weeksAgo(RETENTION_WEEKS))
        .map((day) => ({ studyDay: day.studyDay, passed: day.recalled, n: day.reviews })),
    }),
    recentRetention: recentRetention(days, plusDays(today, 1 - RECENT_DAYS)),
    hardest,
    concepts: { started: startedConcepts(stages), all: concepts },
  };
}

function recentRetention(days: readonly StudiedDay[], from: StudyDay): ProgressView["recentRetention"] {
  const recent = days.filter((day) => day.studyDay >= from);
  const passed = recent.reduce((sum, day) => sum + day.recalled, 0);
  return { days: RECENT_DAYS, passed, n: recent.reduce((sum, day) => sum + day.reviews, 0) };
}

/** As lib/stats has it, but counted in the database: a streak may be longer than the days at hand. */
async function readStreak(userId: UserId, today: StudyDay, includesToday: boolean): Promise<Streak> {
  return { days: await countStreakDays(userId, includesToday ? today : plusDays(today, -1)), includesToday };
}

/** `concepts`: how many have a card of this skill. */
function stagesOf(input: {
  readonly skill: Skill;
  readonly enabled: boolean;
  readonly stages: readonly StageCounts[];
  readonly concepts: number;
}): SkillStages {
  const { skill, enabled, stages, concepts } = input;
  const sum = { learning: 0, young: 0, mature: 0 };
  for (const row of stages) {
    if (row.skill !== skill) continue;
    sum.learning += row.learning;
    sum.young += row.young;
    sum.mature += row.mature;
  }
  return { skill, enabled, new: concepts - sum.learning - sum.young - sum.mature, ...sum };
}

/** Each started concept once: at the lowest of its started skills. */
function startedConcepts(stages: readonly StageCounts[]): number {
  const lowest = stages.filter(({ started, skill }) => (started & -started) === skillBit(skill));
  return lowest.reduce((sum, row) => sum + row.learning + row.young + row.mature, 0);
}
