import { describe, expect, inject, test } from "vitest";
import { Client } from "./client";
import { failureOf, PASSWORD, signUp, stranger } from "./people";

const baseUrl = inject("baseUrl");

async function csrfToken(client: Client): Promise<string> {
  return (await client.get("/api/auth/csrf")).json<{ csrfToken: string }>().csrfToken;
}

test("next-auth reads the session that a password has begun", async () => {
  const { client, id, name } = await signUp(baseUrl);
  expect((await client.get("/api/auth/session")).json()).toMatchObject({ user: { id, kind: "registered", name } });
  const copy = client.copy();
  await client.post("/api/sign-out");
  expect((await copy.get("/api/auth/session")).json()).not.toHaveProperty("user");
  expect((await stranger(baseUrl).get("/api/auth/session")).json()).toEqual({});
});

test("a session that next-auth has shown is still the same one", async () => {
  const { client } = await signUp(baseUrl);
  await client.get("/api/auth/session");
  expect((await client.get("/api/session")).status).toBe(200);
});

test("next-auth's own sign-in by password follows the same rules", async () => {
  const owner = await signUp(baseUrl);
  const client = new Client(baseUrl);
  const form = { csrfToken: await csrfToken(client), name: owner.name, password: PASSWORD, json: "true" };
  const wrong = await client.send("POST", "/api/auth/callback/credentials", {
    form: { ...form, password: "a wrong one" },
  });
  expect(wrong.status).toBe(401);
  expect((await client.get("/api/session")).status).toBe(401);
  const right = await client.send("POST", "/api/auth/callback/credentials", {
    form: { ...form, callbackUrl: "/progress" },
  });
  expect(right.json()).toEqual({ url: `${baseUrl}/progress` });
  expect((await client.get("/api/auth/session")).json()).toMatchObject({ user: { id: owner.id } });
  expect((await client.get("/api/session")).status).toBe(200);
});

test("next-auth's sign-out ends the session on the server", async () => {
  const { client } = await signUp(baseUrl);
  const copy = client.copy();
  const form = { csrfToken: await csrfToken(client), callbackUrl: "/" };
  const reply = await client.send("POST", "/api/auth/signout", { form });
  expect([reply.status, reply.headers.get("location")]).toEqual([302, `${baseUrl}/`]);
  expect((await copy.get("/api/session")).status).toBe(401);
});

test("without the token of a page nothing happens", async () => {
  const { client } = await signUp(baseUrl);
  await client.send("POST", "/api/auth/signout", { form: { csrfToken: "f".repeat(64) } });
  expect((await client.get("/api/session")).status).toBe(200);
});

test("providers are only those that are set up", async () => {
  const providers = (await stranger(baseUrl).get("/api/auth/providers")).json<object>();
  expect(Object.keys(providers)).toEqual(["credentials"]);
});

describe("addresses and bodies that next-auth does not expect", () => {
  test.each([
    ["GET", "/api/auth/", 404],
    ["GET", "/api/auth/nonsense", 404],
    ["GET", "/api/auth/__proto__", 404],
    ["GET", "/api/auth/constructor", 404],
    ["GET", "/api/auth/callback", 404],
    ["GET", "/api/auth/csrf/more", 404],
    ["GET", "/api/auth/signin/a/b", 404],
    ["POST", "/api/auth/_log", 404],
    ["GET", "/api/auth/callback/nobody", 404],
    ["POST", "/api/auth/csrf", 404],
    ["GET", "/api/auth/callback/credentials", 405],
  ] as const)("%s %s → %i", async (method, path, status) => {
    const reply = await stranger(baseUrl).send(method, path, method === "POST" ? { form: {} } : {});
    // An address with a slash at its end is first sent on to the one without.
    const final = reply.status === 308 ? await stranger(baseUrl).get(reply.headers.get("location") ?? "") : reply;
    expect(final.status).toBe(status);
  });

  test.each(["https://evil.example/", "//evil.example", "javascript:alert(1)", "not a url", "\u0000", "http://["])(
    "a way back to %j leads home",
    async (callbackUrl) => {
      const client = stranger(baseUrl);
      const path = `/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`;
      const reply = await client.get(path);
      expect(reply.status).toBe(302);
      const location = new URL(reply.headers.get("location") ?? "", baseUrl);
      expect([location.origin, location.pathname]).toEqual([baseUrl, "/sign-in"]);
      expect(new URL(location.searchParams.get("callbackUrl") ?? "", baseUrl).origin).toBe(baseUrl);
    },
  );

  test.each(["x", "http://", "javascript:alert(1)"])("the cookie %j is refused, not stumbled over", async (value) => {
    const client = new Client(baseUrl, [["next-auth.callback-url", encodeURIComponent(value)]]);
    expect((await client.get("/api/auth/csrf")).status).toBe(422);
  });

  test.each([
    ["malformed", "{", 400],
    ["no object", "7", 302],
    ["null", "null", 302],
    ["wrong types", '{"csrfToken":[1],"callbackUrl":{"a":1}}', 302],
    ["a large one", `{"a":"${"x".repeat(20_000)}"}`, 413],
  ])("a JSON body that is %s", async (_, raw, status) => {
    const headers = { "content-type": "application/json" };
    const reply = await stranger(baseUrl).send("POST", "/api/auth/signout", { raw, headers });
    expect(reply.status).toBe(status);
    if (status >= 400) failureOf(reply);
  });
});
