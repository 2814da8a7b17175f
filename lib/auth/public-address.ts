import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/**
 * The origin under which browsers reach the app, for addresses that must be whole: NEXTAUTH_URL, else what the request was asked under, as
 * next-auth takes it. What names it is kept by no cache (pages never are, for robots.txt and the sitemap see proxy.ts), so a made-up host
 * deceives only whoever made it up. Without a trailing slash.
 */
export async function getPublicOrigin(): Promise<string> {
  const { nextAuthUrl } = env();
  if (nextAuthUrl !== null) return new URL(nextAuthUrl).origin;
  const asked = `http://${(await headers()).get("host") ?? ""}`;
  // Where there is https, NEXTAUTH_URL says so; see lib/auth/https.
  return URL.canParse(asked) ? new URL(asked).origin : "http://localhost";
}
