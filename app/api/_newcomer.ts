import type { NextRequest } from "next/server";
import { z } from "zod";
import { getUser, type SessionUser } from "@/lib/auth/current-user";
import type { Asker } from "@/lib/auth/newcomer";
import { clientAddress } from "@/lib/auth/request-address";
import { nowMs } from "@/lib/clock";
import { INTERFACE_LANGUAGES } from "@/lib/data/settings-defaults";
import type { NewcomerFacts } from "@/lib/data/users";
import { env } from "@/lib/env";
import { isTimeZone } from "@/lib/srs/study-day";
import { readerLanguage } from "./_reader-language";

/** What a browser tells about itself. A zone or language that does not exist is nobody's mistake to correct: it counts as not told. */
export const newcomerFields = {
  timeZone: z.string().max(64).refine(isTimeZone).optional().catch(undefined),
  interfaceLanguage: z.enum(INTERFACE_LANGUAGES).optional().catch(undefined),
};

/** The same with the language of the request where none was told. */
export async function newcomerFacts(
  request: NextRequest,
  told: {
    readonly timeZone?: string | undefined;
    readonly interfaceLanguage?: NewcomerFacts["interfaceLanguage"] | undefined;
  },
): Promise<NewcomerFacts> {
  const interfaceLanguage = told.interfaceLanguage ?? (await readerLanguage(request));
  return { interfaceLanguage, ...(told.timeZone === undefined ? {} : { timeZone: told.timeZone }) };
}

/** The address that asks, and when. */
export function circumstances(request: NextRequest): { readonly address: string; readonly nowMs: number } {
  return { address: clientAddress(request.headers, env().trustProxyHops), nowMs: nowMs() };
}

/** The same with who is signed in. */
export async function askerOf(request: NextRequest): Promise<Asker> {
  return { before: await getUser(), ...circumstances(request) };
}

/** What a screen may know of a learner; the session's id is not its business. */
export function userView({ id, kind, displayName }: SessionUser): Pick<SessionUser, "id" | "kind" | "displayName"> {
  return { id, kind, displayName };
}
