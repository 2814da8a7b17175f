import { getT } from "@/lib/i18n/server";
import type { SessionPayload } from "@/lib/srs/session-payload";
import { formatStudyDay } from "./study-date";

/** When the next cards come due, in one sentence. */
export async function NextBatch({ session }: { session: Pick<SessionPayload, "next" | "studyDay"> }) {
  const t = await getT("landing");
  const { next, studyDay } = session;
  if (next === null) return <p>{t("home.noNext")}</p>;
  if (next.studyDay === studyDay + 1) return <p>{t("home.nextTomorrow", { count: next.due })}</p>;
  return <p>{t("home.next", { count: next.due, date: await formatStudyDay(next.studyDay, "short") })}</p>;
}
