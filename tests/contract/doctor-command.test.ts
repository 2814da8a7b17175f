// `npm run doctor` as a person meets it: its sentences and its exit code.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type PrismaClient } from "@/lib/data/engine/database";
import { makeUser } from "./factories";
import { type FreshDatabase, makeDatabase } from "./harness";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await makeDatabase("sqlite");
  await change(async (prisma) => {
    await makeUser(prisma);
  });
});
afterAll(() => fresh.remove());

/** The command wants the file for itself, so it is open only meanwhile. */
async function change(act: (prisma: PrismaClient) => Promise<unknown>): Promise<void> {
  const database = createDatabase(fresh.location);
  await act(database.prisma).finally(() => database.close());
}

function doctor(...options: string[]): { readonly code: number | null; readonly said: readonly string[] } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "--conditions=react-server", "scripts/doctor.ts", ...options],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, DATABASE_URL: fresh.location.url } },
  );
  return { code: status, said: stdout.trim().split("\n") };
}

test("0 when all is well, 1 for what it repairs, 2 for what it cannot", async () => {
  const examined = "Examined 0 learners, 0 cards, 0 operations.";
  const sound = { code: 0, said: [examined, "Everything stored is what the answer log says."] };
  expect(doctor()).toEqual(sound);
  await change((prisma) => prisma.learnerSettings.updateMany({ data: { rolloverHour: 24 } }));
  const fault = expect.stringMatching(/^1 learner has settings that the app cannot have written/);
  const unchanged = "Nothing was changed; run without --dry-run to repair.";
  expect(doctor("--dry-run")).toEqual({ code: 1, said: [fault, examined, unchanged] });
  expect(doctor()).toEqual({ code: 1, said: [fault, examined, "All repaired."] });
  expect(doctor()).toEqual(sound);
  const answered = {
    answeredAt: 1n,
    receivedAt: 1n,
    studyDay: 1,
    timeZone: "UTC",
    elapsedMs: 0,
    mode: "flip",
  } as const;
  const line = { userId: "gone", id: "a", cardId: "b", kind: "answer", quality: 4, role: "learn", fingerprint: "" };
  await change((prisma) => prisma.operation.create({ data: { ...line, ...answered } }));
  const lost = expect.stringMatching(/^1 learner has a log but no account/);
  expect(doctor()).toEqual({ code: 2, said: [lost, examined] });
}, 240_000);
