import "server-only";
import type { CardProgress, ConceptId } from "@/lib/srs/types";
import { type CardStateToWrite, progressOf, updateStarted, writeStates } from "../card-state-rows";
import type { RoleTurn } from "../day-totals";
import { updateRoles } from "../operation-rows";
import { type Check, checkOf, parts, plural } from "./check";
import type { LogPage, StateRow } from "./log-page";

/** A state as the log has it, and the row that is stored instead, if any. */
interface StatePair {
  readonly wanted: CardStateToWrite & { readonly progress: CardProgress };
  readonly row: StateRow | null;
}

/** What is stored of each card is compared with the fold over its log. */
export const STATE_CHECKS: readonly Check<LogPage>[] = [
  checkOf({
    name: "unknown-card",
    says: (count) =>
      `${plural(count, "card in a learner's log does", "cards in learners' logs do")} not exist. Seed the decks that had them.`,
    mends: null,
    find: (page) => page.cards.filter((card) => card.place === null),
    repair: null,
  }),
  checkOf({
    name: "contradictory-line",
    says: (count) =>
      `${plural(count, "line of the log contradicts itself", "lines of the log contradict themselves")}: an answer without a quality, or an undo of nothing. Restore a backup; until then the cards concerned are left as they are.`,
    mends: null,
    find: (page) => page.cards.flatMap((card) => card.contradictory),
    repair: null,
  }),
  checkOf({
    name: "missing-state",
    says: (count) => `${plural(count, "answered card has", "answered cards have")} no state.`,
    mends: "The states are folded from the log.",
    find: (page) => pairsOf(page).filter(({ row }) => row === null),
    repair: rewrite,
  }),
  checkOf({
    name: "wrong-schedule",
    says: (count) => `${plural(count, "card's state is", "cards' states are")} not what the answers add up to.`,
    mends: "The states are folded from the log.",
    find: (page) => pairsOf(page).filter(({ wanted, row }) => row !== null && !sameProgress(row, wanted.progress)),
    repair: rewrite,
  }),
  checkOf({
    name: "wrong-place",
    says: (count) => `${plural(count, "state names", "states name")} another concept, deck or skill than the card's.`,
    mends: "The place is copied from the card.",
    find: (page) => pairsOf(page).filter(({ wanted, row }) => row !== null && !samePlace(row, wanted)),
    repair: rewrite,
  }),
  checkOf({
    name: "wrong-version",
    says: (count) => `${plural(count, "state counts", "states count")} other operations than the log holds.`,
    mends: "The operations are counted again.",
    find: (page) => pairsOf(page).filter(({ wanted, row }) => row !== null && row.version !== wanted.version),
    repair: rewrite,
  }),
  checkOf({
    name: "surplus-state",
    says: (count) => `${plural(count, "state belongs to a card", "states belong to cards")} of which no answer stands.`,
    mends: "The states are removed: the cards are new.",
    find: surplusOf,
    repair: remove,
  }),
  checkOf({
    name: "wrong-role",
    says: (count) =>
      `${plural(count, "answer is", "answers are")} marked as something else than the fold makes of them (first answer, review, practice, undone).`,
    mends: "The marks are derived from the log, whose own columns stay.",
    find: turnsOf,
    async repair(page, turns) {
      for (const part of parts(turns)) {
        await updateRoles(
          page.tx,
          part.map(({ userId, operation, after }) => ({ userId, id: operation.id, role: after })),
        );
      }
    },
  }),
];

/** The lines whose stored role is wrong, as turns to the right one. */
export function turnsOf(page: LogPage): RoleTurn[] {
  const { userId } = page;
  return page.cards.flatMap(({ entries, roles }) =>
    entries.flatMap(({ operation, role: before }) => {
      const after = roles.get(operation.id) ?? before;
      return after === before ? [] : [{ userId, operation, before, after }];
    }),
  );
}

function pairsOf({ userId, cards, stored }: LogPage): StatePair[] {
  return cards.flatMap(({ cardId, place, progress, entries }) => {
    if (!place || progress === null) return [];
    return [{ wanted: { userId, place, progress, version: entries.length }, row: stored.get(cardId) ?? null }];
  });
}

function surplusOf({ cards, stored }: LogPage): StateRow[] {
  const kept = new Set<string>(
    // Of a card whose deck is not there, too: it may only have to be seeded.
    cards.flatMap(({ cardId, progress, contradictory }) =>
      progress !== null || contradictory.length > 0 ? [cardId] : [],
    ),
  );
  return [...stored.values()].filter(({ cardId }) => !kept.has(cardId));
}

function sameProgress(row: StateRow, progress: CardProgress): boolean {
  const kept = progressOf(row);
  return (Object.keys(kept) as (keyof CardProgress)[]).every((field) => kept[field] === progress[field]);
}

/** Its `position` may be older than the deck's order: no harm, and no sign of damage. */
function samePlace(row: StateRow, { place }: CardStateToWrite): boolean {
  return row.conceptId === place.conceptId && row.deckId === place.deckId && row.skill === place.skill;
}

async function rewrite(page: LogPage, pairs: readonly StatePair[]): Promise<void> {
  const { tx, userId } = page;
  for (const part of parts(pairs)) {
    await tx.cardState.deleteMany({ where: { userId, cardId: { in: part.map(({ wanted }) => wanted.place.cardId) } } });
    await writeStates(
      tx,
      part.map(({ wanted }) => wanted),
    );
    await markStarted(
      page,
      part.map(({ wanted }) => wanted.place.conceptId),
    );
  }
}

async function remove(page: LogPage, rows: readonly StateRow[]): Promise<void> {
  const { tx, userId } = page;
  for (const part of parts(rows)) {
    await tx.cardState.deleteMany({ where: { userId, cardId: { in: part.map(({ cardId }) => cardId) } } });
    await markStarted(
      page,
      part.map(({ conceptId }) => conceptId as ConceptId),
    );
  }
}

/** What hangs on which states there are: the marks in the other states of the concepts, and where the search for new concepts begins. */
async function markStarted({ tx, userId }: LogPage, conceptIds: readonly ConceptId[]): Promise<void> {
  await updateStarted(
    tx,
    conceptIds.map((conceptId) => ({ userId, conceptId })),
  );
  await tx.learnerDeck.updateMany({ where: { userId }, data: { openFrom: 0, openVersion: "" } });
}
