import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { handle, methods, readJson } from "../_handler";
import { REVIEWS_REQUEST } from "./_schema";
import { takeAnswers } from "./_take-answers";

/** Takes answers and undos into the log. What is answered "applied" is committed. Plain requests are answered by _direct.ts alike. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const user = await requireUser();
    const receivedAt = nowMs();
    return Response.json(await takeAnswers(user.id, await readJson(request, REVIEWS_REQUEST), receivedAt));
  }),
});
