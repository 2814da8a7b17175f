import "server-only";
import { removeStaleGuests } from "@/lib/data/account";
import { claimAttempt, removeOldThrottles, type ThrottleKey } from "@/lib/data/throttle";
import { createAccount, createGuest, type NewcomerFacts, nameGuest } from "@/lib/data/users";
import { AppError, type FieldErrors } from "@/lib/errors";
import { log } from "@/lib/log";
import { parseAccountName } from "./account-name";
import { beginSession } from "./begin-session";
import type { SessionUser } from "./current-user";
import { hashPassword } from "./password-hash";
import { passwordProblem } from "./password-rules";
import { noteSecurity } from "./security-log";
import { guestKey, signUpKey } from "./throttle-keys";

/** Who asks, when, and signed in as whom. */
export interface Asker {
  readonly before: SessionUser | null;
  readonly address: string;
  readonly nowMs: number;
}

/** A learner and the session that has just begun. */
export interface Entered {
  readonly user: SessionUser;
}

/** Begins a guest's session. Who is signed in already stays so. Throws AppError "too-many-requests". */
export async function enterAsGuest(
  facts: NewcomerFacts,
  asker: Asker,
): Promise<Entered & { readonly created: boolean }> {
  if (asker.before !== null) return { user: asker.before, created: false };
  await claimOrRefuse(guestKey(asker.address), asker.nowMs);
  const id = await createGuest({ ...facts, nowMs: asker.nowMs });
  const user = await beginSession({ id, kind: "guest", displayName: null }, asker);
  await cleanUpSometimes(asker.nowMs);
  return { user, created: true };
}

/**
 * Makes an account and signs in to it. A guest becomes the account: the answers stay where they are.
 * Throws AppError "already-registered", "invalid-input", "weak-password", "name-taken" or "too-many-requests".
 */
export async function signUp(
  request: { readonly name: string; readonly password: string; readonly facts: NewcomerFacts },
  asker: Asker,
): Promise<Entered & { readonly keptGuestProgress: boolean }> {
  const { before, nowMs } = asker;
  if (before?.kind === "registered") throw new AppError("already-registered");
  const { name, displayName } = checkNameAndPassword(request);
  await claimOrRefuse(signUpKey(asker.address), nowMs);
  const passwordHash = await hashPassword(request.password);
  const account = { name, displayName, passwordHash };
  if (before !== null) await nameGuest(before.id, account);
  const id = before?.id ?? (await createAccount(account, { ...request.facts, nowMs }));
  const user = await beginSession({ id, kind: "registered", displayName }, asker);
  noteSecurity("signed-up", { userId: id, address: asker.address, by: "password" });
  return { user, keptGuestProgress: before !== null };
}

function checkNameAndPassword({ name, password }: { readonly name: string; readonly password: string }) {
  const parsed = parseAccountName(name);
  const names = "problem" in parsed ? [] : [...Object.values(parsed.name), parsed.displayName];
  const problem = passwordProblem(password, names);
  const fields: FieldErrors = {
    ...("problem" in parsed ? { name: parsed.problem } : {}),
    ...(problem === null ? {} : { password: problem }),
  };
  if ("problem" in parsed || problem === "required") throw new AppError("invalid-input", { fields });
  if (problem !== null) throw new AppError("weak-password", { fields });
  return parsed;
}

/** Every newcomer counts; the counts leak away. */
async function claimOrRefuse(key: ThrottleKey, nowMs: number): Promise<void> {
  const claim = await claimAttempt([key], nowMs);
  if (!claim.allowed) throw new AppError("too-many-requests", { retryAfterSeconds: claim.retryAfterSeconds });
}

const CLEAN_UP_INTERVAL_MS = 3_600_000;
let cleanedUpAt = 0;

/** Guests that nobody uses go when new ones come, at most every hour; there is no other time at which an app on a laptop surely runs. */
async function cleanUpSometimes(nowMs: number): Promise<void> {
  if (Math.abs(nowMs - cleanedUpAt) < CLEAN_UP_INTERVAL_MS) return;
  cleanedUpAt = nowMs;
  try {
    const guests = await removeStaleGuests(nowMs);
    await removeOldThrottles(nowMs);
    if (guests > 0) log().info({ guests }, "unused guests removed");
  } catch (error) {
    // The newcomer is in already; what is left over goes next time.
    log().warn({ err: error }, "clean-up failed");
  }
}
