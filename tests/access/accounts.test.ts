import { describe, expect, inject, test } from "vitest";
import { Client } from "./client";
import {
  answerNext,
  enterAsGuest,
  failureOf,
  freshName,
  PASSWORD,
  readSession,
  revoked,
  signInElsewhere,
  signUp,
  stranger,
} from "./people";

const baseUrl = inject("baseUrl");
const isIn = async (client: Client) => (await client.get("/api/session")).status === 200;

describe("a guest", () => {
  test("comes in by a form and is sent to the first card", async () => {
    const client = stranger(baseUrl);
    const reply = await client.send("POST", "/api/guest", {
      form: { timeZone: "Asia/Tokyo", interfaceLanguage: "en" },
    });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/review"]);
    expect((await readSession(client)).queue.length).toBeGreaterThan(0);
    const settings = await client.get("/api/settings");
    expect(settings.json()).toMatchObject({ timeZone: "Asia/Tokyo", interfaceLanguage: "en" });
  });

  test.each(["Nowhere/Land", "", "\u0000", "x".repeat(3_000)])(
    "comes in with the time zone %j all the same",
    async (timeZone) => {
      const client = stranger(baseUrl);
      expect((await client.send("POST", "/api/guest", { form: { timeZone } })).status).toBe(303);
      expect((await client.post("/api/guest", { timeZone })).status).toBe(200);
      expect(await isIn(client)).toBe(true);
    },
  );

  test("stays the same guest when coming in again", async () => {
    const { client, id } = await enterAsGuest(baseUrl);
    const again = await client.post("/api/guest");
    expect([again.status, again.json<{ user: { id: string } }>().user.id]).toEqual([200, id]);
  });

  test("keeps every answer when signing up, under the same id, with a new session", async () => {
    const { client, id } = await enterAsGuest(baseUrl);
    const before = client.copy();
    const op = await answerNext(client);
    const { id: sameId } = await signUp(baseUrl, { client });
    expect(sameId).toBe(id);
    expect((await readSession(client)).today.map((each) => each.id)).toEqual([op.id]);
    expect(await isIn(before)).toBe(false);
  });

  test("brings the answers along when signing in to an account, and counts nothing twice", async () => {
    const owner = await signUp(baseUrl);
    const first = await answerNext(owner.client);
    const guest = await enterAsGuest(baseUrl);
    const stale = guest.client.copy();
    const second = await answerNext(guest.client);
    const third = await answerNext(guest.client);
    const reply = await guest.client.post("/api/account/sign-in", { name: owner.name, password: PASSWORD });
    expect(reply.json()).toMatchObject({ user: { id: owner.id, kind: "registered" }, mergedAnswers: 2 });
    const ids = (await readSession(owner.client)).today.map((each) => each.id);
    expect([...ids].sort()).toEqual([first.id, second.id, third.id].sort());
    expect(await isIn(stale)).toBe(false);
  });
});

describe("signing up and in", () => {
  test("a new account can be entered from another browser, in any spelling of its name", async () => {
    const owner = await signUp(baseUrl, { name: `Zoë-${freshName()}` });
    const elsewhere = new Client(baseUrl);
    const reply = await elsewhere.post("/api/account/sign-in", {
      name: ` ${owner.name.toUpperCase()} `,
      password: PASSWORD,
    });
    expect(reply.json()).toEqual({
      user: { id: owner.id, kind: "registered", displayName: owner.name },
      mergedAnswers: null,
    });
    expect(await isIn(elsewhere)).toBe(true);
  });

  test("an e-mail address is a name as well", async () => {
    const name = `${freshName()}@Example.org`;
    const { id } = await signUp(baseUrl, { name });
    const reply = await stranger(baseUrl).post("/api/account/sign-in", {
      name: name.toLowerCase(),
      password: PASSWORD,
    });
    expect(reply.json()).toMatchObject({ user: { id } });
  });

  test("a taken name is refused, in any spelling", async () => {
    const { name } = await signUp(baseUrl);
    const reply = await stranger(baseUrl).post("/api/account", { name: name.toUpperCase(), password: PASSWORD });
    expect([reply.status, failureOf(reply)]).toEqual([409, { code: "name-taken", fields: { name: "taken" } }]);
  });

  test("who has an account does not get another by accident", async () => {
    const { client, id } = await signUp(baseUrl);
    const reply = await client.post("/api/account", { name: freshName(), password: PASSWORD });
    expect([reply.status, failureOf(reply).code]).toEqual([409, "already-registered"]);
    expect((await client.get("/api/export")).text).toContain(id);
  });

  test.each([
    [{}, 422, "invalid-input", { name: "invalid", password: "invalid" }],
    [{ name: "", password: "" }, 422, "invalid-input", { name: "required", password: "required" }],
    [{ name: "ab", password: PASSWORD }, 422, "invalid-input", { name: "name-short" }],
    [{ name: "a b", password: "short" }, 422, "invalid-input", { name: "name-characters", password: "password-short" }],
    [{ name: "x".repeat(10_000), password: PASSWORD }, 422, "invalid-input", { name: "too-long" }],
    [{ name: "fine-name", password: "password1" }, 422, "weak-password", { password: "password-common" }],
    [{ name: "fine-name", password: "fine-name" }, 422, "weak-password", { password: "password-is-name" }],
    [{ name: "fine-name", password: "x".repeat(300) }, 422, "weak-password", { password: "password-long" }],
    [{ name: ["a"], password: { a: 1 } }, 422, "invalid-input", { name: "invalid", password: "invalid" }],
  ])("%j is refused with the fields that are wrong", async (body, status, code, fields) => {
    const client = stranger(baseUrl);
    const reply = await client.post("/api/account", body);
    expect([reply.status, failureOf(reply)]).toEqual([status, { code, fields }]);
    expect(client.cookieNames()).toEqual([]);
  });

  test("a wrong password and an unknown name get the very same answer", async () => {
    const { name } = await signUp(baseUrl);
    const wrong = await stranger(baseUrl).post("/api/account/sign-in", { name, password: "a wrong password" });
    const unknown = await stranger(baseUrl).post("/api/account/sign-in", {
      name: freshName(),
      password: "a wrong password",
    });
    const impossible = await stranger(baseUrl).post("/api/account/sign-in", {
      name: "<b>\u202E",
      password: "a wrong password",
    });
    expect([wrong.status, failureOf(wrong).code]).toEqual([401, "wrong-credentials"]);
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
    expect([impossible.status, impossible.text]).toEqual([wrong.status, wrong.text]);
  });

  test("a failed sign-in changes nothing of who is signed in", async () => {
    const guest = await enterAsGuest(baseUrl);
    const { name } = await signUp(baseUrl);
    expect((await guest.client.post("/api/account/sign-in", { name, password: "wrong password" })).status).toBe(401);
    expect((await guest.client.get("/api/export")).text).toContain(guest.id);
  });
});

describe("signing out", () => {
  test("ends the session on the server, not only the cookie", async () => {
    const { client } = await signUp(baseUrl);
    const stolen = client.copy();
    expect((await client.post("/api/sign-out")).json()).toEqual({ signedOut: true });
    expect(client.cookieNames()).not.toContain("termwise.session");
    expect(await isIn(stolen)).toBe(false);
  });

  test("works by a form, and without a session", async () => {
    const { client } = await enterAsGuest(baseUrl);
    const reply = await client.send("POST", "/api/sign-out", { form: {} });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/"]);
    expect((await client.post("/api/sign-out")).status).toBe(200);
    expect((await (await revoked(baseUrl)).post("/api/sign-out")).status).toBe(200);
  });

  test("everywhere ends every session at once", async () => {
    const owner = await signUp(baseUrl);
    const others = [await signInElsewhere(owner), await signInElsewhere(owner)];
    expect((await owner.client.post("/api/account/sign-out-everywhere")).json()).toEqual({ endedSessions: 3 });
    expect(await Promise.all([owner.client, ...others].map(isIn))).toEqual([false, false, false]);
  });
});

describe("changing the password", () => {
  const change = (client: Client, currentPassword: string, newPassword: string) =>
    client.post("/api/account/password", { currentPassword, newPassword });

  test("ends all other sessions at once and keeps this one; only the new password works", async () => {
    const owner = await signUp(baseUrl);
    const elsewhere = await signInElsewhere(owner);
    const sameCookie = owner.client.copy();
    expect((await change(owner.client, PASSWORD, "another long password")).json()).toEqual({ endedSessions: 1 });
    expect(await isIn(owner.client)).toBe(true);
    expect(await isIn(elsewhere)).toBe(false);
    expect(await isIn(sameCookie)).toBe(false);
    const again = stranger(baseUrl);
    expect((await again.post("/api/account/sign-in", { name: owner.name, password: PASSWORD })).status).toBe(401);
    expect(
      (await again.post("/api/account/sign-in", { name: owner.name, password: "another long password" })).status,
    ).toBe(200);
  });

  test("needs the old one, and a new one that is good enough", async () => {
    const { client, name } = await signUp(baseUrl);
    const wrong = await change(client, "a wrong password", "another long password");
    expect([wrong.status, failureOf(wrong)]).toEqual([
      403,
      { code: "wrong-password", fields: { currentPassword: "wrong" } },
    ]);
    const weak = await change(client, PASSWORD, "password");
    expect([weak.status, failureOf(weak)]).toEqual([
      422,
      { code: "weak-password", fields: { newPassword: "password-common" } },
    ]);
    const sameAsName = await change(client, PASSWORD, name);
    expect(failureOf(sameAsName).fields).toEqual({ newPassword: "password-is-name" });
    expect(await isIn(client)).toBe(true);
  });

  test("is nothing for a guest", async () => {
    const { client } = await enterAsGuest(baseUrl);
    const reply = await change(client, PASSWORD, "another long password");
    expect([reply.status, failureOf(reply).fields]).toEqual([422, { currentPassword: "no-password" }]);
  });
});

describe("deleting the account", () => {
  const remove = (client: Client, body: object) => client.send("DELETE", "/api/account", { body });

  test("needs the password; then name, sessions and answers are gone, and the name is free", async () => {
    const owner = await signUp(baseUrl);
    const elsewhere = await signInElsewhere(owner);
    await answerNext(owner.client);
    const refused = await remove(owner.client, { password: "a wrong password" });
    expect([refused.status, failureOf(refused)]).toEqual([
      403,
      { code: "wrong-password", fields: { password: "wrong" } },
    ]);
    expect((await remove(owner.client, {})).status).toBe(403);
    expect((await remove(owner.client, { password: PASSWORD })).json()).toEqual({ deleted: true });
    expect(await isIn(owner.client)).toBe(false);
    expect(await isIn(elsewhere)).toBe(false);
    const reply = await stranger(baseUrl).post("/api/account/sign-in", { name: owner.name, password: PASSWORD });
    expect(reply.status).toBe(401);
    const heir = await signUp(baseUrl, { name: owner.name });
    expect((await readSession(heir.client)).today).toEqual([]);
  });

  test("a guest just asks", async () => {
    const { client } = await enterAsGuest(baseUrl);
    expect((await remove(client, {})).json()).toEqual({ deleted: true });
    expect(await isIn(client)).toBe(false);
  });
});

test("the download holds everything of mine and nothing secret", async () => {
  const owner = await signUp(baseUrl);
  const op = await answerNext(owner.client, { mode: "typed", typedText: "<b>typed</b>" });
  const reply = await owner.client.get("/api/export");
  expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="termwise-\d{4}-\d\d-\d\d\.json"$/);
  const everything = reply.json<{ profile: object; operations: object[]; states: object[] }>();
  expect(everything.profile).toMatchObject({ id: owner.id, displayName: owner.name });
  expect(everything.operations).toMatchObject([{ id: op.id, typedText: "<b>typed</b>" }]);
  expect(everything.states).toMatchObject([{ cardId: op.cardId }]);
  expect(reply.text).not.toMatch(/argon2|passwordHash/);
});

test("a page that was made for another learner is told to sign in", async () => {
  const [owner, other] = [await signUp(baseUrl), await signUp(baseUrl)];
  const headers = { "x-termwise-learner": owner.id };
  expect((await owner.client.get("/api/session", { headers })).status).toBe(200);
  expect((await other.client.get("/api/session", { headers })).status).toBe(401);
});
