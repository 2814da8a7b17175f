import "server-only";
import { env } from "@/lib/env";

/** Whether browsers reach the app by https, so that cookies can be bound to it. */
export function usesHttps(): boolean {
  return env().nextAuthUrl?.startsWith("https://") ?? false;
}
