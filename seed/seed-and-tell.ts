import { fileURLToPath } from "node:url";
import { nowMs } from "@/lib/clock";
import { createDatabase } from "@/lib/data/engine/database";
import { env } from "@/lib/env";
import { loadDecks } from "./load-decks";
import { seedDatabase } from "./seed-database";

const DECKS_FOLDER = fileURLToPath(new URL("decks", import.meta.url));
const NAMES_SHOWN = 12;
/** Another server may be seeding: then this one's first statement waits until it is done. */
const STATEMENT_TIMEOUT_MS = 300_000;

/** Seeds the database of the environment from the files below seed/decks, and says what has changed. */
export async function seedAndTell(): Promise<void> {
  const decks = loadDecks(DECKS_FOLDER);
  const database = createDatabase(env().database, { statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  try {
    const { decksAndTopics, ...concepts } = await seedDatabase({ prisma: database.prisma, decks, nowMs: nowMs() });
    const parts = Object.entries(concepts).map(([what, slugs]) => tell(what, slugs));
    const changes = [...parts, tell("decks and topics written", decksAndTopics)].filter((part) => part !== "");
    console.log(changes.length === 0 ? "Glossary: up to date." : `Glossary: ${changes.join("; ")}.`);
  } finally {
    await database.close();
  }
}

function tell(what: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length - NAMES_SHOWN;
  const listed = names.slice(0, NAMES_SHOWN).join(", ");
  return `${names.length} ${what} (${listed}${more > 0 ? ` and ${more} more` : ""})`;
}
