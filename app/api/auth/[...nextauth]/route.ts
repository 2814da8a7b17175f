import { answerNextAuth, type NextAuthContext } from "@/lib/auth/next-auth-route";
import { readText } from "../../_body";
import { handle, methods } from "../../_handler";

const BODY_LIMIT_BYTES = 16 * 1024;

/** next-auth: sign-in by GitHub and Google, and its sign-out. Passwords go to /api/account/sign-in. */
export const { GET, POST, PUT, PATCH, DELETE } = methods<NextAuthContext>({
  GET: handle((request, context) => answerNextAuth(request, context, null)),
  POST: handle(async (request, context) => answerNextAuth(request, context, await readText(request, BODY_LIMIT_BYTES))),
});
