import "server-only";
import { AppError } from "@/lib/errors";
import { studyDayAt } from "@/lib/srs/study-day";
import type { StudyDay, UserId } from "@/lib/srs/types";
import { db } from "./client";
import type { Prisma } from "./generated/sqlite/client";
import { chooseDecks, listChosenDecks } from "./learner-decks";
import { defaultSettings, type InterfaceLanguage, type LearnerSettingsView } from "./settings-defaults";
import { EXTRA_NEW_OF_A_DAY_LIMIT, inLadderOrder, parseSettingsPatch, type SettingsPatch } from "./settings-patch";
import type { Tx } from "./sql-dialect";

/** Settings with what only the queue needs. */
export interface QueueSettings extends LearnerSettingsView {
  /** The study day for which the learner asked for more new cards, and how many more. */
  readonly extraNewDay: StudyDay | null;
  readonly extraNew: number;
}

/** A learner's settings; the defaults where nothing is stored. */
export async function getSettings(userId: UserId): Promise<LearnerSettingsView> {
  const { extraNewDay: _day, extraNew: _count, ...view } = await getQueueSettings(userId);
  return view;
}

/** The same with today's extra new cards. */
export async function getQueueSettings(userId: UserId): Promise<QueueSettings> {
  const [row, decks] = await Promise.all([
    db().learnerSettings.findUnique({ where: { userId } }),
    listChosenDecks(db(), userId),
  ]);
  const defaults = defaultSettings({});
  if (!row) return { ...defaults, decks, extraNewDay: null, extraNew: 0 };
  return {
    timeZone: row.timeZone,
    rolloverHour: row.rolloverHour,
    newPerDay: row.newPerDay,
    reviewsPerDay: row.reviewsPerDay,
    skills: inLadderOrder(row.skills.split(",") as LearnerSettingsView["skills"]),
    definitionLanguage: row.definitionLanguage as LearnerSettingsView["definitionLanguage"],
    interfaceLanguage: row.interfaceLanguage as InterfaceLanguage,
    theme: row.theme as LearnerSettingsView["theme"],
    twoButtons: row.twoButtons,
    decks,
    extraNewDay: row.extraNewDay as StudyDay | null,
    extraNew: row.extraNew,
  };
}

/** Gives a new learner the default settings and decks, inside the transaction that makes the learner; keeps what is there. */
export async function createSettings(
  tx: Tx,
  userId: UserId,
  known: { readonly timeZone?: string; readonly interfaceLanguage?: InterfaceLanguage },
): Promise<void> {
  await tx.learnerSettings.upsert({
    where: { userId },
    create: { userId, ...rowOf(defaultSettings(known)) },
    update: {},
  });
}

/**
 * Changes what `patch` names and returns the whole. `patch` may come from outside: it is parsed here.
 * Throws AppError "invalid-input" with field codes ("out-of-range", "unknown-time-zone", "at-least-one", "unknown-deck" …).
 */
export async function updateSettings(userId: UserId, patch: unknown): Promise<LearnerSettingsView> {
  const { decks, ...columns } = parseSettingsPatch(patch);
  await db().$transaction(async (tx) => {
    if (decks) await chooseDecks(tx, userId, decks);
    const changed = changedColumns(columns);
    await tx.learnerSettings.upsert({
      where: { userId },
      create: { userId, ...rowOf(defaultSettings({})), ...changed },
      update: changed,
    });
  });
  return getSettings(userId);
}

/** The largest number of extra new cards that can be asked for at once. */
const EXTRA_NEW_LIMIT = 200;

/** Lets the learner start `count` (1 to 200) more new cards on the study day of `nowMs`, beyond the daily limit. */
export async function addExtraNew(
  userId: UserId,
  input: { readonly count: number; readonly nowMs: number },
): Promise<void> {
  if (!Number.isInteger(input.count) || input.count < 1 || input.count > EXTRA_NEW_LIMIT) {
    throw new AppError("invalid-input", { fields: { count: "out-of-range" } });
  }
  await db().$transaction(async (tx) => {
    const defaults = rowOf(defaultSettings({}));
    const settings = await tx.learnerSettings.upsert({
      where: { userId },
      create: { userId, ...defaults },
      update: {},
    });
    const today = studyDayAt({
      instantMs: input.nowMs,
      timeZone: settings.timeZone,
      rolloverHour: settings.rolloverHour,
    });
    const before = settings.extraNewDay === today ? settings.extraNew : 0;
    await tx.learnerSettings.update({
      where: { userId },
      data: { extraNewDay: today, extraNew: Math.min(before + input.count, EXTRA_NEW_OF_A_DAY_LIMIT) },
    });
  });
}

type SettingsColumns = Omit<Prisma.LearnerSettingsUncheckedCreateInput, "userId">;

function rowOf(settings: LearnerSettingsView): SettingsColumns {
  const { decks: _decks, skills, ...columns } = settings;
  return { ...columns, skills: skills.join(","), extraNewDay: null, extraNew: 0 };
}

function changedColumns(
  patch: Omit<SettingsPatch, "decks">,
): Partial<Omit<SettingsColumns, "extraNewDay" | "extraNew">> {
  const { skills, ...columns } = patch;
  return skills ? { ...columns, skills: skills.join(",") } : columns;
}
