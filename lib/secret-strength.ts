// Whether a secret is one. A leaf: it imports nothing.

const SECRET_LENGTH_MIN = 32;
/** Different characters that a random secret of that length has at least, even one that is written in hexadecimal digits. */
const VARIETY_MIN = 8;
/** None shorter than six letters, which random ones would contain by chance. What stands in examples, and what is left where a command was meant to put a secret. */
const PLACEHOLDER =
  /change.?(me|it|this)|replace.?(me|it|this|with)|place.?holder|example|password|your.{0,12}(secret|key|string)|(my|some|a|the|super|top|very|next.?auth|auth|session|jwt)[-_. ]*(secret|key)[-_. ]*(key|here|value)|insecure|not.?(so.?)?secret|keyboard.?cat|openssl|random.?(string|secret|bytes)|at.?least|characters|<|>|\$\(|\$\{|`/i;

/**
 * What is wrong with a secret, as the end of a sentence that begins with its name, or null. It says how to make a good one, and never
 * shows the secret.
 *
 * @param strict whether it protects real learners: then what is long enough must also be hard to guess
 */
export function secretProblem(secret: string, { strict }: { readonly strict: boolean }): string | null {
  if (secret.length < SECRET_LENGTH_MIN) return `must have at least ${SECRET_LENGTH_MIN} characters`;
  if (!strict || !isGuessable(secret)) return null;
  return "is a placeholder or easy to guess; make one with: node -e \"console.log(crypto.randomBytes(48).toString('base64url'))\"";
}

function isGuessable(secret: string): boolean {
  if (PLACEHOLDER.test(secret)) return true;
  return new Set(secret).size < VARIETY_MIN || isRepetition(secret) || isSequence(secret);
}

/** The same piece over and over. */
function isRepetition(secret: string): boolean {
  for (let period = 1; period <= secret.length / 2; period += 1) {
    if (secret.startsWith(secret.slice(period)) && secret.length >= 2 * period) return true;
  }
  return false;
}

/** Mostly neighbours in the alphabet, or on the keyboard's rows of digits: abcdef…, 0123456789… */
function isSequence(secret: string): boolean {
  let steps = 0;
  for (let index = 1; index < secret.length; index += 1) {
    if (Math.abs(secret.charCodeAt(index) - secret.charCodeAt(index - 1)) === 1) steps += 1;
  }
  return steps > (secret.length - 1) * 0.6;
}
