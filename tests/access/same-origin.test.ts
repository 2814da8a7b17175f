import { describe, expect, inject, test } from "vitest";
import type { Reply, Sent } from "./client";
import { enterAsGuest, failureOf, readSession, stranger } from "./people";

const baseUrl = inject("baseUrl");
type Headers = NonNullable<Sent["headers"]>;

const REFUSED: [string, Headers][] = [
  ["another site", { origin: "https://evil.example" }],
  ["another site that hides in the name", { origin: `${baseUrl}.evil.example` }],
  ["the same host on another port", { origin: "http://localhost:1" }],
  ["a page of no site", { origin: "null" }],
  ["what is no origin", { origin: "not an origin" }],
  ["another site by fetch metadata", { origin: null, "sec-fetch-site": "cross-site" }],
  ["a neighbour by fetch metadata", { origin: null, "sec-fetch-site": "same-site" }],
  ["a client with a cookie that names nothing", { origin: null }],
];

describe("changes that come from elsewhere are refused", () => {
  test.each(REFUSED)("%s", async (_, headers) => {
    const { client } = await enterAsGuest(baseUrl);
    const replies: Reply[] = [
      await client.send("PATCH", "/api/settings", { body: { newPerDay: 1 }, headers }),
      await client.post("/api/sign-out", {}, headers),
      await client.send("DELETE", "/api/account", { body: {}, headers }),
      await client.send("POST", "/api/guest", { form: {}, headers }),
      await client.send("POST", "/api/sign-out", { form: {}, headers }),
      await client.send("POST", "/api/auth/signout", { form: {}, headers }),
    ];
    for (const reply of replies) expect([reply.status, failureOf(reply).code]).toEqual([403, "cross-origin"]);
    expect((await readSession(client)).limits.newPerDay).not.toBe(1);
  });
});

describe("changes that come from here pass", () => {
  test.each<[string, Headers]>([
    ["named by its origin", { origin: baseUrl }],
    ["named by fetch metadata", { origin: null, "sec-fetch-site": "same-origin" }],
  ])("%s", async (_, headers) => {
    const { client } = await enterAsGuest(baseUrl);
    expect((await client.send("PATCH", "/api/settings", { body: { newPerDay: 1 }, headers })).status).toBe(200);
    expect((await readSession(client)).limits.newPerDay).toBe(1);
  });

  test("a script without a cookie needs no origin", async () => {
    const reply = await stranger(baseUrl).send("POST", "/api/guest", { body: {}, headers: { origin: null } });
    expect(reply.status).toBe(201);
  });
});

test("no answer may be read by another site", async () => {
  const { client } = await enterAsGuest(baseUrl);
  const reply = await client.get("/api/session", { headers: { origin: "https://evil.example" } });
  expect(reply.headers.get("access-control-allow-origin")).toBeNull();
  expect(reply.headers.get("cross-origin-resource-policy")).toBe("same-origin");
});
