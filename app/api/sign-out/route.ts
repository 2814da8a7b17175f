import { z } from "zod";
import { leave } from "@/lib/auth/begin-session";
import { getUser } from "@/lib/auth/current-user";
import { isForm, readJson } from "../_body";
import { handle, methods } from "../_handler";

/** Ends this browser's session; without one it succeeds as well. A form gets sent on to the landing page. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: handle(async (request) => {
    const asForm = isForm(request);
    if (!asForm) await readJson(request, z.object({}));
    await leave(await getUser());
    if (asForm) return new Response(null, { status: 303, headers: { location: "/" } });
    return Response.json({ signedOut: true });
  }),
});
