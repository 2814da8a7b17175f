// Runs before every page and gives the answer its security headers. It decides nothing about who may see what: that is done where the data
// is read (lib/auth, lib/data).

import { type NextRequest, NextResponse } from "next/server";
import { answerWhenAway } from "@/app/_away/answer-when-away";
import { commonHeaders, pagePolicy, securityFacts } from "@/lib/auth/security-headers";

export async function proxy(request: NextRequest): Promise<Response> {
  const facts = securityFacts();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, facts);
  const headers = new Headers(request.headers);
  // Next finds the nonce for its own scripts in this header of the request; our inline scripts take it from x-nonce.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = (await answerWhenAway(request, nonce)) ?? NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(commonHeaders(facts))) response.headers.set(name, value);
  return response;
}

// Routes under /api set their headers themselves, which saves each answer of a review the way through here; files that never change get
// theirs from next.config.js.
export const config = { matcher: ["/((?!api/|_next/static/|_next/image).*)"] };
