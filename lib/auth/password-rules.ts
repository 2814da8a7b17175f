import "server-only";
import { COMMON_PASSWORDS } from "./common-passwords";

export type PasswordProblem = "required" | "password-short" | "password-long" | "password-common" | "password-is-name";

const LENGTH_MIN = 8;
const LENGTH_MAX = 256;

/** What is wrong with a new password, or null. Length counts; kinds of characters do not (NIST SP 800-63B, section 5.1.1). */
export function passwordProblem(password: string, names: readonly string[]): PasswordProblem | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length === 0) return "required";
  if (length < LENGTH_MIN) return "password-short";
  if (length > LENGTH_MAX) return "password-long";
  const lowered = text.toLowerCase();
  if (names.some((name) => name.toLowerCase() === lowered)) return "password-is-name";
  if (COMMON_PASSWORDS.has(lowered) || isMonotonous(lowered)) return "password-common";
  return null;
}

/** One character over and over, or a run of neighbours such as 12345678 and hgfedcba. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}
