// The only place where the app reads the environment, once; scripts/launch reads PORT and LISTEN_HOST before anything is installed. Start scripts check it before anything else, so a wrong value stops the start.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { secretProblem } from "./secret-strength";

export type DatabaseLocation =
  | { readonly engine: "sqlite" /** Absolute path. */; readonly file: string; readonly url: string }
  | { readonly engine: "postgresql"; readonly url: string };

export interface ProviderKeys {
  readonly id: string;
  readonly secret: string;
}

export interface Env {
  readonly nodeEnv: "development" | "production" | "test";
  readonly port: number;
  readonly database: DatabaseLocation;
  /** Connections to PostgreSQL that this process keeps at most. */
  readonly databasePoolSize: number;
  readonly databaseConnectTimeoutMs: number;
  readonly databaseStatementTimeoutMs: number;
  /** The address under which browsers reach the app, without a trailing slash; null: not told. */
  readonly nextAuthUrl: string | null;
  /** null: the secret kept in data/secret is used, see `authSecret`. */
  readonly nextAuthSecret: string | null;
  readonly github: ProviderKeys | null;
  readonly google: ProviderKeys | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Proxies in front of the app whose X-Forwarded-For is believed; 0: the header is ignored. */
  readonly trustProxyHops: number;
  /** Times the usual number of requests that one learner and one address may make; 0: as many as they like. */
  readonly rateLimitFactor: number;
  /** Tests only: a file with the milliseconds by which the clock is ahead of the machine's. */
  readonly testClockFile: string | null;
  /** Where the kept secret and by default the database stand; absolute. */
  readonly dataFolder: string;
  /** Where automatic backups of SQLite go, absolute; null: none are made. */
  readonly backupFolder: string | null;
}

/** A variable with a wrong value. The message is one sentence that names it and never shows a secret. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null);

/** A whole number from `min` to `max`, written in digits. */
function wholeNumber({ min, max, otherwise }: { min: number; max: number; otherwise: number }) {
  const message = `must be a whole number from ${min} to ${max}`;
  return optionalText.transform((text, context) => {
    const value = text === null ? otherwise : Number(text);
    if (text !== null && !/^\d+$/.test(text)) context.addIssue({ code: "custom", message });
    else if (value < min || value > max) context.addIssue({ code: "custom", message });
    return value;
  });
}

/** One of the words, or the default. */
function oneOf<const Word extends string>(words: readonly Word[], otherwise: Word) {
  return optionalText.transform((text, context): Word => {
    const word = text === null ? otherwise : words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    context.addIssue({ code: "custom", message: `must be one of ${words.join(", ")}` });
    return otherwise;
  });
}

const rateLimit = optionalText.transform((text, context) => {
  if (text === "off") return 0;
  const factor = Number(text ?? 1);
  if (factor >= 0.01 && factor <= 1000) return factor;
  context.addIssue({ code: "custom", message: "must be off, or a number from 0.01 to 1000" });
  return 1;
});

const address = optionalText.transform((text, context) => {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ["http:", "https:"].includes(url.protocol) && url.search === "" && url.hash === "")
    return text.replace(/\/+$/, "");
  context.addIssue({ code: "custom", message: "must be an address such as https://words.example.org" });
  return null;
});

const SCHEMA = z.object({
  NODE_ENV: oneOf(["development", "production", "test"], "development"),
  PORT: wholeNumber({ min: 1, max: 65_535, otherwise: 3000 }),
  DATABASE_URL: optionalText,
  DATABASE_POOL_SIZE: wholeNumber({ min: 1, max: 500, otherwise: 10 }),
  DATABASE_CONNECT_TIMEOUT_MS: wholeNumber({ min: 100, max: 600_000, otherwise: 5_000 }),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber({ min: 100, max: 600_000, otherwise: 15_000 }),
  NEXTAUTH_URL: address,
  NEXTAUTH_SECRET: optionalText,
  GITHUB_ID: optionalText,
  GITHUB_SECRET: optionalText,
  GOOGLE_ID: optionalText,
  GOOGLE_SECRET: optionalText,
  LOG_LEVEL: oneOf(LOG_LEVELS, "info"),
  TRUST_PROXY: wholeNumber({ min: 0, max: 16, otherwise: 0 }),
  RATE_LIMIT: rateLimit,
  TEST_CLOCK_FILE: optionalText,
  BACKUP_FOLDER: optionalText,
});

/**
 * Checks the environment.
 *
 * @param root the project's folder, against which a relative path in DATABASE_URL is meant
 * @throws EnvError for the first variable with a wrong value
 */
export function parseEnv(record: Readonly<Record<string, string | undefined>>, root: string): Env {
  const parsed = SCHEMA.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EnvError(`${issue?.path.join(".") ?? "The environment"} ${issue?.message ?? "is wrong"}.`);
  }
  const values = parsed.data;
  const strict = values.NODE_ENV === "production";
  const problem = values.NEXTAUTH_SECRET === null ? null : secretProblem(values.NEXTAUTH_SECRET, { strict });
  if (problem !== null) throw new EnvError(`NEXTAUTH_SECRET ${problem}.`);
  // Without it nobody could tell whether browsers come by https, or which name among the forwarded ones is ours.
  if (values.TRUST_PROXY > 0 && values.NEXTAUTH_URL === null) {
    throw new EnvError("NEXTAUTH_URL must be set as well, to the public address, because TRUST_PROXY is.");
  }
  const database = databaseLocation(values.DATABASE_URL, root);
  return {
    nodeEnv: values.NODE_ENV,
    port: values.PORT,
    database,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databaseConnectTimeoutMs: values.DATABASE_CONNECT_TIMEOUT_MS,
    databaseStatementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    nextAuthUrl: values.NEXTAUTH_URL,
    nextAuthSecret: values.NEXTAUTH_SECRET,
    github: bothOrNeither("GITHUB", values.GITHUB_ID, values.GITHUB_SECRET),
    google: bothOrNeither("GOOGLE", values.GOOGLE_ID, values.GOOGLE_SECRET),
    logLevel: values.LOG_LEVEL,
    trustProxyHops: values.TRUST_PROXY,
    rateLimitFactor: values.RATE_LIMIT,
    testClockFile: values.TEST_CLOCK_FILE,
    dataFolder: join(root, "data"),
    backupFolder: backupFolderOf(values.BACKUP_FOLDER, database, root),
  };
}

/** Beside the database unless BACKUP_FOLDER names another folder, or "none". */
function backupFolderOf(text: string | null, database: DatabaseLocation, root: string): string | null {
  if (database.engine !== "sqlite" || text === "none") return null;
  return text === null ? join(dirname(database.file), "backups") : resolve(root, text);
}

/**
 * Where a DATABASE_URL points; null stands for the default file.
 *
 * @throws EnvError when it is neither a file nor a PostgreSQL address
 */
export function databaseLocation(url: string | null, root: string): DatabaseLocation {
  const text = url ?? `file:${join(root, "data", "termwise.db")}`;
  if (isPostgresqlAddress(text)) return { engine: "postgresql", url: text };
  const path = text.startsWith("file:///") ? fileURLToPath(text) : text.replace(/^file:/, "");
  if (text.startsWith("file:") && path !== "" && !/[?#]|^:/.test(path)) {
    const file = resolve(root, path);
    return { engine: "sqlite", file, url: `file:${file}` };
  }
  throw new EnvError(
    "DATABASE_URL must be a file, such as file:./data/termwise.db, or an address that begins with postgresql://.",
  );
}

/** Whether it names a server, by its host or by `?host=` with the folder of a local socket. */
function isPostgresqlAddress(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.hostname !== "" || url.searchParams.has("host");
}

function bothOrNeither(name: string, id: string | null, secretKey: string | null): ProviderKeys | null {
  if (id !== null && secretKey !== null) return { id, secret: secretKey };
  if (id === null && secretKey === null) return null;
  const [missing, given] = id === null ? ["ID", "SECRET"] : ["SECRET", "ID"];
  throw new EnvError(`${name}_${missing} must be set as well, because ${name}_${given} is.`);
}

/**
 * next-auth reads its address from NEXTAUTH_URL by itself and otherwise believes to be on port 3000. Without that variable this lets it take
 * the address from the request, so that any port and any name of this machine works.
 */
export function letNextAuthUseTheRequestsAddress(): void {
  if (env().nextAuthUrl === null) process.env.AUTH_TRUST_HOST = "true";
}

let known: Env | undefined;

/** The environment of this process, read and checked at the first call. */
export function env(): Env {
  known ??= parseEnv(process.env, process.cwd());
  return known;
}

/**
 * The secret that signs sessions: NEXTAUTH_SECRET, or the one that `npm start` made and keeps in data/secret.
 *
 * @throws EnvError when there is neither
 */
export function authSecret(): string {
  const { nextAuthSecret, dataFolder } = env();
  return nextAuthSecret ?? keptSecret(join(dataFolder, "secret"));
}

let kept: string | undefined;

function keptSecret(file: string): string {
  if (kept !== undefined) return kept;
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new EnvError(`NEXTAUTH_SECRET is not set, and ${file}, which npm start makes, cannot be read.`);
  }
  const problem = secretProblem(text, { strict: env().nodeEnv === "production" });
  if (problem !== null) throw new EnvError(`The secret in ${file} ${problem}.`);
  kept = text;
  return kept;
}
