import "server-only";
import { cookies, headers } from "next/headers";
import type { Account, AuthOptions, LoggerInstance, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { nowMs } from "@/lib/clock";
import { endSession, findSession } from "@/lib/data/sessions";
import { authSecret, env, type ProviderKeys } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { bringGuestAlong, openSession } from "./begin-session";
import { authenticate } from "./check-password";
import { getUser } from "./current-user";
import { usesHttps } from "./https";
import { enterByProvider } from "./provider-sign-in";
import { clientAddress } from "./request-address";
import { noteSecurity } from "./security-log";
import { claimsOf, cookieAttributes, cookieName, SESSION_COOKIE_MAX_AGE_S, sessionCookieName } from "./session-cookie";
import { asUserId } from "./user-id";

/** What next-auth does here: sign-in by GitHub and Google, its CSRF token, its sign-out, and its session endpoint. */
export function nextAuthOptions(): AuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_COOKIE_MAX_AGE_S },
    useSecureCookies: usesHttps(),
    cookies: ownCookies(),
    // All of next-auth's own pages are replaced: they carry inline styles, which our policy refuses.
    pages: { signIn: "/sign-in", signOut: "/settings", error: "/sign-in", verifyRequest: "/sign-in" },
    providers: configuredProviders(),
    callbacks: {
      async jwt({ token, user, account }) {
        // next-auth calls this at sign-in with an account, afterwards without. Nothing of the provider's goes into the cookie.
        if (account) return claimsOf(await sessionFor(account, user));
        return claimsOf({ userId: String(token.sub ?? ""), sessionId: String(token.sid ?? "") });
      },
      async session({ session, token }) {
        const id = asUserId(String(token.sub ?? ""));
        const found = await findSession(id, { sessionId: String(token.sid ?? ""), nowMs: nowMs() });
        return { expires: session.expires, ...(found && { user: { id, kind: found.kind, name: found.displayName } }) };
      },
    },
    events: {
      async signOut({ token }) {
        await endSession(asUserId(String(token.sub ?? "")), String(token.sid ?? ""));
      },
    },
    logger: LOGGER,
  };
}

/** Where next-auth keeps for which address the browser shall be sent on after a sign-in. */
export function callbackUrlCookieName(): string {
  return cookieName("next-auth.callback-url");
}

const SIGN_IN_MAX_AGE_S = 15 * 60;

/** next-auth by itself would let a neighbouring sub-domain set most of these. */
function ownCookies(): NonNullable<AuthOptions["cookies"]> {
  const options = cookieAttributes();
  const brief = { ...options, maxAge: SIGN_IN_MAX_AGE_S };
  return {
    sessionToken: { name: sessionCookieName(), options },
    callbackUrl: { name: callbackUrlCookieName(), options },
    csrfToken: { name: cookieName("next-auth.csrf-token"), options },
    pkceCodeVerifier: { name: cookieName("next-auth.pkce.code_verifier"), options: brief },
    state: { name: cookieName("next-auth.state"), options: brief },
    nonce: { name: cookieName("next-auth.nonce"), options: brief },
  };
}

function configuredProviders(): AuthOptions["providers"] {
  const { github, google } = env();
  return [
    CredentialsProvider({ credentials: { name: {}, password: { type: "password" } }, authorize }),
    ...(github ? [GithubProvider({ ...keysOf(github), authorization: askingFor(GITHUB_URL, "read:user") })] : []),
    ...(google ? [GoogleProvider({ ...keysOf(google), authorization: askingFor(GOOGLE_URL, "openid profile") })] : []),
  ];
}

const GITHUB_URL = "https://github.com/login/oauth/authorize";
const GOOGLE_URL = "https://accounts.google.com/o/oauth2/v2/auth";

/** The name is all that is asked for: next-auth by itself would ask for the e-mail address too, which nobody here needs. */
function askingFor(url: string, scope: string) {
  return { url, params: { scope } };
}

function keysOf({ id, secret }: ProviderKeys) {
  return { clientId: id, clientSecret: secret };
}

/** The same check as POST /api/account/sign-in. Whatever is thrown here, next-auth would put into an address: so nothing is. */
async function authorize(credentials: Record<"name" | "password", string> | undefined): Promise<User | null> {
  try {
    const { name = "", password = "" } = credentials ?? {};
    const learner = await authenticate({ name, password, address: await addressOfRequest(), nowMs: nowMs() });
    return { id: learner.id, name: learner.displayName };
  } catch (error) {
    if (!(error instanceof AppError)) log().error({ err: error }, "sign-in failed");
    return null;
  }
}

async function sessionFor(account: Account, user: User) {
  const [before, now] = [await getUser(), nowMs()];
  if (account.type === "credentials") {
    const id = asUserId(account.providerAccountId);
    await bringGuestAlong(id, before);
    noteSecurity("signed-in", { userId: id, address: await addressOfRequest(), by: "password" });
    return openSession({ id, kind: "registered" }, { before, nowMs: now });
  }
  const identity = { provider: account.provider, providerAccountId: account.providerAccountId };
  const providerName = user.name ?? "";
  const wantsLink = await cameFromSettings();
  const opened = await enterByProvider({ identity, providerName, wantsLink, before, nowMs: now });
  noteSecurity("signed-in", { userId: opened.userId, address: await addressOfRequest(), by: account.provider });
  return opened;
}

/** next-auth keeps in a cookie where the browser shall go afterwards: whoever comes from the settings goes back there. */
async function cameFromSettings(): Promise<boolean> {
  const url = (await cookies()).get(callbackUrlCookieName())?.value ?? "";
  return URL.canParse(url) && new URL(url).pathname === "/settings";
}

async function addressOfRequest(): Promise<string> {
  return clientAddress(new Headers(await headers()), env().trustProxyHops);
}

/** Only codes and errors: next-auth's details hold tokens of the providers. */
const LOGGER: Partial<LoggerInstance> = {
  error: (code, details) => log().warn({ code, err: details instanceof Error ? details : details.error }, "next-auth"),
  warn: (code) => log().debug({ code }, "next-auth"),
  debug: () => {},
};

declare module "next-auth" {
  interface Session {
    user?: { id: string; kind: string; name: string | null };
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}
