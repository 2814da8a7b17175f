import "server-only";
import { AppError } from "@/lib/errors";
import type { UserId } from "@/lib/srs/types";
import { db } from "./client";
import { getSettings } from "./settings";
import { listSuspensions } from "./suspensions";

/** Rows of the log or of the states that are in memory at once. */
const PAGE = 2_000;
/** Says to a reader of the file which shape it has. */
const EXPORT_FORMAT = "termwise-export-1";

/**
 * Everything that is stored of a learner as one JSON document, in pieces that together are valid JSON: profile (without the password's
 * hash), settings, suspensions, the whole answer log and the states made from it. Throws AppError "not-found" for an unknown learner
 * at the first piece. The log is read page by page: what is answered meanwhile may or may not be in it.
 */
export async function* exportEverything(userId: UserId): AsyncGenerator<string, void> {
  const head = {
    format: EXPORT_FORMAT,
    profile: await readProfile(userId),
    settings: await getSettings(userId),
    suspensions: await listSuspensions(userId),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"operations":[`;
  yield* rowsAsJson((after) => pageOfOperations(userId, after));
  yield '],"states":[';
  yield* rowsAsJson((after) => pageOfStates(userId, after));
  yield "]}\n";
}

async function readProfile(userId: UserId) {
  const [user, accounts] = await Promise.all([
    db().user.findUnique({
      where: { id: userId },
      select: {
        id: true,
        kind: true,
        username: true,
        email: true,
        displayName: true,
        createdAt: true,
        lastSeenAt: true,
      },
    }),
    db().providerAccount.findMany({
      where: { userId },
      select: { provider: true, providerAccountId: true, createdAt: true },
      orderBy: [{ provider: "asc" }, { providerAccountId: "asc" }],
    }),
  ]);
  if (!user) throw new AppError("not-found");
  return { ...user, providerAccounts: accounts };
}

/** Pages until one is empty; `key` of a page's last row is where the next begins. */
async function* rowsAsJson(
  readPage: (after: string) => Promise<{ readonly key: string; readonly row: object }[]>,
): AsyncGenerator<string, void> {
  let after = "";
  let separator = "";
  for (;;) {
    const page = await readPage(after);
    const last = page.at(-1);
    if (!last) return;
    yield separator + page.map(({ row }) => JSON.stringify(row)).join(",");
    separator = ",";
    after = last.key;
  }
}

async function pageOfOperations(userId: UserId, after: string) {
  const rows = await db().operation.findMany({
    where: { userId, id: { gt: after } },
    orderBy: { id: "asc" },
    take: PAGE,
    omit: { userId: true, fingerprint: true },
  });
  return rows.map((row) => ({
    key: row.id,
    row: { ...row, answeredAt: Number(row.answeredAt), receivedAt: Number(row.receivedAt) },
  }));
}

async function pageOfStates(userId: UserId, after: string) {
  const rows = await db().cardState.findMany({
    where: { userId, cardId: { gt: after } },
    orderBy: { cardId: "asc" },
    take: PAGE,
    omit: { userId: true, position: true, started: true },
  });
  return rows.map((row) => ({ key: row.cardId, row: { ...row, lastAnsweredAt: Number(row.lastAnsweredAt) } }));
}
