// What of an event the log keeps. A leaf: it imports nothing.

/** Whatever is kept under such a name stays out of the log, at any depth. */
const SECRET_NAME =
  /pass(word|wd|phrase|code)?|secret|token|cookie|authori[sz]ation|credential|api.?key|csrf|typed|answerText|session.?id|^sid$|hash$/i;
/** And so does what says who somebody is. An error's own name is no such thing, see `describeError`. */
const PERSONAL_NAME = /^(name|(display|user|account|sign.?in|real|full|first|last).?name|e.?mail)$/i;
const REDACTED = "[redacted]";
/** Longer texts are cut: Prisma quotes whole statements. */
const TEXT_MAX = 4_000;
const DEPTH_MAX = 6;
const ENTRIES_MAX = 100;

/** In texts: what is known by its form, wherever it stands. */
const SECRET_FORMS: readonly (readonly [RegExp, string])[] = [
  // scheme://name:password@host
  [/(\w+:\/\/[^\s:/@]*):\S*@/g, `$1:${REDACTED}@`],
  // What is asked for in an address, after the path.
  [/((?:https?:\/\/[^\s?#"']+|(?<![\w<])\/[\w./%~-]*)\?)[^\s"'`)]*/g, `$1${REDACTED}`],
  // Encrypted and signed tokens, password hashes.
  [/\beyJ[\w-]*(\.[\w-]*){2,4}/g, REDACTED],
  [/\$argon2\w*\$[^\s"'`]*/g, REDACTED],
  // Our cookies, next-auth's, and headers that carry such things.
  [/((?:__(?:Host|Secure)-)?(?:termwise|next-auth)\.[\w.-]+=)[^\s;,"']*/g, `$1${REDACTED}`],
  [/\b(bearer|basic) +[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  // "password": "…", password='…', password=…
  [
    /((?:pass(?:word|wd|phrase)?|secret|token|authorization|typedText|displayName|username|email)["'`]?\s*[:=]\s*)("[^"]*"|'[^']*'|`[^`]*`|[^\s,;&})"'`]+)/gi,
    `$1${REDACTED}`,
  ],
];

/** The text without what looks like a secret, cut to a length that a log can bear. */
function withoutSecretText(text: string): string {
  // Cut first: patterns over megabytes would take their time.
  let cut = text.slice(0, TEXT_MAX);
  for (const [form, instead] of SECRET_FORMS) cut = cut.replace(form, instead);
  return cut;
}

/** A copy of whatever is to be logged, of plain values, without secrets at any depth. Never throws. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return withoutSecretText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "[function]" : value;
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "[no date]" : value.toISOString();
  if (depth > DEPTH_MAX) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((item) => withoutSecrets(item, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  const entries =
    value instanceof Map || (typeof Headers !== "undefined" && value instanceof Headers)
      ? [...value].map(([name, item]): [string, unknown] => [String(name), item])
      : Object.entries(value);
  return Object.fromEntries(
    entries
      .slice(0, ENTRIES_MAX)
      .map(([name, item]) => [name, isSecretName(name, item) ? REDACTED : withoutSecrets(item, depth + 1)]),
  );
}

/** A number or a yes or no under such a name tells nothing. */
function isSecretName(name: string, value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) return false;
  return SECRET_NAME.test(name) || PERSONAL_NAME.test(name);
}

export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly digest?: string;
  /** Where it was thrown, without the message that JavaScript repeats there. */
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** An error as the log keeps it: known fields only, so that no request or answer hangs on to it. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: "NotAnError", message: withoutSecretText(describeThrown(error)) };
  const { code, digest, stack, cause } = error as Error & { readonly code?: unknown; readonly digest?: unknown };
  return {
    name: error.name,
    message: messageOf(error),
    ...(typeof code === "string" ? { code: withoutSecretText(code) } : {}),
    ...(typeof digest === "string" ? { digest: withoutSecretText(digest) } : {}),
    ...(stack === undefined ? {} : { stack: framesOf(stack) }),
    ...(cause === undefined || depth > 3 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

function describeThrown(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null ? Object.prototype.toString.call(thrown) : String(thrown);
}

/** Prisma first quotes the call with all that was handed over, learners' texts among it, and says at the end what was wrong. */
function messageOf({ name, message }: Error): string {
  if (!/^PrismaClient/.test(name)) return withoutSecretText(message);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return withoutSecretText(lines.at(-1) ?? "");
}

function framesOf(stack: string): string {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return withoutSecretText(frames.join("\n"));
}
