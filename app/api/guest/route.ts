import { z } from "zod";
import { enterAsGuest } from "@/lib/auth/newcomer";
import { isForm, parseWith, readForm, readJson } from "../_body";
import { handle, methods } from "../_handler";
import { askerOf, newcomerFacts, newcomerFields, userView } from "../_newcomer";

const SCHEMA = z.object(newcomerFields);
const FORM_LIMIT_BYTES = 4096;

/** Begins to review without an account. A form gets sent on to the first card, a script gets the learner. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const asForm = isForm(request);
    const told = asForm
      ? parseWith(SCHEMA, await readForm(request, FORM_LIMIT_BYTES))
      : await readJson(request, SCHEMA);
    const { user, created } = await enterAsGuest(await newcomerFacts(request, told), await askerOf(request));
    if (asForm) return new Response(null, { status: 303, headers: { location: "/review" } });
    return Response.json({ user: userView(user) }, { status: created ? 201 : 200 });
  }),
});
