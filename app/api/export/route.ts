import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { exportEverything } from "@/lib/data/export";
import { getSettings } from "@/lib/data/settings";
import { studyDayAt, studyDayToDate } from "@/lib/srs/study-day";
import { handle, methods } from "../_handler";

/** Everything of the learner's as a file. It is sent piece by piece, so its size does not matter. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async () => {
    const user = await requireUser();
    const { timeZone } = await getSettings(user.id);
    const date = studyDayToDate(studyDayAt({ instantMs: nowMs(), timeZone, rolloverHour: 0 }));
    return new Response(streamOf(exportEverything(user.id)), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="termwise-${date}.json"`,
      },
    });
  }),
});

function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
