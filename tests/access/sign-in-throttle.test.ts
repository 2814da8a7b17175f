import { expect, inject, test } from "vitest";
import type { Client, Reply } from "./client";
import { failureOf, freshName, PASSWORD, signInElsewhere, signUp, stranger } from "./people";

const baseUrl = inject("baseUrl");
const FREE_FAILURES = 5;

function signIn(client: Client, name: string, password = "a wrong password"): Promise<Reply> {
  return client.post("/api/account/sign-in", { name, password });
}

async function failUntilRefused(client: Client, name: string): Promise<Reply> {
  for (let failures = 0; failures < FREE_FAILURES; failures += 1) {
    expect((await signIn(client, name)).status).toBe(401);
  }
  return signIn(client, name);
}

test("after five failures an account answers: too many, wait so long; whether the password is right or not", async () => {
  const { name } = await signUp(baseUrl);
  const refused = await failUntilRefused(stranger(baseUrl), name);
  expect([refused.status, failureOf(refused).code]).toEqual([429, "too-many-requests"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(20);
  const right = await signIn(stranger(baseUrl), name.toUpperCase(), PASSWORD);
  expect([right.status, right.text]).toEqual([refused.status, refused.text]);
});

test("a name that nobody has is slowed down in the same way", async () => {
  const refused = await failUntilRefused(stranger(baseUrl), freshName());
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(20);
});

test("other accounts are not", async () => {
  await failUntilRefused(stranger(baseUrl), freshName());
  await signInElsewhere(await signUp(baseUrl));
});

test("the owner gets in from a browser that has been in before, however busy strangers are", async () => {
  const owner = await signUp(baseUrl);
  await owner.client.post("/api/sign-out");
  await failUntilRefused(stranger(baseUrl), owner.name);
  expect((await signIn(owner.client, owner.name, PASSWORD)).status).toBe(200);
});

test("that browser has tries of its own, no endless ones", async () => {
  const owner = await signUp(baseUrl);
  await owner.client.post("/api/sign-out");
  expect((await failUntilRefused(owner.client, owner.name)).status).toBe(429);
  expect((await signIn(stranger(baseUrl), owner.name, PASSWORD)).status).toBe(200);
});

test("a browser known to one account is a stranger to another", async () => {
  const [owner, victim] = [await signUp(baseUrl), await signUp(baseUrl)];
  await owner.client.post("/api/sign-out");
  await failUntilRefused(stranger(baseUrl), victim.name);
  expect((await signIn(owner.client, victim.name, PASSWORD)).status).toBe(429);
});

test("the failures are forgotten after a success", async () => {
  const owner = await signUp(baseUrl);
  for (let round = 0; round < 3; round += 1) {
    for (let failures = 0; failures < FREE_FAILURES - 1; failures += 1) await signIn(stranger(baseUrl), owner.name);
    expect((await signIn(stranger(baseUrl), owner.name, PASSWORD)).status).toBe(200);
  }
});

test("guessing the password inside a session is slowed down as well", async () => {
  const { client } = await signUp(baseUrl);
  const guess = () =>
    client.post("/api/account/password", { currentPassword: "a wrong one", newPassword: "another long one" });
  for (let failures = 0; failures < FREE_FAILURES; failures += 1) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
  expect((await client.send("DELETE", "/api/account", { body: { password: "a wrong one" } })).status).toBe(429);
});
