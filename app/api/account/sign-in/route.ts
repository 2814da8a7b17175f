import { z } from "zod";
import { signIn } from "@/lib/auth/sign-in";
import { handle, methods, readJson } from "../../_handler";
import { askerOf, userView } from "../../_newcomer";
import { passwordText, text } from "../../_text";

const SCHEMA = z.object({ name: text({ min: 1, max: 320 }), password: passwordText.min(1, "required") });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const credentials = await readJson(request, SCHEMA);
    const { user, mergedAnswers } = await signIn(credentials, await askerOf(request));
    return Response.json({ user: userView(user), mergedAnswers });
  }),
});
