// The log of the server: one line of JSON an event, on standard output. Secrets never reach it.

import pino, { type Logger } from "pino";
import { env } from "./env";

/** Wherever these stand in what is logged, their value does not. */
const SECRET_NAMES = [
  "password",
  "currentPassword",
  "newPassword",
  "passwordHash",
  "cookie",
  "authorization",
  "secret",
  "token",
];
const REDACTED = [
  ...SECRET_NAMES,
  ...SECRET_NAMES.map((name) => `*.${name}`),
  ...SECRET_NAMES.map((name) => `*.*.${name}`),
];
/** Longer texts in errors are cut: Prisma quotes whole statements. */
const TEXT_MAX = 4_000;

let known: Logger | undefined;

/** The logger of this process, at the level of LOG_LEVEL. */
export function log(): Logger {
  known ??= createLogger();
  return known;
}

/** A logger that writes to `destination`, by default standard output. */
export function createLogger(destination?: { write(line: string): void }): Logger {
  const options = {
    level: env().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: "[redacted]" },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** An error as the log keeps it: known fields only, so that no request or answer hangs on to it. */
function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: "NotAnError", message: withoutCredentials(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const stack = error.stack === undefined ? {} : { stack: withoutCredentials(error.stack) };
  const cause = error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) };
  return { name: error.name, message: withoutCredentials(error.message), ...code, ...stack, ...cause };
}

/** An address such as postgresql://name:password@host without the password. */
function withoutCredentials(text: string): string {
  return text.replace(/(\w+:\/\/[^\s:/@]*):[^\s@]*@/g, "$1:[redacted]@").slice(0, TEXT_MAX);
}
