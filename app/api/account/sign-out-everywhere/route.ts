import { z } from "zod";
import { signOutEverywhere } from "@/lib/auth/account-changes";
import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { handle, methods, readJson } from "../../_handler";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const user = await requireUser();
    await readJson(request, z.object({}));
    return Response.json({ endedSessions: await signOutEverywhere(user, nowMs()) });
  }),
});
