import { expect, test } from "vitest";
import { commonHeaders, dataHeaders, fileHeaders, pagePolicy } from "@/lib/auth/security-headers";

const facts = { isDevelopment: false, usesHttps: false, formTargets: [] };
const directives = (policy: string) =>
  new Map(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]));

test("a page may run only what carries its nonce, and nothing of another site", () => {
  const policy = directives(pagePolicy("n0nce", facts));
  expect(policy.get("script-src")).toEqual(["'self'", "'nonce-n0nce'", "'strict-dynamic'"]);
  expect(policy.get("style-src")).toEqual(["'self'", "'nonce-n0nce'"]);
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("connect-src")).toEqual(["'self'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
  expect([...policy.values()].flat().filter((source) => /^https?:|unsafe|\*/.test(source))).toEqual([]);
});

test("eval is for development, a provider's host for forms only", () => {
  expect(pagePolicy("n", { ...facts, isDevelopment: true })).toContain("'unsafe-eval'");
  const policy = directives(pagePolicy("n", { ...facts, formTargets: ["https://github.com"] }));
  expect(policy.get("form-action")).toEqual(["'self'", "https://github.com"]);
  expect([...policy].filter(([, sources]) => sources.includes("https://github.com"))).toHaveLength(1);
});

test("https is insisted on only where there is https", () => {
  expect(commonHeaders(facts)).not.toHaveProperty("strict-transport-security");
  expect(commonHeaders({ ...facts, usesHttps: true })).toHaveProperty("strict-transport-security");
});

test("an answer with data runs nothing when it is opened as a page; a worker of ours may talk to this site only", () => {
  const data = directives(dataHeaders(facts)["content-security-policy"] ?? "");
  expect(data.get("default-src")).toEqual(["'none'"]);
  const file = directives(fileHeaders(facts)["content-security-policy"] ?? "");
  expect(file.get("default-src")).toEqual(["'self'"]);
  for (const policy of [data, file]) {
    for (const name of ["base-uri", "form-action", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
  }
});
