// The log of the server: one line of JSON an event, on standard output. What is secret or tells who somebody is never reaches it, see
// lib/log-redaction.ts.

import pino, { type Logger } from "pino";
import { env } from "./env";
import { describeError, withoutSecrets } from "./log-redaction";

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
    // By itself pino would look at an error of this name before us, and at nothing deeper.
    serializers: { err: (error: unknown) => error },
    formatters: { log: (entry: object) => withoutSecrets(entry) as Record<string, unknown> },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        // The sentence of an entry is a constant of ours; only that of an error logged by itself is not.
        const [first, ...rest] = args as unknown[];
        const entry = first instanceof Error ? { err: first } : first;
        method.apply(this, [entry, ...(rest.length === 0 && first instanceof Error ? ["error"] : rest)] as typeof args);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * From now on what the framework and libraries print as errors and warnings goes into the log as well. They would print errors with all
 * that hangs on to them.
 */
export function logInsteadOfPrinting(): void {
  const print =
    (level: "error" | "warn") =>
    (...parts: readonly unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const said = parts.filter((part) => typeof part === "string").join(" ");
      log()[level]({ said, ...(err === undefined ? {} : { err: describeError(err) }) }, "printed");
    };
  Object.assign(console, { error: print("error"), warn: print("warn") });
}
