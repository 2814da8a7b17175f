import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { letNextAuthUseTheRequestsAddress } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { callbackUrlCookieName, nextAuthOptions } from "./next-auth-options";
import { safeNextPath } from "./next-path";

/** next-auth's addresses under /api/auth that exist here: action, and whether a provider's name follows. */
const ACTIONS: Readonly<Record<string, "alone" | "provider" | "either">> = {
  csrf: "alone",
  session: "alone",
  providers: "alone",
  signout: "alone",
  error: "alone",
  signin: "either",
  callback: "provider",
};

export interface NextAuthContext {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>;
}

/**
 * Answers an address under /api/auth. next-auth answers 500 to addresses, bodies and cookies that it does not expect; so it only gets to
 * see what it does expect.
 *
 * @param bodyText the body of a POST, already limited in size; null for a GET
 * @throws AppError "not-found", "method-not-allowed" or "invalid-input"
 */
export async function answerNextAuth(
  request: NextRequest,
  context: NextAuthContext,
  bodyText: string | null,
): Promise<Response> {
  const path = (await context.params).nextauth;
  requireKnownAction(path);
  // Only a form signs in by password; next-auth would call anything else a failure of the server.
  if (bodyText === null && path.join("/") === "callback/credentials") throw new AppError("method-not-allowed");
  requireOwnCallbackCookie(request);
  letNextAuthUseTheRequestsAddress();
  const handler = NextAuth(nextAuthOptions()) as (request: NextRequest, context: NextAuthContext) => Promise<Response>;
  const response = await handler(cleaned(request, bodyText), context);
  // Its own words for what it does not take name it and its parts; its data and redirects are what we asked for.
  if (response.status >= 400 && !isJsonResponse(response)) throw new AppError("not-found");
  return response;
}

function isJsonResponse(response: Response): boolean {
  return /^application\/json\b/.test(response.headers.get("content-type") ?? "");
}

function requireKnownAction([action = "", provider, ...rest]: readonly string[]): void {
  const shape = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  const fits = provider === undefined ? shape !== "provider" : shape !== "alone";
  if (shape === undefined || !fits || rest.length > 0) throw new AppError("not-found");
}

function requireOwnCallbackCookie(request: NextRequest): void {
  const value = request.cookies.get(callbackUrlCookieName())?.value;
  if (value !== undefined && !/^https?:\/\//.test(value)) throw new AppError("invalid-input");
  if (value !== undefined && !URL.canParse(value)) throw new AppError("invalid-input");
}

/** The request with a form or JSON object of texts, and with nowhere to go afterwards but a path of ours. */
function cleaned(request: NextRequest, bodyText: string | null): NextRequest {
  const url = new URL(request.url);
  const callbackUrl = url.searchParams.get("callbackUrl");
  if (callbackUrl !== null) url.searchParams.set("callbackUrl", ownUrl(callbackUrl, request));
  const headers = new Headers(request.headers);
  if (bodyText === null) return new NextRequest(url, { method: request.method, headers });
  const fields = fieldsOf(bodyText, headers.get("content-type") ?? "");
  if (fields.callbackUrl !== undefined) fields.callbackUrl = ownUrl(fields.callbackUrl, request);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new NextRequest(url, { method: request.method, headers, body: JSON.stringify(fields) });
}

function ownUrl(callbackUrl: string, request: NextRequest): string {
  const host = request.headers.get("host") ?? "";
  const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : null;
  return safeNextPath(url?.host === host ? `${url.pathname}${url.search}` : callbackUrl);
}

function fieldsOf(text: string, contentType: string): Record<string, string> {
  if (!/^application\/json\b/i.test(contentType)) return Object.fromEntries(new URLSearchParams(text));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text === "" ? "{}" : text);
  } catch {
    throw new AppError("malformed-json");
  }
  const entries = Object.entries(typeof parsed === "object" && parsed !== null ? parsed : {});
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
