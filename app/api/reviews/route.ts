import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { recordOperations } from "@/lib/data/answers";
import type { ReviewsResponse } from "@/lib/srs/session-payload";
import { handle, methods, readJson } from "../_handler";
import { REVIEWS_REQUEST } from "./_schema";

/** Takes answers and undos into the log. What is answered "applied" is committed. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const user = await requireUser();
    const receivedAt = nowMs();
    const { ops, sentAt } = await readJson(request, REVIEWS_REQUEST);
    const body: ReviewsResponse = { results: await recordOperations(user.id, { ops, sentAt, receivedAt }) };
    return Response.json(body);
  }),
});
