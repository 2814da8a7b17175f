import { describe, expect, test } from "vitest";
import { addressBlock, clientAddress } from "@/lib/auth/request-address";

function request(peer: string, forwardedFor?: string): Headers {
  return new Headers({
    "x-termwise-peer": peer,
    ...(forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor }),
  });
}

describe("the address that asks", () => {
  test.each([
    ["without a proxy the socket's, whatever the header says", 0, "203.0.113.9, 10.0.0.1", "10.0.0.7"],
    ["behind one proxy what that proxy saw", 1, "203.0.113.9", "203.0.113.9"],
    ["what a client writes in front of it counts for nothing", 1, "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["behind two proxies what the outer one saw", 2, "1.2.3.4, 203.0.113.9, 10.0.0.1", "203.0.113.9"],
    ["with fewer entries than proxies the first", 3, "203.0.113.9", "203.0.113.9"],
    ["with a proxy that says nothing the socket's", 1, undefined, "10.0.0.7"],
    ["with empty entries the true ones", 1, " , ,203.0.113.9", "203.0.113.9"],
  ])("%s", (_, hops, header, expected) => {
    expect(clientAddress(request("10.0.0.7", header), hops)).toBe(expected);
  });

  test("is unknown when nothing marked the request", () => {
    expect(clientAddress(new Headers(), 0)).toBe("unknown");
  });
});

describe("addresses that count as one", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
    ["<script>", "<script>"],
  ])("%s → %s", (address, block) => expect(addressBlock(address)).toBe(block));
});
