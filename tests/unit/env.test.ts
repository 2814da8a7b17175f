import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { EnvError, parseEnv } from "@/lib/env";

const ROOT = "/srv/words";
const SECRET = "kX7fQ2mV9cLr4TzB6nWpY1sDhG8eJ3aU";
const parse = (record: Record<string, string | undefined> = {}) => parseEnv(record, ROOT);

describe("the environment", () => {
  test("may be empty", () => {
    expect(parse()).toEqual({
      nodeEnv: "development",
      port: 3000,
      database: { engine: "sqlite", file: "/srv/words/data/termwise.db", url: "file:/srv/words/data/termwise.db" },
      databasePoolSize: 10,
      databaseConnectTimeoutMs: 5_000,
      databaseStatementTimeoutMs: 15_000,
      nextAuthUrl: null,
      nextAuthSecret: null,
      github: null,
      google: null,
      logLevel: "info",
      trustProxyHops: 0,
      rateLimitFactor: 1,
      testClockFile: null,
      dataFolder: "/srv/words/data",
      backupFolder: "/srv/words/data/backups",
    });
  });

  test.each([
    [{ DATABASE_URL: "file:/var/lib/words/a.db" }, "/var/lib/words/backups"],
    [{ BACKUP_FOLDER: "copies" }, "/srv/words/copies"],
    [{ BACKUP_FOLDER: " /mnt/copies " }, "/mnt/copies"],
    [{ BACKUP_FOLDER: "none" }, null],
    [{ DATABASE_URL: "postgresql://db/words", BACKUP_FOLDER: "/mnt/copies" }, null],
  ])("%j puts backups into %s", (record, folder) => {
    expect(parse(record).backupFolder).toBe(folder);
  });

  test("an empty variable counts as one that is not set", () => {
    const names = [
      "PORT",
      "DATABASE_URL",
      "NEXTAUTH_URL",
      "NEXTAUTH_SECRET",
      "GITHUB_ID",
      "GOOGLE_SECRET",
      "LOG_LEVEL",
      "NODE_ENV",
    ];
    expect(parse(Object.fromEntries(names.map((name) => [name, " "])))).toEqual(parse());
  });

  test("keeps what is right", () => {
    const env = parse({
      PORT: "8080",
      NODE_ENV: "production",
      NEXTAUTH_URL: "https://words.example.org/",
      NEXTAUTH_SECRET: SECRET,
      GITHUB_ID: "a",
      GITHUB_SECRET: "b",
      TRUST_PROXY: "2",
      DATABASE_URL: "postgresql://me:pass@db.example.org:5432/words",
    });
    expect(env).toMatchObject({
      port: 8080,
      nodeEnv: "production",
      nextAuthUrl: "https://words.example.org",
      nextAuthSecret: SECRET,
      github: { id: "a", secret: "b" },
      google: null,
      trustProxyHops: 2,
      database: { engine: "postgresql", url: "postgresql://me:pass@db.example.org:5432/words" },
    });
  });

  test.each([
    ["off", 0],
    ["0.5", 0.5],
    ["20", 20],
  ])("RATE_LIMIT=%s is the factor %d", (text, factor) => {
    expect(parse({ RATE_LIMIT: text }).rateLimitFactor).toBe(factor);
  });

  test.each([
    ["file:./other.db", "/srv/words/other.db"],
    ["file:other.db", "/srv/words/other.db"],
    ["file:/var/lib/words.db", "/var/lib/words.db"],
    ["file:///var/lib/my%20words.db", "/var/lib/my words.db"],
  ])("%s is the file %s", (url, file) => {
    expect(parse({ DATABASE_URL: url }).database).toEqual({ engine: "sqlite", file, url: `file:${file}` });
  });

  test.each([
    [{ PORT: "0" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "65536" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "3e3" }, "PORT must be a whole number from 1 to 65535."],
    [{ TRUST_PROXY: "1" }, "NEXTAUTH_URL must be set as well, to the public address, because TRUST_PROXY is."],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be a whole number from 0 to 16."],
    [{ DATABASE_POOL_SIZE: "-1" }, "DATABASE_POOL_SIZE must be a whole number from 1 to 500."],
    [{ RATE_LIMIT: "none" }, "RATE_LIMIT must be off, or a number from 0.01 to 1000."],
    [{ RATE_LIMIT: "0" }, "RATE_LIMIT must be off, or a number from 0.01 to 1000."],
    [{ NODE_ENV: "prod" }, "NODE_ENV must be one of development, production, test."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
    [{ NEXTAUTH_URL: "words.example.org" }, "NEXTAUTH_URL must be an address such as https://words.example.org."],
    [{ NEXTAUTH_URL: "ftp://words.example.org" }, "NEXTAUTH_URL must be an address such as https://words.example.org."],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters."],
    [{ GITHUB_ID: "a" }, "GITHUB_SECRET must be set as well, because GITHUB_ID is."],
    [{ GOOGLE_SECRET: "a" }, "GOOGLE_ID must be set as well, because GOOGLE_SECRET is."],
  ])("%j stops the start with a sentence", (record, sentence) => {
    expect(() => parse(record)).toThrow(new EnvError(sentence));
  });

  test.each(["mysql://db/words", "words.db", "file:", "file::memory:", "file:a.db?mode=ro", "postgresql://"])(
    "DATABASE_URL may not be %s",
    (url) => {
      expect(() => parse({ DATABASE_URL: url })).toThrow(
        /^DATABASE_URL must be a file, .* or an address that begins with postgresql:/,
      );
    },
  );

  test("a secret that everybody knows stops the start in production only", () => {
    const known = { NEXTAUTH_SECRET: "change-me-to-something-long-and-random" };
    expect(() => parse({ ...known, NODE_ENV: "production" })).toThrow(
      /^NEXTAUTH_SECRET is a placeholder or easy to guess; make one with: node -e .*\.$/,
    );
    expect(parse({ ...known, NODE_ENV: "development" }).nextAuthSecret).toBe(known.NEXTAUTH_SECRET);
  });

  test("a secret is never part of the sentence", () => {
    expect(() => parse({ NEXTAUTH_SECRET: "hunter2" })).not.toThrow("hunter2");
  });
});

describe("this process's environment", () => {
  const folder = mkdtempSync(join(tmpdir(), "termwise-env-"));
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    vi.resetModules();
  });

  test("the kept secret stands in for NEXTAUTH_SECRET", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "");
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(folder, "data"), { recursive: true });
    const secretFile = join(folder, "data", "secret");
    const missing = await import("@/lib/env");
    expect(() => missing.authSecret()).toThrow("NEXTAUTH_SECRET is not set");
    writeFileSync(secretFile, `${SECRET}\n`);
    expect(missing.authSecret()).toBe(SECRET);
    vi.resetModules();
    writeFileSync(secretFile, "short");
    const short = await import("@/lib/env");
    expect(() => short.authSecret()).toThrow("at least 32 characters");
  });

  test("TEST_CLOCK_FILE moves the clock, and moves it again when the file changes", async () => {
    const file = join(folder, "clock");
    vi.stubEnv("TEST_CLOCK_FILE", file);
    vi.spyOn(Date, "now").mockReturnValue(1_000);
    const { nowMs } = await import("@/lib/clock");
    expect(nowMs()).toBe(1_000);
    const write = (text: string, changedAt: number) => {
      writeFileSync(file, text);
      utimesSync(file, changedAt, changedAt);
    };
    write("86400000", 1);
    expect(nowMs()).toBe(86_401_000);
    write("-500", 2);
    expect(nowMs()).toBe(500);
    write("", 3);
    expect(nowMs()).toBe(500);
    rmSync(file);
    expect(nowMs()).toBe(500);
  });

  test("without it the clock is the machine's", async () => {
    vi.spyOn(Date, "now").mockReturnValue(123);
    const { nowMs } = await import("@/lib/clock");
    expect(nowMs()).toBe(123);
  });
});
