import { z } from "zod";
import { deleteOwnAccount } from "@/lib/auth/account-changes";
import { requireUser } from "@/lib/auth/current-user";
import { signUp } from "@/lib/auth/newcomer";
import { handle, methods, readJson } from "../_handler";
import { askerOf, circumstances, newcomerFacts, newcomerFields, userView } from "../_newcomer";
import { passwordText, text } from "../_text";

const NAME_MAX = 320;
const SIGN_UP = z.object({ name: text({ max: NAME_MAX }), password: passwordText, ...newcomerFields });
const DELETION = z.object({ password: passwordText.default(""), name: text({ max: NAME_MAX }).default("") });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  /** Signs up; a guest becomes the account. */
  POST: handle(async (request) => {
    const { name, password, ...told } = await readJson(request, SIGN_UP);
    const facts = await newcomerFacts(request, told);
    const { user, keptGuestProgress } = await signUp({ name, password, facts }, await askerOf(request));
    return Response.json({ user: userView(user), keptGuestProgress }, { status: 201 });
  }),

  /** Deletes the account with everything that is the learner's. */
  DELETE: handle(async (request) => {
    const user = await requireUser();
    await deleteOwnAccount(user, await readJson(request, DELETION), circumstances(request));
    return Response.json({ deleted: true });
  }),
});
