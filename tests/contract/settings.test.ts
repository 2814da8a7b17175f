import { beforeAll, beforeEach, expect, test } from "vitest";
import { createSettings, getSettings, updateSettings } from "@/lib/data/settings";
import { GENERAL_SKILLS, type UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { makeLearner, NOW_MS, writeDeck } from "./small-glossary";

describeOnEachEngine("settings", (subject) => {
  let user: UserId;
  beforeAll(async () => {
    await writeDeck(subject.prisma, "core", [{ slug: "iou" }]);
    await writeDeck(subject.prisma, "extra", [{ slug: "e0" }]);
  });
  beforeEach(async () => {
    user = await makeLearner(subject.prisma);
  });
  /** The field codes with which a patch is refused. */
  const refused = async (patch: unknown) => {
    const before = await getSettings(user);
    const error: unknown = await updateSettings(user, patch).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "invalid-input" });
    expect(await getSettings(user)).toEqual(before);
    return (error as { fields: unknown }).fields;
  };

  test("a newcomer has the defaults of the language of the interface", async () => {
    const id = "newcomer" as UserId;
    const createdAt = new Date(NOW_MS);
    await subject.prisma.user.create({ data: { id, kind: "guest", createdAt, lastSeenAt: createdAt } });
    await createSettings(subject.prisma, id, { timeZone: "Europe/Berlin", interfaceLanguage: "en" });
    expect(await getSettings(id)).toEqual({
      ...{ timeZone: "Europe/Berlin", rolloverHour: 4, newPerDay: 12, reviewsPerDay: 200, skills: [...GENERAL_SKILLS] },
      ...{ definitionLanguage: "both", interfaceLanguage: "en", theme: "system", twoButtons: false, decks: ["core"] },
    });
    await createSettings(subject.prisma, id, { timeZone: "Asia/Tokyo" });
    expect((await getSettings(id)).timeZone).toBe("Europe/Berlin");
    expect(await getSettings(user)).toMatchObject({ interfaceLanguage: "zh-CN", definitionLanguage: "zh" });
  });

  test("a learner without stored settings has the defaults, and can change them", async () => {
    await subject.prisma.learnerSettings.delete({ where: { userId: user } });
    expect(await getSettings(user)).toMatchObject({ timeZone: "Asia/Shanghai", newPerDay: 12 });
    expect(await updateSettings(user, { newPerDay: 3 })).toMatchObject({ newPerDay: 3, reviewsPerDay: 200 });
  });

  test("a patch changes what it names and nothing else, also of another learner", async () => {
    const other = await makeLearner(subject.prisma);
    const [before, others] = [await getSettings(user), await getSettings(other)];
    const patch = { timeZone: "America/New_York", rolloverHour: 0, newPerDay: 0, theme: "dark", twoButtons: true };
    expect(await updateSettings(user, patch)).toEqual({ ...before, ...patch });
    expect(await getSettings(user)).toEqual({ ...before, ...patch });
    expect(await getSettings(other)).toEqual(others);
  });

  test("an empty patch changes nothing", async () => {
    expect(await updateSettings(user, {})).toEqual(await getSettings(user));
  });

  test("skills are kept once each, in the order of the ladder", async () => {
    const { skills } = await updateSettings(user, { skills: ["definition-term", "en-zh", "en-zh"] });
    expect(skills).toEqual(["en-zh", "definition-term"]);
  });

  test("decks are kept once each, in the order of decks", async () => {
    expect((await updateSettings(user, { decks: ["extra", "core", "extra"] })).decks).toEqual(["core", "extra"]);
    expect((await updateSettings(user, { decks: ["extra"] })).decks).toEqual(["extra"]);
  });

  test("choosing decks again keeps what is remembered of those that stay", async () => {
    await updateSettings(user, { decks: ["core"] });
    const where = { userId_deckId: { userId: user, deckId: "core" } };
    await subject.prisma.learnerDeck.update({ where, data: { openFrom: 300, openVersion: "1" } });
    await updateSettings(user, { decks: ["core", "extra"] });
    expect(await subject.prisma.learnerDeck.findUnique({ where })).toMatchObject({ openFrom: 300 });
  });

  test.each([
    [{ timeZone: "Mars/Olympus" }, { timeZone: "unknown-time-zone" }],
    [{ timeZone: 8 }, { timeZone: "unknown-time-zone" }],
    [{ rolloverHour: 24 }, { rolloverHour: "out-of-range" }],
    [
      { newPerDay: -1, reviewsPerDay: 10_000 },
      { newPerDay: "out-of-range", reviewsPerDay: "out-of-range" },
    ],
    [{ newPerDay: 1.5 }, { newPerDay: "not-a-whole-number" }],
    [{ newPerDay: "12" }, { newPerDay: "not-a-whole-number" }],
    [{ newPerDay: null }, { newPerDay: "not-a-whole-number" }],
    [{ skills: [] }, { skills: "at-least-one" }],
    [{ skills: ["reading"] }, { skills: "unknown-choice" }],
    [{ decks: [] }, { decks: "at-least-one" }],
    [{ decks: ["core", "nothing"] }, { decks: "unknown-deck" }],
    [{ theme: "<b>" }, { theme: "unknown-choice" }],
    [{ twoButtons: "yes" }, { twoButtons: "unknown-choice" }],
    [{ userId: "another" }, { userId: "unknown-field" }],
    [[], { settings: "unknown-field" }],
    ["text", { settings: "unknown-field" }],
    [null, { settings: "unknown-field" }],
  ])("%j is refused and changes nothing", async (patch, fields) => {
    expect(await refused(patch)).toEqual(fields);
  });
});
