// Two servers on one database: what ends a session on one ends it on the other, at the next request.

import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "@/scripts/embedded-postgres";
import { startServer, type TestServer } from "../server";
import { Client } from "./client";
import { PASSWORD, signUp } from "./people";

let postgres: PostgresServer;
let servers: readonly [TestServer, TestServer];
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase("words");
  const env = { DATABASE_URL: postgres.url("words"), DATABASE_POOL_SIZE: "3" };
  servers = [await startServer({ env }), await startServer({ env })];
});
afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()));
  await postgres?.stop();
});

/** The same browser, its requests led to the other server. */
const elsewhere = (client: Client) => new Client(servers[1].baseUrl, client.cookies());
const statusOf = async (client: Client) => (await client.get("/api/session")).status;

test("a changed password ends the other sessions on both", async () => {
  const { client, name } = await signUp(servers[0].baseUrl);
  const second = new Client(servers[1].baseUrl);
  expect((await second.post("/api/account/sign-in", { name, password: PASSWORD })).status).toBe(200);
  const stolen = client.copy();
  for (const each of [client, second, elsewhere(client), elsewhere(stolen)]) expect(await statusOf(each)).toBe(200);
  const change = { currentPassword: PASSWORD, newPassword: "another long password" };
  expect((await client.post("/api/account/password", change)).status).toBe(200);
  for (const each of [second, stolen, elsewhere(stolen)]) expect(await statusOf(each)).toBe(401);
  for (const each of [client, elsewhere(client)]) expect(await statusOf(each)).toBe(200);
});

test("signing out, signing out everywhere and deleting the account too", async () => {
  const leave: ((client: Client) => Promise<{ status: number }>)[] = [
    (client) => client.post("/api/sign-out"),
    (client) => client.post("/api/account/sign-out-everywhere"),
    (client) => client.send("DELETE", "/api/account", { body: { password: PASSWORD } }),
  ];
  for (const way of leave) {
    const { client } = await signUp(servers[0].baseUrl);
    const there = elsewhere(client);
    expect(await statusOf(there)).toBe(200);
    expect((await way(client)).status).toBe(200);
    expect(await statusOf(there)).toBe(401);
  }
});

test("wrong passwords count together", async () => {
  const { name } = await signUp(servers[0].baseUrl);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    const client = new Client(servers[attempt % 2 === 0 ? 0 : 1].baseUrl);
    statuses.push((await client.post("/api/account/sign-in", { name, password: "a wrong password" })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
});
