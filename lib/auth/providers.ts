import "server-only";
import { env } from "@/lib/env";

export type ProviderId = "github" | "google";

/** Where a browser is sent to sign in by a provider. */
export const PROVIDER_ORIGINS: Readonly<Record<ProviderId, string>> = {
  github: "https://github.com",
  google: "https://accounts.google.com",
};

/** The providers for which the environment has keys, in the order in which the screens show them. */
export function signInProviders(): ProviderId[] {
  const { github, google } = env();
  return [...(github === null ? [] : ["github" as const]), ...(google === null ? [] : ["google" as const])];
}
