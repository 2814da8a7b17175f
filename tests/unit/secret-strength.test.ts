import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secretProblem } from "@/lib/secret-strength";

const STRICT = { strict: true };

describe("refused in production", () => {
  test.each([
    "a".repeat(64),
    "ab".repeat(32),
    "0123456789".repeat(4),
    "0123456789abcdef0123456789abcdef",
    "abcdefghijklmnopqrstuvwxyz0123456789",
    "zyxwvutsrqponmlkjihgfedcba9876543210",
    "changemechangemechangemechangeme",
    "change-me-please-32-characters-long!",
    "CHANGE_THIS_TO_A_LONG_RANDOM_STRING",
    "please-replace-with-a-long-random-text",
    "your-super-secret-key-goes-here-12345",
    "<output of: node -e console.log(1) etc.>",
    "$(openssl rand -base64 48 | tr -d abc)",
    "nextauth-secret-value-of-termwise-2026",
    "my_secret_key_that_nobody_guesses_1234",
    "placeholder-0f9a8b7c6d5e4f3a2b1c0d9e8f7a",
    "password-password-0f9a8b7c6d5e4f3a2b1c",
    "11111111112222222222333333333344444444",
  ])("%s", (secret) => {
    expect(secretProblem(secret, STRICT)).toMatch(/easy to guess; make one with: node -e /);
    expect(secretProblem(secret, STRICT)).not.toContain(secret);
    expect(secretProblem(secret, { strict: false })).toBeNull();
  });

  test("what is short, everywhere", () => {
    for (const strict of [true, false]) {
      expect(secretProblem("f3Kq", { strict })).toBe("must have at least 32 characters");
    }
  });
});

describe("taken", () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 64 });
  test.each(["base64url", "base64", "hex"] as const)("random bytes in %s", (encoding) => {
    for (let count = 0; count < 2_000; count += 1) {
      expect(secretProblem(randomBytes(32).toString(encoding), STRICT)).toBeNull();
    }
  });

  test("a long sentence of one's own", () => {
    expect(secretProblem("seven purple otters juggle 43 lanterns", STRICT)).toBeNull();
  });

  test("whatever it is, the answer comes and does not show it", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const secret = Buffer.from(value).toString("latin1");
        expect(secretProblem(secret, STRICT) ?? "").not.toContain(secret);
      }),
    );
  });
});
