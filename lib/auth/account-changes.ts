import "server-only";
import { deleteAccount, getAccount } from "@/lib/data/account";
import { endSessions } from "@/lib/data/sessions";
import { replacePasswordHash } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { beginSession } from "./begin-session";
import { requirePassword } from "./check-password";
import type { SessionUser } from "./current-user";
import { hashPassword } from "./password-hash";
import { passwordProblem } from "./password-rules";
import { noteSecurity } from "./security-log";
import { clearSessionCookie } from "./session-cookie";

interface Circumstances {
  readonly address: string;
  readonly nowMs: number;
}

/**
 * Changes the password; every other session ends at once, and this one gets a new id. Returns how many ended.
 * Throws AppError "wrong-password", "weak-password", "invalid-input" (no password to change) or "too-many-requests".
 */
export async function changePassword(
  user: SessionUser,
  request: { readonly currentPassword: string; readonly newPassword: string },
  { address, nowMs }: Circumstances,
): Promise<number> {
  const problem = passwordProblem(request.newPassword, user.displayName === null ? [] : [user.displayName]);
  if (problem !== null) {
    throw new AppError(problem === "required" ? "invalid-input" : "weak-password", {
      fields: { newPassword: problem },
    });
  }
  const password = request.currentPassword;
  const before = await requirePassword(user.id, { password, field: "currentPassword", address, nowMs });
  if (before === null) throw new AppError("invalid-input", { fields: { currentPassword: "no-password" } });
  const after = await hashPassword(request.newPassword);
  // Two changes at once: only one of them knew the password that counts.
  if (!(await replacePasswordHash(user.id, { before, after }))) {
    throw new AppError("wrong-password", { fields: { currentPassword: "wrong" } });
  }
  const ended = await endSessions(user.id, { except: user.sessionId, nowMs });
  await beginSession(user, { before: user, nowMs });
  noteSecurity("password-changed", { userId: user.id, address });
  return ended;
}

/** Ends all sessions of the learner, this one too. Returns how many. */
export async function signOutEverywhere(user: SessionUser, nowMs: number): Promise<number> {
  const ended = await endSessions(user.id, { except: null, nowMs });
  await clearSessionCookie();
  noteSecurity("signed-out-everywhere", { userId: user.id });
  return ended;
}

/**
 * Deletes the learner with everything that is theirs. Who has a password gives it, who comes by a provider types the name that the screen
 * shows, a guest just asks. Throws AppError "wrong-password", "invalid-input" (the name) or "too-many-requests".
 */
export async function deleteOwnAccount(
  user: SessionUser,
  request: { readonly password: string; readonly name: string },
  { address, nowMs }: Circumstances,
): Promise<void> {
  const account = await getAccount(user.id, { sessionId: user.sessionId, nowMs });
  if (account.hasPassword) {
    await requirePassword(user.id, { password: request.password, field: "password", address, nowMs });
  } else if (account.kind === "registered" && normal(request.name) !== normal(account.displayName ?? "")) {
    throw new AppError("invalid-input", { fields: { name: "mismatch" } });
  }
  await deleteAccount(user.id);
  await clearSessionCookie();
  noteSecurity("account-deleted", { userId: user.id, address });
}

function normal(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
