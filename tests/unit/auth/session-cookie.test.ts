import { encode } from "next-auth/jwt";
import { afterAll, expect, test, vi } from "vitest";
import { decodeSessionToken, encodeSessionToken, isDueForRenewal } from "@/lib/auth/session-cookie";

const SECRET = "a-secret-for-tests-only-0123456789abcdef";
vi.stubEnv("NEXTAUTH_SECRET", SECRET);
afterAll(() => vi.unstubAllEnvs());

test("says whose session it is, and hides it from whoever reads the cookie", async () => {
  const value = await encodeSessionToken({ userId: "user-1", sessionId: "session-1" });
  expect(await decodeSessionToken(value)).toMatchObject({ userId: "user-1", sessionId: "session-1" });
  expect(Buffer.from(value.replaceAll(".", ""), "base64url").toString("latin1")).not.toContain("user-1");
});

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["garbage", "eyJhbGciOiJub25lIn0.e30."],
  ["the character 0", "\u0000"],
])("%s is nobody's", async (_, value) => expect(await decodeSessionToken(value)).toBeNull());

test("what another secret made, what was changed, and what lacks an id is nobody's", async () => {
  const claims = { sub: "user-1", sid: "session-1" };
  const foreign = await encode({ token: claims, secret: "another-secret-0123456789abcdef-0123456789" });
  expect(await decodeSessionToken(foreign)).toBeNull();
  const own = await encodeSessionToken({ userId: "user-1", sessionId: "session-1" });
  expect(await decodeSessionToken(`${own.slice(0, -6)}AAAAAA`)).toBeNull();
  expect(await decodeSessionToken(await encode({ token: { sub: "user-1" }, secret: SECRET }))).toBeNull();
  expect(await decodeSessionToken(await encode({ token: claims, secret: SECRET, maxAge: -60 }))).toBeNull();
});

test("is renewed once it is a month old", () => {
  const token = { userId: "u", sessionId: "s", issuedAt: Date.UTC(2026, 0, 1) };
  expect(isDueForRenewal(token, Date.UTC(2026, 0, 31))).toBe(false);
  expect(isDueForRenewal(token, Date.UTC(2026, 0, 31) + 1)).toBe(true);
});
