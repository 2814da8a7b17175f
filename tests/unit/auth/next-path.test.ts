import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNextPath } from "@/lib/auth/next-path";

test.each(["/", "/glossary/softmax", "/progress?week=3#top", "/glossary/%E5%8D%B7%E7%A7%AF"])(
  "goes on to %s",
  (path) => {
    expect(safeNextPath(path)).toBe(path);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/./\\evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/x/%2E%2e//evil.example?a=b",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  " /review",
  "",
  "/api/auth/signout",
  `/${"a".repeat(600)}`,
  null,
  7,
  ["/progress"],
])("goes to the reviews instead of %j", (path) => {
  expect(safeNextPath(path)).toBe("/review");
});

test("never leads to another host", () => {
  const hostile = fc.array(
    fc.constantFrom("/", "\\", "\t", "\n", " ", ".", "evil.example", "@", ":", "?", "#", "http:"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      const url = new URL(safeNextPath(`/${parts.join("")}`), "http://own.example");
      expect(url.host).toBe("own.example");
      // Some code takes only the path of it, and reads that as an address once more.
      expect(new URL(url.pathname, "http://own.example").host).toBe("own.example");
    }),
  );
});
