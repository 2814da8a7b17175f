// Headers and addresses that frameworks use among their own parts. From outside none of them may open a page or drop its policy.

import { beforeAll, describe, expect, inject, test } from "vitest";
import { answerNext, enterAsGuest, type Person, signUp, stranger } from "./people";
import { type RawReply, rawRequest } from "./raw-request";

const baseUrl = inject("baseUrl");
const MARK = "tricked-e41b";
const PRIVATE = ["/progress", "/review", "/settings"];
/** As the browser's router would send it to get the settings, and one that no router sends. */
const TREE = encodeURIComponent('["",{"children":["settings",{"children":["__PAGE__",{}]}]},null,"refetch"]');
const BROKEN_TREE = "%7B%";

const TRICKS: [string, Record<string, string>][] = [
  ["the proxy has run", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
  ["the middleware has run", { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
  ["it has run in src", { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware" }],
  ["go on", { "x-middleware-next": "1" }],
  ["go elsewhere", { "x-middleware-rewrite": "/settings" }],
  ["go elsewhere, by an address", { "x-middleware-rewrite": `${baseUrl}/settings` }],
  ["be sent elsewhere", { "x-middleware-redirect": "https://evil.example/" }],
  ["take these headers", { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "a=b" }],
  ["keep this nonce", { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine' 'unsafe-inline'" }],
  ["report only", { "content-security-policy-report-only": "script-src 'nonce-mine'" }],
  ["data of a page", { "x-nextjs-data": "1" }],
  ["parts of a page", { rsc: "1" }],
  ["parts of a page, ahead", { rsc: "1", "next-router-prefetch": "1" }],
  ["one segment", { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }],
  [
    "the page's segment",
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/settings/__PAGE__" },
  ],
  ["a tree", { rsc: "1", "next-router-state-tree": TREE }],
  ["a broken tree", { rsc: "1", "next-router-state-tree": BROKEN_TREE }],
  ["the address of another", { rsc: "1", "next-url": "/settings" }],
  ["a path inside", { "x-invoke-path": "/settings", "x-invoke-status": "200", "x-invoke-query": "%7B%7D" }],
  ["a matched path", { "x-matched-path": "/settings", "x-now-route-matches": "1=settings" }],
  ["an original address", { "x-original-url": "/settings", "x-rewrite-url": "/settings" }],
  [
    "another host",
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
  ],
  ["another host by its own header", { host: "evil.example" }],
  ["another host with a path", { host: "evil.example/settings?" }],
  ["our own machine", { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-termwise-peer": "127.0.0.1" }],
  ["another language", { "x-termwise-language": "fr" }],
  ["another learner", { "x-termwise-learner": "somebody-else", "x-user-id": "1" }],
  ["an action", { "next-action": "40".repeat(21) }],
  [
    "a revalidation",
    { "x-prerender-revalidate": "guess", "x-prerender-revalidate-if-generated": "1", purpose: "prefetch" },
  ],
  ["a draft", { cookie: "__prerender_bypass=guess; __next_preview_data=guess" }],
  ["a resumed page", { "next-resume": "1", "x-next-resume-state-length": "9" }],
];
const QUERIES = [
  "?_rsc=1",
  "?__nextLocale=en",
  "?__flight__=1",
  "?nxtPslug=iou",
  "?__nextDataReq=1",
  "?slug[]=a&slug[]=b",
];
const DISGUISES = PRIVATE.flatMap((path) => [
  `${path}.rsc`,
  `${path}.json`,
  `${path}.segments/_tree.segment.rsc`,
  `/_next/data/build${path}.json`,
  `/%2e${path}`,
  `/.${path}`,
  `/glossary/..${path}`,
  `/glossary/%2e%2e${path}`,
  `/${path}`,
  `${path}/`,
  `${path}/..;/`,
  `${path}%00`,
  `${path}%23`,
  path.toUpperCase(),
  `/_next/static/..${path}`,
  `/_next/image/..${path}`,
  `/api/..${path}`,
]);

let owner: Person;
beforeAll(async () => {
  owner = await signUp(baseUrl, { name: `${MARK}${crypto.randomUUID().slice(0, 6)}` });
  await answerNext(owner.client, { mode: "typed", typedText: MARK });
});

function expectNothingPrivate(reply: RawReply, headers: Readonly<Record<string, string>> = {}): void {
  expect(reply.status).toBeGreaterThan(0);
  // To a tree that cannot be read the framework answers 500, with the error page and nothing of ours.
  if (headers["next-router-state-tree"] !== BROKEN_TREE) expect(reply.status).toBeLessThan(500);
  expect(reply.body).not.toMatch(/node_modules|[Pp]risma|\bat \w+ \(/);
  expect(reply.body).not.toContain(MARK);
  // What only those pages hold, whoever's they are.
  expect(reply.body).not.toMatch(
    /data-testid="(review-card|settings-form|save-state)"|type="password"[^>]*currentPassword/,
  );
  expectPolicy(reply);
  expectNoStrangeHost(reply, { hostOfPage: headers.host });
}

function expectPolicy({ headers }: RawReply): void {
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|nonce-mine|, /);
  expect(headers.get("content-security-policy-report-only")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
}

/** @param asked.hostOfPage the host that the client said it asks; without NEXTAUTH_URL a page names itself by it, see lib/auth/public-address */
function expectNoStrangeHost(
  { headers, body }: RawReply,
  asked: { readonly hostOfPage?: string | undefined } = {},
): void {
  expect(headers.get("location") ?? "").not.toContain("evil.example");
  expect(headers.get("refresh") ?? "").not.toContain("evil.example");
  const ownAddresses = asked.hostOfPage === undefined ? [] : [/http:\/\/evil\.example(?=\/((zh|en)\/)?glossary)/g];
  const others = ownAddresses.reduce((text, pattern) => text.replace(pattern, ""), body);
  expect(others).not.toContain("evil.example");
}

describe.each(TRICKS)("“%s”", (_, headers) => {
  test.each(PRIVATE)("shows a stranger nothing of %s", async (target) => {
    const reply = await rawRequest(baseUrl, { target }, { headers });
    expectNothingPrivate(reply, headers);
    // Sent to sign in, or told so inside an answer for the browser's router; never the page.
    if (reply.status === 200) expect(reply.body).toContain("/sign-in");
    else if (headers["next-router-state-tree"] !== BROKEN_TREE) expect(reply.status).toBe(307);
  });

  test("opens nothing by way of a page that is for everybody", async () => {
    for (const target of ["/", "/glossary", "/sign-in", "/nothing-here"]) {
      expectNothingPrivate(await rawRequest(baseUrl, { target }, { headers }), headers);
    }
  });

  test("gives a page's scripts no other nonce than that of its policy", async () => {
    const { body, headers: given } = await rawRequest(baseUrl, { target: "/glossary" }, { headers });
    const nonce = /'nonce-([^']+)'/.exec(given.get("content-security-policy") ?? "")?.[1];
    for (const tag of body.match(/<(script|style)\b[^>]*>/g) ?? []) expect(tag).toContain(`nonce="${nonce}"`);
  });

  test("lets nobody into the data", async () => {
    for (const target of ["/api/session", "/api/export", "/api/settings", "/api/progress"]) {
      const reply = await rawRequest(baseUrl, { target }, { headers });
      // Who asks for parts of a page without saying so in the address is first sent to where that is said.
      if (reply.status === 307) expect(reply.headers.get("location")).toMatch(new RegExp(`^${target}\\?_rsc`));
      else expect(reply.status).toBe(401);
      expectNothingPrivate(reply, headers);
    }
  });

  test("lets another learner see only their own", async () => {
    const { client } = await enterAsGuest(baseUrl);
    for (const target of PRIVATE) {
      const own = headers.cookie === undefined ? client.cookieHeader() : `${client.cookieHeader()}; ${headers.cookie}`;
      const reply = await rawRequest(baseUrl, { target }, { headers: { ...headers, cookie: own } });
      expect(reply.body).not.toContain(MARK);
      expectPolicy(reply);
      expectNoStrangeHost(reply);
    }
  });
});

describe("addresses in disguise show a stranger nothing", () => {
  test.each([...DISGUISES, ...PRIVATE.flatMap((path) => QUERIES.map((query) => `${path}${query}`))])(
    "%s",
    async (target) => {
      expectNothingPrivate(await rawRequest(baseUrl, { target }));
      expectNothingPrivate(
        await rawRequest(baseUrl, { target }, { headers: { rsc: "1", "next-router-prefetch": "1" } }),
      );
    },
  );
});

test("the owner sees the page, so the tests above look for what is there", async () => {
  const cookie = owner.client.cookieHeader();
  const settings = await rawRequest(baseUrl, { target: "/settings" }, { headers: { cookie } });
  expect(settings.body).toContain(MARK);
  const asData = await stranger(baseUrl).get("/settings?_rsc=1", { headers: { cookie, rsc: "1" } });
  expect(asData.status === 307 || asData.text.includes(MARK)).toBe(true);
});
