import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { getProgress } from "@/lib/data/progress";
import { handle, methods } from "../_handler";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async () => {
    const user = await requireUser();
    return Response.json(await getProgress(user.id, { nowMs: nowMs() }));
  }),
});
