import { beforeAll, describe, expect, inject, test } from "vitest";
import { FILES, PAGES, ROUTES } from "./app-routes";
import { enterAsGuest, stranger } from "./people";
import { rawRequest, sendRaw } from "./raw-request";

const baseUrl = inject("baseUrl");
const HOST = new URL(baseUrl).host;

const EXPECTED: Readonly<Record<string, RegExp>> = {
  "content-security-policy": /(^|; )base-uri 'none'; .*(^|; )?frame-ancestors 'none'|frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "origin-agent-cluster": /^\?1$/,
  "x-frame-options": /^DENY$/,
  "x-dns-prefetch-control": /^off$/,
};
/** What would tell what the server is made of, or open it to other sites. */
const NEVER = [
  "x-powered-by",
  "server",
  "x-middleware-rewrite",
  "x-nextjs-matched-path",
  "access-control-allow-origin",
];

interface Answer {
  readonly status: number;
  readonly headers: Headers;
}

/** Of the headers that every answer has, those that this one lacks or has wrong. */
function faults({ headers }: Answer): string[] {
  const wrong = Object.entries(EXPECTED).filter(([name, value]) => !value.test(headers.get(name) ?? ""));
  const policy = headers.get("content-security-policy") ?? "";
  const needed = ["base-uri 'none'", "frame-ancestors 'none'", "form-action"];
  return [
    ...wrong.map(([name]) => `${name}: ${headers.get(name)}`),
    ...needed.filter((directive) => !policy.includes(directive)).map((directive) => `no ${directive}`),
    ...(/object-src 'none'|default-src 'none'/.test(policy) ? [] : ["no object-src 'none'"]),
    ...(/no-store|private|immutable|^public, max-age=0, must-revalidate$/.test(headers.get("cache-control") ?? "")
      ? []
      : ["no cache-control"]),
    // Twice the same header would be two policies, of which a browser takes both.
    ...(headers.get("content-security-policy")?.includes(", default-src") ? ["two policies"] : []),
    ...NEVER.filter((name) => headers.has(name)),
  ];
}

describe.each([...PAGES, ...ROUTES, ...FILES, "/nothing-here"])("%s", (path) => {
  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "M-SEARCH"])(
    "%s has every header, and never fails",
    async (method) => {
      const sized = ["POST", "PUT", "PATCH"].includes(method) ? { "content-length": "0" } : {};
      const answer = await rawRequest(baseUrl, { method, target: path }, { headers: sized });
      expect(faults(answer)).toEqual([]);
      expect(answer.status).toBeGreaterThan(0);
      expect(answer.status).toBeLessThan(500);
    },
  );

  test("has them for a learner too", async () => {
    const { client } = await enterAsGuest(baseUrl);
    expect(faults(await client.get(path))).toEqual([]);
  });
});

describe("pages take GET and HEAD only", () => {
  test.each([...PAGES, ...FILES])("%s", async (target) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await rawRequest(baseUrl, { method, target }, { headers: { "content-length": "0" } });
      expect([answer.status, answer.headers.get("allow")], method).toEqual([405, "GET, HEAD"]);
    }
  });

  test("and run no action of a server", async () => {
    const headers = { "next-action": "40".repeat(21), "content-type": "text/plain;charset=UTF-8", origin: baseUrl };
    const answer = await stranger(baseUrl).send("POST", "/settings", { raw: "[]", headers });
    expect(answer.status).toBe(405);
  });
});

describe("files of the build", () => {
  let file: string;
  beforeAll(async () => {
    const { text } = await stranger(baseUrl).get("/");
    file = /\/_next\/static\/[^"]+\.js/.exec(text)?.[0] ?? "";
    expect(file).not.toBe("");
  });

  test.each<[string, Record<string, string>]>([
    ["GET", {}],
    ["HEAD", {}],
    ["GET", { range: "bytes=0-9" }],
    ["GET", { range: "bytes=900000000-" }],
    ["GET", { "if-match": '"other"' }],
    ["GET", { "if-unmodified-since": "Mon, 01 Jan 1990 00:00:00 GMT" }],
    ["GET", { "if-modified-since": "Mon, 01 Jan 2199 00:00:00 GMT" }],
    ["POST", { "content-length": "0" }],
    ["DELETE", {}],
    ["OPTIONS", {}],
    ["TRACE", {}],
  ])("%s %j", async (method, headers) => {
    const answer = await rawRequest(baseUrl, { method, target: file }, { headers });
    expect(faults(answer)).toEqual([]);
    expect([200, 304, 405]).toContain(answer.status);
    expect(answer.headers.get("allow")).toBe(answer.status === 405 ? "GET, HEAD" : null);
  });
});

describe("odd addresses", () => {
  test.each([
    "/_next/static/nothing.js",
    "/_next/static/chunks/",
    "/_next/image",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/image?url=http://127.0.0.1:1/&w=64&q=75",
    "/_next/data/build/index.json",
    "/_next",
    "/_next/../progress",
    "/_error",
    "/_not-found",
    "/_global-error",
    "/404",
    "/500",
    "/api",
    "/api/",
    "/api/nothing/at/all",
    "/api/%FF",
    "/glossary/",
    "/glossary/%FF",
    "/%",
    "/%00",
    "/..%2f..%2fetc/passwd",
    "/favicon.ico",
    "/robots.txt",
    "/.env",
    "/.git/config",
    "/data/secret",
    `/${"a".repeat(14_000)}`,
    `/glossary?q=${"a".repeat(14_000)}`,
    "/?_rsc=1",
    "/review.rsc",
    "/index.segments/_tree.segment.rsc",
    "http://evil.example/progress",
    "*",
  ])("%s", async (target) => {
    const answer = await rawRequest(baseUrl, { target });
    expect(faults(answer)).toEqual([]);
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/node_modules|prisma|sqlite|\bat \w+ \(|NEXTAUTH_SECRET/i);
  });

  test.each(["//evil.example", "//evil.example/..", "/\\evil.example", "/\\/evil.example/", "///evil.example", "//"])(
    "%s leads to no other site",
    async (target) => {
      const answer = await rawRequest(baseUrl, { target });
      expect(faults(answer)).toEqual([]);
      const location = answer.headers.get("location");
      if (location !== null) expect(new URL(location, baseUrl).host).toBe(HOST);
      expect(answer.headers.get("refresh") ?? "").not.toMatch(/url=(\/\/|http)/);
    },
  );
});

describe("what is hardly a request", () => {
  test.each<[string, string, number]>([
    ["no HTTP at all", "HELLO\r\n\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["headers of 40 KB", `GET / HTTP/1.1\r\nHost: ${HOST}\r\nX-Large: ${"a".repeat(40_000)}\r\n\r\n`, 431],
    ["a line feed in a header", `GET / HTTP/1.1\r\nHost: ${HOST}\r\nX-A: b\nX-C\r\n\r\n`, 400],
    [
      "two lengths",
      `POST /api/guest HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      "an unknown expectation",
      `POST /api/guest HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\nExpect: gold\r\n\r\n`,
      417,
    ],
    ["a method that does not exist", `NONSENSE / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`, 400],
  ])("%s", async (_, bytes, status) => {
    const answer = await sendRaw(baseUrl, bytes);
    expect(answer.status).toBe(status);
    expect(faults(answer)).toEqual([]);
  });

  test.each([
    ["CONNECT", `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`],
    [
      "an upgrade",
      `GET / HTTP/1.1\r\nHost: ${HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    ],
    [
      "an upgrade of nothing",
      `GET /api/nope HTTP/1.1\r\nHost: ${HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ],
  ])("%s gets no answer but a closed connection", async (_, bytes) => {
    expect((await sendRaw(baseUrl, bytes)).status).toBe(0);
  });
});
