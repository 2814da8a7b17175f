import { describe, expect, test } from "vitest";
import { type Incoming, prepareRequest } from "@/lib/auth/incoming-requests";

function prepared(request: Partial<Incoming>, trustProxyHops = 0): Incoming {
  const whole: Incoming = { headers: {}, url: "/", socket: { remoteAddress: "203.0.113.9" }, ...request };
  prepareRequest(whole, { trustProxyHops });
  return whole;
}

test("the socket's address is written over whatever the client claims", () => {
  expect(prepared({ headers: { "x-termwise-peer": "1.2.3.4" } }).headers).toEqual({ "x-termwise-peer": "203.0.113.9" });
  expect(prepared({ socket: {} }).headers["x-termwise-peer"]).toBe("unknown");
});

test("no client says which language an address names", () => {
  expect(prepared({ headers: { "x-termwise-language": "en" } }).headers).not.toHaveProperty("x-termwise-language");
});

test("what a client says about being forwarded counts only behind a proxy of ours", () => {
  const forwarded = {
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "for=1",
  };
  expect(Object.keys(prepared({ headers: { ...forwarded, host: "own.example" } }).headers).sort()).toEqual([
    "host",
    "x-termwise-peer",
  ]);
  expect(prepared({ headers: { ...forwarded } }, 1).headers).toMatchObject(forwarded);
});

describe("addresses", () => {
  test.each(["/", "/glossary/%E5%8D%B7?q=%FF", "/%25", "http://own.example/glossary"])("%s is left as it is", (url) => {
    expect(prepared({ url }).url).toBe(url);
  });

  test.each([
    ["/glossary/%FF", "/glossary/%25FF"],
    ["/glossary/%ED%A0%80?q=1", "/glossary/%25ED%25A0%2580"],
    ["/api/%", "/api/%25"],
  ])("%s cannot be decoded and becomes %s", (url, expected) => expect(prepared({ url }).url).toBe(expected));
});

describe("what the framework would stumble over", () => {
  test.each([
    ["TRACE", "/"],
    ["PROPFIND", "/api/session"],
    ["POST", "/_next/static/chunks/a.js"],
    ["GET", "*"],
    ["GET", "own.example:443"],
  ])("%s %s is led to where it is refused", (method, url) => {
    expect(prepared({ method, url })).toMatchObject({ method: "POST", url: "/api/refused" });
  });

  test("a file is asked for as a whole, other answers as the client wishes", () => {
    const headers = { range: "bytes=9-", "if-match": '"a"', "if-none-match": '"a"' };
    const file = prepared({ url: "/_next/static/a.js", headers: { ...headers } });
    expect(Object.keys(file.headers).sort()).toEqual(["if-none-match", "x-termwise-peer"]);
    expect(prepared({ url: "/icon.svg", headers: { ...headers } }).headers).toMatchObject(headers);
  });
});
