import { describe, expect, inject, test } from "vitest";
import { enterAsGuest, stranger } from "./people";

const baseUrl = inject("baseUrl");

const PAGES = ["/", "/glossary", "/glossary/convolution", "/en/glossary/iou", "/sign-in", "/no-such-page", "/review"];
const DATA = ["/api/session", "/api/health", "/api/glossary?q=a", "/api/nothing", "/api/auth/csrf"];

describe.each([...PAGES, ...DATA])("%s", (path) => {
  test("cannot be framed, guessed at, or read by others", async () => {
    const { headers } = await stranger(baseUrl).get(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe.each(PAGES.filter((path) => path !== "/review"))("the page %s", (path) => {
  test("runs only scripts and styles with the nonce of this one answer", async () => {
    const replies = await Promise.all([stranger(baseUrl).get(path), stranger(baseUrl).get(path)]);
    const nonces = replies.map(
      (reply) => /'nonce-([^']+)'/.exec(reply.headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const [index, { text }] of replies.entries()) {
      const tags = text.match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      expect(tags.filter((tag) => !tag.includes(`nonce="${nonces[index]}"`))).toEqual([]);
      expect(text).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/);
    }
  });

  test("is not kept by caches in between", async () => {
    expect((await stranger(baseUrl).get(path)).headers.get("cache-control")).toMatch(/no-store|private/);
  });
});

test("data is kept by no cache, and every answer has an id", async () => {
  const { client } = await enterAsGuest(baseUrl);
  for (const path of DATA) {
    const { headers } = await client.get(path);
    expect(headers.get("cache-control"), path).toContain("no-store");
    expect(headers.get("x-request-id"), path).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("the session's cookie is out of reach of scripts and other sites", async () => {
  const init = { method: "POST", body: "{}", headers: { "content-type": "application/json", origin: baseUrl } };
  const response = await fetch(new URL("/api/guest", baseUrl), init);
  const [cookie = ""] = response.headers.getSetCookie().filter((line) => line.startsWith("termwise.session="));
  const attributes = cookie.toLowerCase().split("; ").slice(1);
  expect(attributes).toEqual(expect.arrayContaining(["path=/", "httponly", "samesite=lax"]));
  expect(attributes.some((attribute) => attribute.startsWith("domain"))).toBe(false);
});
