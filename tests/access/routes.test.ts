import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Client, Method, Reply } from "./client";
import { answerNext, enterAsGuest, type Person, revoked, signUp, stranger } from "./people";
import { type Outcome, ROUTES, type Row } from "./route-table";

const baseUrl = inject("baseUrl");
const APP = fileURLToPath(new URL("../../app", import.meta.url));
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/** What stands in the owner's data and may never be seen by anybody else. */
const MARK = "owner-was-here-7c1e";

/** The folders of app/ with a page or a route, as addresses; groups in parentheses are no part of an address. */
const found = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
  .map((path) => ({ isPage: path.endsWith("page.tsx"), address: `/${path}`.replace(/\/(page\.tsx|route\.ts)$/, "") }))
  .map(({ isPage, address }) => ({ isPage, address: address.replace(/\/\([^)]+\)/g, "") || "/" }));

test("every route and page has a row, and every row its route", () => {
  expect(found.length).toBeGreaterThan(20);
  expect(Object.keys(ROUTES).sort()).toEqual(found.map(({ address }) => address).sort());
});

/** Every one gets through one door or none; which browser stands before it is made anew for each row, since some rows end sessions. */
const PEOPLE: Record<"stranger" | "guest" | "other" | "revoked", () => Promise<Client>> = {
  stranger: async () => stranger(baseUrl),
  guest: async () => (await enterAsGuest(baseUrl)).client,
  other: async () => (await signUp(baseUrl)).client,
  revoked: () => revoked(baseUrl),
};

let owner: Person;
beforeAll(async () => {
  owner = await signUp(baseUrl, { name: `${MARK}${crypto.randomUUID().slice(0, 8)}` });
  await answerNext(owner.client, { mode: "typed", typedText: MARK });
});

function outcomeOf(reply: Reply): Outcome {
  const location = reply.headers.get("location");
  if (location === null) return reply.status;
  const { origin, pathname, search } = new URL(location, baseUrl);
  return { to: `${origin === baseUrl ? "" : origin}${pathname}${search}` };
}

const rows = Object.entries(ROUTES).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, row]): [Method, string, Row] => [method as Method, address, row as Row]),
);

describe.each(rows)("%s %s", (method, address, row) => {
  test.each(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])("%s", async (who) => {
    const client = await PEOPLE[who]();
    const reply = await client.send(method, row.path ?? address, row.sent);
    expect(outcomeOf(reply), reply.text.slice(0, 500)).toEqual(row[who]);
    expect(reply.text).not.toContain(MARK);
  });
});

const apiRoutes = found.filter(({ isPage }) => !isPage).map(({ address }) => address);

describe.each(apiRoutes)("%s", (address) => {
  const rowsOfRoute = ROUTES[address] ?? {};
  const path = Object.values(rowsOfRoute)[0]?.path ?? address;

  test("refuses every method that has no row", async () => {
    for (const method of METHODS.filter((each) => rowsOfRoute[each] === undefined)) {
      const reply = await owner.client.send(method, path, method === "GET" ? {} : { body: {} });
      expect([method, reply.status]).toEqual([method, 405]);
      const allowed = METHODS.filter((each) => rowsOfRoute[each] !== undefined).join(", ");
      expect(reply.headers.get("allow")).toBe(address === "/api/refused" ? "GET, HEAD" : allowed);
    }
  });
});

test("the owner sees what nobody else saw", async () => {
  expect((await owner.client.get("/api/export")).text).toContain(MARK);
  expect((await owner.client.get("/api/session")).status).toBe(200);
  expect((await owner.client.get("/settings")).text).toContain(MARK);
});
