import "server-only";
import { beginSession, bringGuestAlong } from "./begin-session";
import { authenticate } from "./check-password";
import type { SessionUser } from "./current-user";
import type { Asker } from "./newcomer";
import { noteSecurity } from "./security-log";

/**
 * Signs in with a name and a password. A guest's answers come along: `mergedAnswers` says how many, null when there was no guest.
 * Throws AppError "wrong-credentials" or "too-many-requests".
 */
export async function signIn(
  credentials: { readonly name: string; readonly password: string },
  { before, address, nowMs }: Asker,
): Promise<{ readonly user: SessionUser; readonly mergedAnswers: number | null }> {
  const { id, displayName } = await authenticate({ ...credentials, address, nowMs });
  const mergedAnswers = await bringGuestAlong(id, before);
  const user = await beginSession({ id, kind: "registered", displayName }, { before, nowMs });
  noteSecurity("signed-in", { userId: id, address, by: "password" });
  return { user, mergedAnswers };
}
