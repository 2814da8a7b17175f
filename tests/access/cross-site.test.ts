// Every address of the app, read from its folder, against everything by which another site could make a browser change something here.

import { beforeAll, describe, expect, inject, test } from "vitest";
import { PAGES, ROUTES } from "./app-routes";
import type { Client, Reply, Sent } from "./client";
import { answerNext, failureOf, PASSWORD, signUp } from "./people";
import { rawRequest } from "./raw-request";

const baseUrl = inject("baseUrl");
const CHANGING = ["POST", "PUT", "PATCH", "DELETE"] as const;
const JSON_TEXT = JSON.stringify({ locale: "en", extraNew: 5, password: PASSWORD, newPerDay: 1 });

/** What a browser can be made to send from elsewhere without asking first, and what it cannot but might be tried. */
const ATTEMPTS: [string, Sent][] = [
  ["a form of another site", { form: { locale: "en" }, headers: { origin: "https://evil.example" } }],
  ["a form of a sandboxed frame", { form: { locale: "en" }, headers: { origin: "null" } }],
  ["a form that says nothing of its origin", { form: { locale: "en" }, headers: { origin: null } }],
  [
    "a form that says so by fetch metadata",
    { form: { locale: "en" }, headers: { origin: null, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" } },
  ],
  [
    "a form whose text is JSON",
    {
      raw: `${JSON_TEXT.slice(0, -1)},"x":"="}`,
      headers: { "content-type": "text/plain", origin: "https://evil.example" },
    },
  ],
  [
    "a beacon without a type",
    { raw: JSON_TEXT, headers: { "content-type": "", origin: "https://evil.example", "sec-fetch-mode": "no-cors" } },
  ],
  [
    "JSON of another site",
    { raw: JSON_TEXT, headers: { "content-type": "application/json", origin: "https://evil.example" } },
  ],
  ["JSON of a neighbour", { body: {}, headers: { origin: null, "sec-fetch-site": "same-site" } }],
  ["two origins", { body: {}, headers: { origin: `${baseUrl}, https://evil.example` } }],
  ["an origin with a path", { body: {}, headers: { origin: `https://evil.example/${baseUrl}` } }],
  ["a name before the host", { body: {}, headers: { origin: `https://${new URL(baseUrl).host}@evil.example` } }],
];

let owner: { client: Client; name: string };
let before: string;
beforeAll(async () => {
  owner = await signUp(baseUrl);
  await answerNext(owner.client);
  before = await everything(owner.client);
});

/** All that is the learner's, but for when it was last seen and asked for. */
async function everything(client: Client): Promise<string> {
  const reply = await client.get("/api/export");
  expect(reply.status).toBe(200);
  const { exportedAt: _, ...rest } = reply.json<Record<string, unknown>>();
  return JSON.stringify(rest).replace(/"lastSeenAt":"[^"]*"/g, "");
}

function expectRefused(reply: Reply): void {
  if (reply.status === 405) return;
  expect([reply.status, failureOf(reply).code]).toEqual([403, "cross-origin"]);
  expect(reply.headers.getSetCookie()).toEqual([]);
}

describe.each(ATTEMPTS)("%s", (_, sent) => {
  test.each([...ROUTES, ...PAGES])("changes nothing at %s", async (path) => {
    for (const method of CHANGING) expectRefused(await owner.client.copy().send(method, path, sent));
  });
});

describe("asking changes nothing", () => {
  const asked = ["", "?csrf=true", "?callbackUrl=https://evil.example", "?locale=en&extraNew=5&suspended=true"];
  test.each([...ROUTES, "/api/auth/signout", "/api/auth/callback/credentials", "/api/auth/signin/credentials"])(
    "%s",
    async (path) => {
      for (const method of ["GET", "HEAD", "OPTIONS"]) {
        for (const query of asked) {
          const headers = { cookie: owner.client.cookieHeader(), "x-http-method-override": "DELETE" };
          const reply = await rawRequest(baseUrl, { method, target: `${path}${query}` }, { headers });
          expect(reply.status).toBeLessThan(500);
          const cookies = reply.headers.getSetCookie().join(" ");
          expect(cookies).not.toMatch(/termwise\.(session|device)=;/);
        }
      }
    },
  );
});

test("after all that everything is as it was, and the session stands", async () => {
  expect(await everything(owner.client)).toBe(before);
});
