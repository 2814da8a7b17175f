import "server-only";
import { isIP } from "node:net";

/** Set by instrumentation.ts on every request from the socket; what a client sends under this name is overwritten. */
export const PEER_HEADER = "x-termwise-peer";

/**
 * The address that asked, for throttling.
 *
 * @param trustProxyHops proxies of ours in front of the app. Each appends the address that it saw to X-Forwarded-For, so the last that many
 *   entries are true and the rest is whatever the client wrote; 0 means that the header is worth nothing
 */
export function clientAddress(headers: Pick<Headers, "get">, trustProxyHops: number): string {
  const peer = headers.get(PEER_HEADER) ?? "unknown";
  if (trustProxyHops === 0) return peer;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const seen = [...forwarded.filter((part) => part !== ""), peer];
  return seen[Math.max(0, seen.length - 1 - trustProxyHops)] ?? peer;
}

/**
 * The part of an address that one person does not change at will: an IPv4 address as it is, of an IPv6 address the first 64 bits, since
 * every household has 2^64 of them.
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...new Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
