import "server-only";
import {
  createProviderAccount,
  findProviderLearner,
  linkProviderAccount,
  type ProviderIdentity,
} from "@/lib/data/provider-accounts";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { bringGuestAlong, type OpenedSession, openSession, type SessionChange } from "./begin-session";

export interface ProviderArrival extends SessionChange {
  readonly identity: ProviderIdentity;
  /** What the provider calls them. */
  readonly providerName: string;
  /** Whether somebody who is signed in asked for this in the settings, to sign in by it from now on. */
  readonly wantsLink: boolean;
}

/**
 * Signs in somebody whom a provider has vouched for. Whoever came by this identity before gets into the same account, a guest's answers
 * along; a guest who never did becomes an account; everybody else gets a new one. E-mail addresses are never compared.
 */
export async function enterByProvider(arrival: ProviderArrival): Promise<OpenedSession> {
  try {
    return await enter(arrival);
  } catch (error) {
    // Another request has just made the account of this identity: it is there now.
    if (error instanceof AppError && error.code === "name-taken") return enter(arrival);
    throw error;
  }
}

async function enter(arrival: ProviderArrival): Promise<OpenedSession> {
  const { identity, before, nowMs } = arrival;
  const displayName = displayNameOf(arrival.providerName);
  const owner = await findProviderLearner(identity);
  if (owner !== null) {
    await bringGuestAlong(owner, before);
    return open(owner, arrival);
  }
  // On a shared machine somebody else may still be signed in: only who asks for it is linked.
  if (before !== null && (before.kind === "guest" || arrival.wantsLink)) {
    await linkProviderAccount(before.id, { identity, displayName, nowMs });
    return open(before.id, arrival);
  }
  return open(await createProviderAccount(identity, { displayName, nowMs }), arrival);
}

function open(userId: UserId, change: SessionChange): Promise<OpenedSession> {
  return openSession({ id: userId, kind: "registered" }, change);
}

const DISPLAY_NAME_MAX = 64;

/** A name from outside, without control characters and invisible direction marks. */
function displayNameOf(name: string): string {
  const cleaned = name
    .normalize("NFKC")
    .replace(/[\p{C}]/gu, "")
    .trim();
  return [...cleaned].slice(0, DISPLAY_NAME_MAX).join("") || "—";
}
