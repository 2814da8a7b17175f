import "server-only";
import { availableParallelism } from "node:os";
import { hash, type Options, verify } from "@node-rs/argon2";
import { limitConcurrency } from "./concurrency";

/** Algorithm.Argon2id of the library, whose enum exists for the compiler only. */
const ARGON2ID = 2;
/** Argon2id with the parameters that OWASP names (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html). */
const PARAMETERS: Options = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
/**
 * Hashing is made to be slow: two at a time, and on a machine of up to three processors one, leave the rest of it to the reviews
 * (`npm run bench -- --only=signIns`).
 */
const inTurn = limitConcurrency({ running: availableParallelism() > 3 ? 2 : 1, waiting: 200 });

/** The hash, with the same parameters, of a long random text that nobody kept. */
export const HASH_OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$o6b2GJrC2pSzQskwomji1w$sQM3l2+xkUwRt5xlsyeOQUpdbCqW4QPaleRD5K9/niw";

/** Hashes a password; the result names its algorithm, parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalForm(password), PARAMETERS));
}

/**
 * Whether the password is the one of the hash. Without a hash (nobody of that name, or no password) it takes the same time and is false,
 * so that the time tells nothing.
 */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const against = passwordHash ?? HASH_OF_NOBODY;
  const matches = await inTurn(() => verify(against, normalForm(password)));
  return matches && passwordHash !== null;
}

/** Input methods may send the same character in several forms (half and full width, composed and not). */
function normalForm(password: string): string {
  return password.normalize("NFKC");
}
