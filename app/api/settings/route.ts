import { z } from "zod";
import { requireUser } from "@/lib/auth/current-user";
import { getSettings, updateSettings } from "@/lib/data/settings";
import { handle, methods, readJson } from "../_handler";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async () => {
    const user = await requireUser();
    return Response.json(await getSettings(user.id));
  }),

  /** Changes what is named, and answers with the whole. lib/data checks the fields. */
  PATCH: handle(async (request) => {
    const user = await requireUser();
    return Response.json(await updateSettings(user.id, await readJson(request, z.unknown())));
  }),
});
