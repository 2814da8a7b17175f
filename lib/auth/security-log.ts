import "server-only";
import { log } from "@/lib/log";
import type { UserId } from "@/lib/srs/types";

/** What whoever watches over a server should be able to see afterwards. */
export type SecurityEvent =
  | "signed-in"
  | "sign-in-failed"
  | "signed-up"
  | "password-wrong"
  | "password-changed"
  | "signed-out-everywhere"
  | "account-deleted";

/** Writes a line about it: who by the account's id, never by name, and from which address where one was told. */
export function noteSecurity(
  event: SecurityEvent,
  facts: { readonly userId?: UserId; readonly address?: string; readonly by?: string },
): void {
  log().info({ event, ...facts }, "security");
}
