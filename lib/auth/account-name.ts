import "server-only";
import type { SignInName } from "@/lib/data/users";

export type NameProblem = "required" | "name-short" | "name-long" | "name-characters" | "email-invalid";

export interface AccountName {
  readonly name: SignInName;
  /** As the screens show it: of an e-mail address the part before the @. */
  readonly displayName: string;
}

const USERNAME_MAX = 32;
const USERNAME_MIN = 3;
/** Of RFC 5321. */
const EMAIL_MAX = 254;
/** Letters of any script with their marks, digits, and . _ - inside; so neither control characters nor invisible direction marks. */
const USERNAME = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]*$/u;
const EMAIL =
  /^[\p{L}\p{Nd}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.-]*[\p{L}\p{Nd}])?\.[\p{L}\p{Nd}-]{2,}$/u;

/** A new account's name from what was typed, or the code of what is wrong with it. With an @ it is an e-mail address. */
export function parseAccountName(typed: string): AccountName | { readonly problem: NameProblem } {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { problem: "required" };
  if (text.includes("@")) {
    const email = foldCase(text);
    if (email.length > EMAIL_MAX) return { problem: "name-long" };
    if (!EMAIL.test(text) || !EMAIL.test(email) || text.includes("..")) return { problem: "email-invalid" };
    return { name: { email }, displayName: text.slice(0, text.indexOf("@")) };
  }
  const username = foldCase(text);
  // Folding can lengthen a name, and what is stored must be a name itself.
  const length = Math.max([...text].length, [...username].length);
  if (length > USERNAME_MAX) return { problem: "name-long" };
  if (!USERNAME.test(text) || !USERNAME.test(username)) return { problem: "name-characters" };
  // A full Chinese name has two characters.
  const hanCount = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (length + hanCount < USERNAME_MIN) return { problem: "name-short" };
  return { name: { username }, displayName: text };
}

/**
 * The form in which names that differ in upper and lower case only are the same. By way of the upper case, because some letters have no
 * small form of their own in one step: ß and SS, ᾀ and ἈΙ.
 */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

/** The normal form under which an existing account is looked up, or null when no account can have such a name. */
export function signInNameOf(typed: string): SignInName | null {
  const parsed = parseAccountName(typed);
  return "problem" in parsed ? null : parsed.name;
}
