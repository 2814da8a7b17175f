import "server-only";
import { env } from "@/lib/env";
import { usesHttps } from "./https";
import { PROVIDER_ORIGINS, signInProviders } from "./providers";

/** What the headers depend on. */
export interface SecurityFacts {
  readonly isDevelopment: boolean;
  readonly usesHttps: boolean;
  /** Where forms may lead besides this site: a provider's sign-in is a form whose answer redirects there. */
  readonly formTargets: readonly string[];
}

/** The same for this process. */
export function securityFacts(): SecurityFacts {
  const formTargets = signInProviders().map((id) => PROVIDER_ORIGINS[id]);
  return { isDevelopment: env().nodeEnv === "development", usesHttps: usesHttps(), formTargets };
}

/** The policy of a page. The nonce admits the scripts and styles of this one answer. */
export function pagePolicy(nonce: string, { isDevelopment, formTargets }: SecurityFacts): string {
  // The framework evaluates strings and styles elements only in development.
  const scriptExtra = isDevelopment ? " 'unsafe-eval'" : "";
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scriptExtra}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Should a browser show an answer with data as a page, nothing in it runs. */
const DATA_POLICY = policyOf("default-src 'none'");
/** Of files of the build. A worker is bound by the policy of its own file, and may talk to this site. */
const FILE_POLICY = policyOf("default-src 'self'; object-src 'none'");

function policyOf(sources: string): string {
  return `${sources}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** Headers of every answer that is no page. */
export function dataHeaders(facts: Pick<SecurityFacts, "usesHttps">): Readonly<Record<string, string>> {
  return { "content-security-policy": DATA_POLICY, ...commonHeaders(facts) };
}

/** Headers of the files that the build has made. */
export function fileHeaders(facts: Pick<SecurityFacts, "usesHttps">): Readonly<Record<string, string>> {
  return { "content-security-policy": FILE_POLICY, ...commonHeaders(facts) };
}

/** Headers of every answer, besides the policy. What is left out, and why: docs/decisions/0014. */
export function commonHeaders(facts: Pick<SecurityFacts, "usesHttps">): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    // Not "no-referrer": then browsers would send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    // For browsers that do not know frame-ancestors.
    "x-frame-options": "DENY",
    // Links to other sites are not even looked up before somebody follows them.
    "x-dns-prefetch-control": "off",
    ...(facts.usesHttps ? { "strict-transport-security": "max-age=63072000" } : {}),
  };
}
