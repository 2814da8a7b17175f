import { expect, test } from "vitest";
import { createLogger } from "@/lib/log";

function logged(entry: object, text = "happened"): string {
  let output = "";
  createLogger({ write: (line) => (output += line) }).error(entry, text);
  return output;
}

test("one line of JSON with level, time and what happened", () => {
  const line = logged({ requestId: "r1", path: "/api/reviews" });
  expect(line.endsWith("\n")).toBe(true);
  expect(JSON.parse(line)).toMatchObject({ level: 50, requestId: "r1", path: "/api/reviews", msg: "happened" });
});

test("secrets are left out, also deeper down", () => {
  const line = logged({
    password: "hunter2-a",
    body: { name: "anna", newPassword: "hunter2-b", inner: { currentPassword: "hunter2-c" } },
    headers: { cookie: "termwise.session=hunter2-d", authorization: "Bearer hunter2-e" },
  });
  expect(line).not.toContain("hunter2");
  expect(line).toContain("anna");
});

test("of an error what helps, but neither a database's password nor what hangs on to it", () => {
  const error = Object.assign(new Error("cannot reach postgresql://anna:hunter2@db.example/words"), {
    code: "P1001",
    request: { body: "hunter2" },
    cause: new Error("connect postgres://anna:hunter2@db.example refused"),
  });
  const line = logged({ err: error });
  expect(line).not.toContain("hunter2");
  expect(JSON.parse(line).err).toMatchObject({ name: "Error", code: "P1001", cause: { name: "Error" } });
  expect(JSON.parse(line).err.message).toContain("db.example");
});

test("what is thrown without being an error is logged as well", () => {
  expect(JSON.parse(logged({ err: "just a text" })).err).toEqual({ name: "NotAnError", message: "just a text" });
});
