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
  test.each(["/", "/glossary/%E5%8D%B7?q=%FF", "/%25", "*", ""])("%s is left as it is", (url) => {
    expect(prepared({ url }).url).toBe(url);
  });

  test.each([
    ["/glossary/%FF", "/glossary/%25FF"],
    ["/glossary/%ED%A0%80?q=1", "/glossary/%25ED%25A0%2580"],
    ["/api/%", "/api/%25"],
  ])("%s cannot be decoded and becomes %s", (url, expected) => expect(prepared({ url }).url).toBe(expected));
});
