import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { authSecret } from "@/lib/env";
import { cookieAttributes, cookieName, SESSION_COOKIE_MAX_AGE_S } from "./session-cookie";

// A browser that has signed in to an account before says so with this cookie, and its failures are counted apart. So a stranger who keeps
// guessing can slow down strangers, but never shuts the owner out (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).

const NAME = "termwise.device";

/** The device's id when this browser has signed in to the account before, else null. */
export async function knownDevice(userId: string): Promise<string | null> {
  const [id, mark] = ((await cookies()).get(cookieName(NAME))?.value ?? "").split(".");
  if (!id || !mark) return null;
  return sameText(mark, markOf(id, userId)) ? id : null;
}

/** Remembers that this browser has signed in to the account. Only in route handlers. */
export async function rememberDevice(userId: string): Promise<void> {
  const id = (await knownDevice(userId)) ?? randomBytes(16).toString("base64url");
  const value = `${id}.${markOf(id, userId)}`;
  (await cookies()).set(cookieName(NAME), value, { ...cookieAttributes(), maxAge: SESSION_COOKIE_MAX_AGE_S });
}

function markOf(id: string, userId: string): string {
  return createHmac("sha256", authSecret()).update(`device ${id} ${userId}`).digest("base64url");
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
