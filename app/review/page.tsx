import type { Metadata } from "next";
import { ClientMessages } from "@/app/_ui/client-messages";
import { requireUserOrRedirect } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { isDatabaseAway } from "@/lib/data/database-away";
import { getSession } from "@/lib/data/study-session";
import { getT } from "@/lib/i18n/server";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { UserId } from "@/lib/srs/types";
import { ReviewScreen } from "./_components/review-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("review");
  return { title: t("title") };
}

/** Today's review. Grading does not come back here: it goes through POST /api/reviews. */
export default async function ReviewPage() {
  const user = await requireUserOrRedirect("/review");
  return (
    <ClientMessages namespaces={["review"]}>
      <ReviewScreen learner={{ userId: user.id, guest: user.kind === "guest" }} payload={await readQueue(user.id)} />
    </ClientMessages>
  );
}

/** null when the database is away for now: the browser may have kept the queue of an earlier visit. */
async function readQueue(userId: UserId): Promise<SessionPayload | null> {
  try {
    return await getSession(userId, { nowMs: nowMs() });
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    throw error;
  }
}
