import { getFormatter } from "@/lib/i18n/server";
import { studyDayToDate } from "@/lib/srs/study-day";
import type { StudyDay } from "@/lib/srs/types";

export type DateStyle = "full" | "short";

/** "11月23日星期一" or "11月23日", in the reader's language. A study day is a calendar day already, so it is written as if in UTC. */
export async function formatStudyDay(studyDay: StudyDay, style: DateStyle): Promise<string> {
  const format = await getFormatter();
  const weekday = style === "full" ? ({ weekday: "long" } as const) : {};
  const options = { month: "long", day: "numeric", timeZone: "UTC", ...weekday } as const;
  return format.dateTime(new Date(studyDayToDate(studyDay)), options);
}

export async function StudyDate({ studyDay, style }: { studyDay: StudyDay; style: DateStyle }) {
  return <time dateTime={studyDayToDate(studyDay)}>{await formatStudyDay(studyDay, style)}</time>;
}
