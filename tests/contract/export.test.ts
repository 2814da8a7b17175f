import { beforeAll, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { exportEverything } from "@/lib/data/export";
import { setSuspension } from "@/lib/data/suspensions";
import type { UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, conceptId, makeLearner, NOW_MS, writeDeck } from "./small-glossary";

interface Exported {
  readonly profile: Record<string, unknown>;
  readonly settings: Record<string, unknown>;
  readonly suspensions: unknown[];
  readonly operations: { id: string }[];
  readonly states: { cardId: string }[];
}

async function read(
  userId: UserId,
): Promise<{ readonly text: string; readonly data: Exported; readonly pieces: number }> {
  let text = "";
  let pieces = 0;
  for await (const piece of exportEverything(userId)) {
    text += piece;
    pieces += 1;
  }
  return { text, data: JSON.parse(text) as Exported, pieces };
}

describeOnEachEngine("exportEverything", (subject) => {
  beforeAll(() => writeDeck(subject.prisma, "core", [{ slug: "iou" }, { slug: "loss" }]));

  test("a newcomer's is valid and empty", async () => {
    const { data } = await read(await makeLearner(subject.prisma));
    expect(data).toMatchObject({
      suspensions: [],
      operations: [],
      states: [],
      settings: { newPerDay: 12, decks: ["core"] },
    });
  });

  test("all of a learner's, page by page, and nothing secret or of others", async () => {
    const [user, other] = [await makeLearner(subject.prisma), await makeLearner(subject.prisma)];
    const passwordHash = "$argon2id$secret";
    await subject.prisma.user.update({ where: { id: user }, data: { username: "li", passwordHash } });
    const ops = Array.from({ length: 2_100 }, (_, i) =>
      answer(cardId(i % 2 === 0 ? "iou" : "loss"), { answeredAt: NOW_MS + i }),
    );
    for (let i = 0; i < ops.length; i += 200) {
      await recordOperations(user, { ops: ops.slice(i, i + 200), sentAt: NOW_MS, receivedAt: NOW_MS });
    }
    const others = answer(cardId("iou"));
    await recordOperations(other, { ops: [others], sentAt: NOW_MS, receivedAt: NOW_MS });
    await setSuspension(user, { conceptId: conceptId("core", "loss"), cardId: null, suspended: true, nowMs: NOW_MS });
    const { data, text, pieces } = await read(user);
    expect(data.profile).toMatchObject({ id: user, username: "li", kind: "guest" });
    expect(data.operations.map((op) => op.id)).toEqual(ops.map((op) => op.id));
    expect(data.operations[0]).toMatchObject({ kind: "answer", quality: 4, answeredAt: NOW_MS, timeZone: "UTC" });
    expect(data.states.map((state) => state.cardId)).toEqual([cardId("iou"), cardId("loss")]);
    expect(data.suspensions).toEqual([{ conceptId: conceptId("core", "loss"), cardId: null, suspendedAt: NOW_MS }]);
    expect(pieces).toBeGreaterThan(4);
    for (const secret of [passwordHash, "fingerprint", other, others.id]) expect(text).not.toContain(secret);
  });

  test("an unknown learner is not found", async () => {
    await expect(read("nobody" as UserId)).rejects.toMatchObject({ code: "not-found" });
  });
});
