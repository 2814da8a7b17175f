// Behind a proxy that speaks https: every cookie bound to this host and to https, every answer insisting on it.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../server";
import { FILES, PAGES, ROUTES } from "./app-routes";
import { Client, type Method, type Reply, type Sent } from "./client";
import { failureOf, freshName, PASSWORD } from "./people";

const PUBLIC = "https://words.example.org";
const FORWARDED = {
  origin: PUBLIC,
  "x-forwarded-host": "words.example.org",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "203.0.113.9",
};

let server: TestServer;
beforeAll(async () => {
  const keys = { GITHUB_ID: "id", GITHUB_SECRET: "github-secret", GOOGLE_ID: "id", GOOGLE_SECRET: "google-secret" };
  server = await startServer({ env: { NEXTAUTH_URL: PUBLIC, TRUST_PROXY: "1", ...keys } });
});
afterAll(() => server.stop());

/** A browser that reaches the app through the proxy, and everything it was given so far. */
function browser() {
  const client = new Client(server.baseUrl);
  const replies: Reply[] = [];
  return {
    client,
    cookies: () => replies.flatMap((reply) => reply.headers.getSetCookie()),
    replies,
    async send(method: Method, path: string, { headers = {}, ...sent }: Sent = {}): Promise<Reply> {
      const reply = await client.send(method, path, { ...sent, headers: { ...FORWARDED, ...headers } });
      replies.push(reply);
      return reply;
    },
  };
}

/** Goes through everything that sets a cookie. */
async function live(): Promise<ReturnType<typeof browser>> {
  const person = browser();
  const name = freshName();
  const ask = (path: string, body: object) => person.send("POST", path, { body });
  await person.send("POST", "/language", { form: { locale: "en", back: "/" } });
  expect((await ask("/api/guest", {})).status).toBe(201);
  expect((await ask("/api/account", { name, password: PASSWORD })).status).toBe(201);
  const change = { currentPassword: PASSWORD, newPassword: "another long password" };
  expect((await ask("/api/account/password", change)).status).toBe(200);
  expect((await ask("/api/sign-out", {})).status).toBe(200);
  expect((await ask("/api/account/sign-in", { name, password: "another long password" })).status).toBe(200);
  expect((await person.send("GET", "/api/auth/session")).json()).toMatchObject({ user: { name } });
  const { csrfToken } = (await person.send("GET", "/api/auth/csrf")).json<{ csrfToken: string }>();
  const toGithub = await person.send("POST", "/api/auth/signin/github", { form: { csrfToken, callbackUrl: "/" } });
  expect(toGithub.headers.get("location")).toMatch(/^https:\/\/github\.com\/.*redirect_uri=https%3A%2F%2Fwords/);
  await person.send("GET", "/api/auth/callback/github?code=x&state=y");
  const byName = { csrfToken, name, password: "another long password" };
  expect((await person.send("POST", "/api/auth/callback/credentials", { form: byName })).status).toBe(302);
  expect((await person.send("POST", "/api/auth/signout", { form: { csrfToken } })).status).toBe(302);
  return person;
}

describe("cookies", () => {
  test("are all for this host alone, by https alone, and out of reach of scripts", async () => {
    const lines = (await live()).cookies();
    const names = new Set(lines.map((line) => line.slice(0, line.indexOf("="))));
    expect([...names].sort()).toEqual([
      "__Host-locale",
      "__Host-next-auth.callback-url",
      "__Host-next-auth.csrf-token",
      "__Host-next-auth.state",
      "__Host-termwise.device",
      "__Host-termwise.session",
    ]);
    for (const line of lines) {
      const attributes = line.toLowerCase().split("; ").slice(1);
      expect(attributes, line).toEqual(expect.arrayContaining(["path=/", "secure", "httponly", "samesite=lax"]));
      expect(line).not.toMatch(/; *domain=/i);
    }
  });

  test("without their prefix are nobody's", async () => {
    const person = browser();
    await person.send("POST", "/api/guest", { body: {} });
    expect((await person.send("GET", "/api/session")).status).toBe(200);
    const [line = ""] = person.cookies().filter((each) => each.startsWith("__Host-termwise.session="));
    const cookie = (line.split(";")[0] ?? "").replace("__Host-", "");
    expect((await browser().send("GET", "/api/session", { headers: { cookie } })).status).toBe(401);
  });
});

test("every answer insists on https", async () => {
  const person = browser();
  for (const path of [...PAGES, ...ROUTES, ...FILES, "/nothing", "/glossary/", "/_next/static/nothing.js"]) {
    const reply = await person.send("GET", path);
    expect(reply.headers.get("strict-transport-security"), path).toMatch(/^max-age=(\d{8,})/);
  }
});

test("addresses that a browser is sent to are by https, whatever the request says", async () => {
  const person = browser();
  const spoofed = { "x-forwarded-host": "evil.example", host: "evil.example" };
  for (const path of ["/api/auth/signin", "/api/auth/signout", "/api/auth/error", "/api/auth/callback/github?code=x"]) {
    const location = (await person.send("GET", path, { headers: spoofed })).headers.get("location");
    if (location !== null) expect(new URL(location, PUBLIC).origin, path).toBe(PUBLIC);
  }
});

test("pages, sitemap and robots name themselves by the public address, whatever the request says", async () => {
  const spoofed = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  for (const path of ["/glossary", "/en/glossary/iou", "/robots.txt", "/sitemap.xml"]) {
    const { text } = await browser().send("GET", path, { headers: spoofed });
    expect(text, path).toContain(`${PUBLIC}/`);
    expect(text, path).not.toMatch(/evil\.example|http:\/\/(localhost|words)/);
  }
});

test.each([
  ["a page of the same name without https", "http://words.example.org"],
  ["the address behind the proxy", "http://localhost"],
  ["a neighbour", "https://evil.words.example.org"],
  ["another port", "https://words.example.org:8443"],
])("%s may change nothing", async (_, origin) => {
  const headers = { origin, "x-forwarded-host": new URL(origin).host };
  const reply = await browser().send("POST", "/api/guest", { body: {}, headers });
  expect([reply.status, failureOf(reply).code]).toEqual([403, "cross-origin"]);
});
