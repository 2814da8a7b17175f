import { z } from "zod";
import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { addExtraNew } from "@/lib/data/settings";
import { getSession } from "@/lib/data/study-session";
import { handle, methods, readJson } from "../_handler";

const EXTRA_NEW = z.object({ extraNew: z.int("not-a-whole-number").min(1, "out-of-range").max(200, "out-of-range") });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  /** Today's queue. */
  GET: handle(async () => {
    const user = await requireUser();
    return Response.json(await getSession(user.id, { nowMs: nowMs() }));
  }),

  /** More new cards today; answers with the new queue. */
  POST: handle(async (request) => {
    const user = await requireUser();
    const { extraNew } = await readJson(request, EXTRA_NEW);
    const now = nowMs();
    await addExtraNew(user.id, { count: extraNew, nowMs: now });
    return Response.json(await getSession(user.id, { nowMs: now }));
  }),
});
