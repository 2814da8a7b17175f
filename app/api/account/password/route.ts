import { z } from "zod";
import { changePassword } from "@/lib/auth/account-changes";
import { requireUser } from "@/lib/auth/current-user";
import { handle, methods, readJson } from "../../_handler";
import { circumstances } from "../../_newcomer";
import { passwordText } from "../../_text";

const SCHEMA = z.object({ currentPassword: passwordText, newPassword: passwordText });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const user = await requireUser();
    const endedSessions = await changePassword(user, await readJson(request, SCHEMA), circumstances(request));
    return Response.json({ endedSessions });
  }),
});
