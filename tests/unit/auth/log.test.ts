import { afterEach, describe, expect, test, vi } from "vitest";
import { createLogger, logInsteadOfPrinting } from "@/lib/log";

function logged(entry: object, text = "happened"): string {
  let output = "";
  createLogger({ write: (line) => (output += line) }).error(entry, text);
  return output;
}

test("one line of JSON with level, time and what happened", () => {
  const line = logged({ requestId: "r1", path: "/api/reviews", status: 200, elapsedMs: 1.5 });
  expect(line.endsWith("\n")).toBe(true);
  expect(line.trimEnd()).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    requestId: "r1",
    path: "/api/reviews",
    status: 200,
    elapsedMs: 1.5,
    msg: "happened",
  });
});

describe("never in the log:", () => {
  const DEEP = { a: { b: { c: { password: "hunter2-deep" } } }, list: [{ token: "hunter2-list" }] };
  const SECRETS: [string, object][] = [
    ["passwords", { password: "hunter2", newPassword: "hunter2", currentPassword: "hunter2", passwd: "hunter2" }],
    ["hashes", { passwordHash: "hunter2", hash: "hunter2", text: "was $argon2id$v=19$m=1,t=1,p=1$hunter2$hunter2" }],
    ["names", { name: "hunter2", displayName: "hunter2", username: "hunter2", email: "hunter2@example.org" }],
    ["typed answers", { op: { typedText: "hunter2" }, typed: "hunter2" }],
    ["headers", { headers: { cookie: "a=hunter2", authorization: "Bearer hunter2", "set-cookie": ["a=hunter2"] } }],
    ["headers that are objects of their own", { headers: new Headers({ cookie: "termwise.session=hunter2" }) }],
    ["maps", { facts: new Map([["token", "hunter2"]]) }],
    ["what is deeper down", DEEP],
    ["keys of providers", { github: { id: "x", secret: "hunter2" }, apiKey: "hunter2", clientSecret: "hunter2" }],
    ["tokens", { csrfToken: "hunter2", sessionId: "hunter2", sid: "hunter2", idToken: "hunter2" }],
    ["tokens in a text", { text: `got eyJhbGciOiJkaXIi..hunter2.hunter2.hunter2 from there` }],
    ["cookies in a text", { text: "sent __Host-termwise.session=hunter2; next-auth.csrf-token=hunter2|hunter2" }],
    ["credentials in a text", { text: "Bearer hunter2 and basic aHVudGVyMg==hunter2" }],
    ["the database's password", { url: "postgresql://anna:hunter2@db.example/words?sslmode=require" }],
    ["a password with an @", { url: "postgres://anna:hunter2@hunter2@db.example/words" }],
    ["what is searched for", { path: "/glossary?q=hunter2", url: "https://words.example/api/glossary?q=hunter2&x=1" }],
    ["fields quoted in a text", { text: `{"password": "hunter2", 'typedText':'hunter2', displayName: "hunter2"}` }],
    ["errors by another key", { problem: Object.assign(new Error("x"), { request: { body: "hunter2" } }) }],
    ["errors in a list", { problems: [new Error("password=hunter2")] }],
    ["bytes", { body: Buffer.from("hunter2") }],
  ];
  test.each(SECRETS)("%s", (_, entry) => expect(logged(entry)).not.toMatch(/hunter2|aHVudGVyMg/));

  test("a value by the way of its position or an error by itself", () => {
    let output = "";
    const logger = createLogger({ write: (line) => (output += line) });
    logger.error(new Error("connect postgres://anna:hunter2@db.example refused"));
    expect(output).not.toContain("hunter2");
    expect(JSON.parse(output).err.message).toContain("db.example refused");
  });
});

test("of an error what helps, but neither a database's password nor what hangs on to it", () => {
  const error = Object.assign(new Error("cannot reach postgresql://anna:hunter2@db.example/words"), {
    code: "P1001",
    request: { body: "hunter2" },
    meta: { target: ["hunter2"], driverAdapterError: new Error("hunter2") },
    cause: Object.assign(new Error("connect postgres://anna:hunter2@db.example refused"), {
      detail: "Key (username)=(hunter2) already exists.",
    }),
  });
  const line = logged({ err: error });
  expect(line).not.toContain("hunter2");
  const { err } = JSON.parse(line);
  expect(err).toMatchObject({ name: "Error", code: "P1001", cause: { name: "Error" } });
  expect(err.message).toContain("db.example");
  expect(err.stack).toContain("log.test.ts");
});

test("Prisma's message without the call that it quotes", () => {
  const error = new Error(
    '\nInvalid `prisma.user.create()` invocation:\n\n{\n  data: {\n    label: "hunter2",\n?   id: String\n  }\n}\n\nArgument `id` is missing.',
  );
  error.name = "PrismaClientValidationError";
  const line = logged({ err: error });
  expect(line).not.toContain("hunter2");
  expect(JSON.parse(line).err.message).toBe("Argument `id` is missing.");
});

test("what is thrown without being an error is logged as well", () => {
  expect(JSON.parse(logged({ err: "just a text" })).err).toBe("just a text");
});

test("a line break in a value makes no second line, and odd values no failure", () => {
  const circular: Record<string, unknown> = { path: '/a\n{"level":60,"msg":"forged"}' };
  circular.self = circular;
  const line = logged({ ...circular, at: new Date(Number.NaN), big: 1n, run: () => 1, nothing: undefined });
  expect(line.trimEnd().split("\n")).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ msg: "happened", at: "[no date]", big: "1" });
  expect(logged({ text: "x".repeat(1_000_000) }).length).toBeLessThan(5_000);
});

describe("what libraries print", () => {
  afterEach(() => vi.restoreAllMocks());

  test("becomes lines of the same log", () => {
    const printed: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
    const { error, warn } = console;
    try {
      logInsteadOfPrinting();
      expect(console.error).not.toBe(error);
      expect(() => console.error("⨯", Object.assign(new Error("password=hunter2"), { meta: "hunter2" }))).not.toThrow();
      expect(() => console.warn("/glossary?q=hunter2", { cookie: "hunter2" })).not.toThrow();
    } finally {
      Object.assign(console, { error, warn });
    }
    expect(printed.join("")).not.toContain("hunter2");
  });
});
