import "server-only";
import { claimAttempt, forgetFailures, forgiveAttempt, type ThrottleKey } from "@/lib/data/throttle";
import { findSignInCandidate, getPasswordHash, type SignInCandidate } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { signInNameOf } from "./account-name";
import { knownDevice } from "./device-cookie";
import { verifyPassword } from "./password-hash";
import { noteSecurity } from "./security-log";
import { accountKey, addressKey, deviceKey } from "./throttle-keys";
import { asUserId } from "./user-id";

/** Somebody whose password was right. */
export interface ProvenLearner {
  readonly id: UserId;
  readonly displayName: string | null;
}

/**
 * The learner of a name and a password. Throws AppError "wrong-credentials", the same and after the same time whether the name or the
 * password is wrong, and "too-many-requests" with the seconds to wait.
 */
export async function authenticate(input: {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  readonly nowMs: number;
}): Promise<ProvenLearner> {
  const name = signInNameOf(input.name);
  const candidate = name === null ? null : await findSignInCandidate(name);
  const device = candidate === null ? null : await knownDevice(candidate.id);
  const account = device === null ? accountKey(input.name) : deviceKey(device);
  const matches = await countingFailures({ account, address: addressKey(input.address), nowMs: input.nowMs }, () =>
    verifyPassword(input.password, candidate?.passwordHash ?? null),
  );
  if (!matches || candidate === null) {
    // Not even by id: who guesses names shall not find in the log which of them exist.
    noteSecurity("sign-in-failed", { address: input.address, by: "password" });
    throw new AppError("wrong-credentials");
  }
  return proven(candidate);
}

/**
 * Makes sure that whoever is signed in knows the password. Returns the stored hash, null for a learner without a password.
 * Throws AppError "wrong-password" naming `field`, or "too-many-requests".
 */
export async function requirePassword(
  userId: UserId,
  input: { readonly password: string; readonly field: string; readonly address: string; readonly nowMs: number },
): Promise<string | null> {
  const passwordHash = await getPasswordHash(userId);
  if (passwordHash === null) return null;
  const matches = await countingFailures(
    { account: accountKey(`id ${userId}`), address: addressKey(input.address), nowMs: input.nowMs },
    () => verifyPassword(input.password, passwordHash),
  );
  if (!matches) {
    noteSecurity("password-wrong", { userId, address: input.address });
    throw new AppError("wrong-password", { fields: { [input.field]: "wrong" } });
  }
  return passwordHash;
}

/** Makes a try that counts as failed until it turns out well. */
async function countingFailures(
  limits: { readonly account: ThrottleKey; readonly address: ThrottleKey; readonly nowMs: number },
  verify: () => Promise<boolean>,
): Promise<boolean> {
  const claim = await claimAttempt([limits.account, limits.address], limits.nowMs);
  if (!claim.allowed) throw new AppError("too-many-requests", { retryAfterSeconds: claim.retryAfterSeconds });
  const matches = await verify().catch(async (error: unknown) => {
    // Too busy to look at the password: that is nobody's failure.
    await forgiveAttempt(limits.account.key);
    await forgiveAttempt(limits.address.key);
    throw error;
  });
  if (!matches) return false;
  // The account starts afresh; the address only gets this try back, or else an owner's sign-ins would pay for a stranger's guesses.
  await forgetFailures(limits.account.key);
  await forgiveAttempt(limits.address.key);
  return true;
}

function proven({ id, displayName }: SignInCandidate): ProvenLearner {
  return { id: asUserId(id), displayName };
}
