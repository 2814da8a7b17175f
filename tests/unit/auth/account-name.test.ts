import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAccountName, signInNameOf } from "@/lib/auth/account-name";

describe("names that people may choose", () => {
  test.each([
    ["anna", { name: { username: "anna" }, displayName: "anna" }],
    ["  Anna.K-9_x ", { name: { username: "anna.k-9_x" }, displayName: "Anna.K-9_x" }],
    ["王伟", { name: { username: "王伟" }, displayName: "王伟" }],
    ["张三丰", { name: { username: "张三丰" }, displayName: "张三丰" }],
    ["Ｗａｎｇ１", { name: { username: "wang1" }, displayName: "Wang1" }],
    ["Zoë", { name: { username: "zoë" }, displayName: "Zoë" }],
    ["a".repeat(32), { name: { username: "a".repeat(32) }, displayName: "a".repeat(32) }],
    ["Anna@Example.org", { name: { email: "anna@example.org" }, displayName: "Anna" }],
    ["anna＠example.org", { name: { email: "anna@example.org" }, displayName: "anna" }],
    ["a.b+c@sub.example.co.uk", { name: { email: "a.b+c@sub.example.co.uk" }, displayName: "a.b+c" }],
  ])("%s", (typed, expected) => expect(parseAccountName(typed)).toEqual(expected));
});

describe("names that are refused", () => {
  test.each([
    ["nothing", "", "required"],
    ["only spaces", "   ", "required"],
    ["two letters", "ab", "name-short"],
    ["one Chinese character", "王", "name-short"],
    ["33 letters", "a".repeat(33), "name-long"],
    ["10,000 letters", "a".repeat(10_000), "name-long"],
    ["10,000 letters with an @", `${"a".repeat(10_000)}@example.org`, "name-long"],
    ["a space inside", "an na", "name-characters"],
    ["markup", "<b>anna</b>", "name-characters"],
    ["a leading dot", ".anna", "name-characters"],
    ["a right-to-left override", "an\u202Ena", "name-characters"],
    ["a zero-width joiner", "an\u200Dna", "name-characters"],
    ["the character 0", "an\u0000na", "name-characters"],
    ["half a surrogate pair", "an\uD800na", "name-characters"],
    ["a combining mark first", "\u0301anna", "name-characters"],
    ["an emoji", "anna😀", "name-characters"],
    ["no host", "anna@", "email-invalid"],
    ["no user", "@example.org", "email-invalid"],
    ["two @", "anna@b@example.org", "email-invalid"],
    ["no top-level domain", "anna@localhost", "email-invalid"],
    ["markup before the @", "<i>@example.org", "email-invalid"],
    ["a line break", "anna@example.org\nbcc: all", "email-invalid"],
    ["two dots in a row", "anna@example..org", "email-invalid"],
  ])("%s", (_, typed, problem) => expect(parseAccountName(typed)).toEqual({ problem }));
});

test.each([
  ["ᾀ0Ł", "ἈΙ0Ł"],
  ["Straße", "STRASSE"],
  ["STRAẞE", "strasse"],
  ["İstanbul", "i̇stanbul"],
  ["ΑΣ1", "ας1"],
])("%s and %s are one name", (one, other) => {
  expect(signInNameOf(one)).not.toBeNull();
  expect(signInNameOf(one)).toEqual(signInNameOf(other));
});

test("whatever is typed is a name or a problem, and a name's normal form is its own normal form", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.emailAddress()),
      (typed) => {
        const name = signInNameOf(typed);
        if (name === null) return;
        const [normal] = Object.values(name) as string[];
        expect(signInNameOf(normal ?? "")).toEqual(name);
        expect(signInNameOf(typed.toUpperCase().toLowerCase())).toEqual(signInNameOf(typed.toLowerCase()));
      },
    ),
  );
});
