import { describe, expect, test } from "vitest";
import { limitConcurrency } from "@/lib/auth/concurrency";
import { HASH_OF_NOBODY, hashPassword, verifyPassword } from "@/lib/auth/password-hash";
import { passwordProblem } from "@/lib/auth/password-rules";

describe("new passwords", () => {
  test.each([
    ["", "required"],
    ["short 7", "password-short"],
    ["😀".repeat(7), "password-short"],
    ["a".repeat(257), "password-long"],
    ["password", "password-common"],
    ["PassWord1", "password-common"],
    ["ｐａｓｓｗｏｒｄ", "password-common"],
    ["woaini1314", "password-common"],
    ["aaaaaaaaaaaa", "password-common"],
    ["23456789", "password-common"],
    ["87654321", "password-common"],
    ["abcdefghij", "password-common"],
    ["anna-karenina", "password-is-name"],
    ["ANNA-KARENINA", "password-is-name"],
    ["correct horse battery", null],
    ["床前明月光疑是地上霜", null],
    ["x".repeat(200) + "y".repeat(56), null],
  ])("%s", (password, problem) => expect(passwordProblem(password, ["anna-karenina"])).toBe(problem));
});

describe("hashes", () => {
  test("name Argon2id with 19 MiB, two passes, one lane; that of nobody does too", async () => {
    const parameters = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
    const hash = await hashPassword("correct horse battery");
    expect(hash).toMatch(parameters);
    expect(HASH_OF_NOBODY).toMatch(parameters);
    expect(HASH_OF_NOBODY).toHaveLength(hash.length);
    expect(await hashPassword("correct horse battery")).not.toBe(hash);
  });

  test("fit their password only, in whatever form an input method sends it", async () => {
    const hash = await hashPassword("café 密码 ABC");
    expect(await verifyPassword("café 密码 ABC", hash)).toBe(true);
    expect(await verifyPassword("cafe\u0301 密码 ＡＢＣ", hash)).toBe(true);
    expect(await verifyPassword("café 密码 abc", hash)).toBe(false);
    expect(await verifyPassword("", hash)).toBe(false);
  });

  test("are refused for nobody, and hostile passwords are only wrong", async () => {
    const hash = await hashPassword("correct horse battery");
    expect(await verifyPassword("correct horse battery", null)).toBe(false);
    for (const hostile of ["\u0000", "\uD800", "x".repeat(1024), "\u202E<script>"]) {
      expect(await verifyPassword(hostile, hash)).toBe(false);
      expect(await verifyPassword(hostile, null)).toBe(false);
    }
  });

  test("who has no account waits as long as who has one", async () => {
    const hash = await hashPassword("correct horse battery");
    const timeOf = async (against: string | null) => {
      const begun = performance.now();
      await verifyPassword("a wrong password", against);
      return performance.now() - begun;
    };
    // In turns, and the fastest of each, so that whatever else the machine does weighs on both alike or not at all.
    let [somebody, nobody] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 15; round += 1) {
      somebody = Math.min(somebody, await timeOf(hash));
      nobody = Math.min(nobody, await timeOf(null));
    }
    expect(nobody / somebody).toBeGreaterThan(0.5);
    expect(nobody / somebody).toBeLessThan(2);
  });
});

describe("hashing in turn", () => {
  test("never more at a time than allowed, first come first served, and too many are refused", async () => {
    const inTurn = limitConcurrency({ running: 2, waiting: 3 });
    const open: (() => void)[] = [];
    const started: number[] = [];
    const task = (number: number) =>
      inTurn(async () => {
        started.push(number);
        await new Promise<void>((resolve) => open.push(resolve));
        return number;
      });
    const tasks = [0, 1, 2, 3, 4].map(task);
    await expect(task(5)).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 5 });
    expect(started).toEqual([0, 1]);
    for (let next = 0; next < tasks.length; next += 1) {
      open[next]?.();
      expect(await tasks[next]).toBe(next);
    }
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  test("a task that fails makes room for the next", async () => {
    const inTurn = limitConcurrency({ running: 1, waiting: 1 });
    const failing = inTurn(() => Promise.reject(new Error("on purpose")));
    const next = inTurn(async () => "done");
    await expect(failing).rejects.toThrow("on purpose");
    expect(await next).toBe("done");
    expect(await inTurn(async () => "again")).toBe("again");
  });
});
