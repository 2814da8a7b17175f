import "server-only";
import type { UserId } from "@/lib/srs/types";

/** Brands an id whose owner has just proved to be who they are: by a session, a password, or a provider. Used in lib/auth only. */
export function asUserId(id: string): UserId {
  return id as UserId;
}
