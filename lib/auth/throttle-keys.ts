import "server-only";
import { createHmac } from "node:crypto";
import type { ThrottleKey } from "@/lib/data/throttle";
import type { ThrottlePolicy } from "@/lib/data/throttle-delay";
import { authSecret } from "@/lib/env";
import { addressBlock } from "./request-address";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Wrong passwords for one account, or from one device of that account. */
const ACCOUNT: ThrottlePolicy = { freeFailures: 5, leakMs: 30 * MINUTE_MS };
/** Wrong passwords from one address. A school shares one, hence the many free ones and the quick forgetting. */
const ADDRESS: ThrottlePolicy = { freeFailures: 200, leakMs: 20 * SECOND_MS };
/** New accounts, and new guests, from one address: several classes start within a minute. */
const SIGN_UP: ThrottlePolicy = { freeFailures: 300, leakMs: 10 * SECOND_MS };
const GUEST: ThrottlePolicy = { freeFailures: 600, leakMs: 2 * SECOND_MS };

/** Under which failures for this name count, whether or not such an account exists. */
export function accountKey(name: string): ThrottleKey {
  return { key: `account:${digest(name.normalize("NFKC").trim().toLowerCase())}`, policy: ACCOUNT };
}

/** Under which failures of a device that has signed in to the account before count: apart from those of strangers. */
export function deviceKey(deviceId: string): ThrottleKey {
  return { key: `device:${digest(deviceId)}`, policy: ACCOUNT };
}

export function addressKey(address: string): ThrottleKey {
  return { key: `address:${digest(addressBlock(address))}`, policy: ADDRESS };
}

export function signUpKey(address: string): ThrottleKey {
  return { key: `sign-up:${digest(addressBlock(address))}`, policy: SIGN_UP };
}

export function guestKey(address: string): ThrottleKey {
  return { key: `guest:${digest(addressBlock(address))}`, policy: GUEST };
}

/** Keyed, so that whoever reads the table cannot find the address or the name by trying. */
function digest(text: string): string {
  return createHmac("sha256", authSecret()).update(text).digest("base64url");
}
