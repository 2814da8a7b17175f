// `npm run generate`: derives the PostgreSQL schema from prisma/schema.prisma and generates both Prisma clients into lib/data/generated,
// with the names of the migrations that a build made now needs, and the figures of the glossary. Does nothing when they are current. `--check` only says whether the derived schema, which is committed, is current (exit code 1 if not).

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCE = join(ROOT, "prisma/schema.prisma");
const DERIVED = join(ROOT, "prisma/postgresql/schema.prisma");
/** Both engines have migrations of the same names. */
const MIGRATIONS = join(ROOT, "prisma/migrations/sqlite");
const GENERATED = join(ROOT, "lib/data/generated");
const MIGRATIONS_FILE = join(GENERATED, "migrations.ts");
const HASH_FILE = join(GENERATED, "schema.sha256");
const FIGURES = join(ROOT, "app/_figures");
const FIGURES_FILE = join(GENERATED, "figures.json");
const FIGURES_HASH_FILE = join(GENERATED, "figures.sha256");
const HEADER =
  "// Derived from ../schema.prisma by `npm run generate`. Do not edit: change that file and run it again.\n\n";

/** Replaces a text that must occur exactly once, so that a changed schema cannot silently derive a wrong one. */
function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2)
    throw new Error(`Inconsistent: prisma/schema.prisma should contain ${from} exactly once`);
  return text.replace(from, to);
}

/** The PostgreSQL schema: the SQLite one but for its provider and the folder of its client. */
function derive(source) {
  const provider = replaceOnce(source, 'provider = "sqlite"', 'provider = "postgresql"');
  return HEADER + replaceOnce(provider, '"../lib/data/generated/sqlite"', '"../../lib/data/generated/postgresql"');
}

/** A module with the migrations that the code of this moment counts on, so that a build knows them whatever the folder has later. */
function migrationsModule() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return `export const MIGRATIONS: readonly string[] = ${JSON.stringify(names.sort(), null, 2)};\n`;
}

/** What the clients are made from: both schemas and the generator. */
function inputHash(source, derived) {
  const generator = readFileSync(join(ROOT, "node_modules/prisma/package.json"), "utf8");
  return createHash("sha256")
    .update(JSON.stringify([source, derived, JSON.parse(generator).version]))
    .digest("hex");
}

/** What the figures are drawn from: their code, what draws them, and React. */
function figuresHash() {
  const files = readdirSync(FIGURES, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
  const hash = createHash("sha256");
  const others = ["scripts/generate-figures.tsx", "lib/seeded-random.ts", "node_modules/react-dom/package.json"].map(
    (file) => join(ROOT, file),
  );
  for (const file of [...files.sort(), ...others]) hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest("hex");
}

function drawFigures() {
  const script = join(ROOT, "scripts/generate-figures.tsx");
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  // Production's React: what it renders is the same and it does not warn.
  const env = { ...process.env, NODE_ENV: "production" };
  const result = spawnSync(process.execPath, [tsx, script], { cwd: ROOT, encoding: "utf8", env });
  if (result.status !== 0) throw new Error(`The figures cannot be drawn:\n${result.stderr || result.error}`);
  return result.stdout.trim();
}

function isCurrent(hash) {
  const clients = ["sqlite", "postgresql"].map((engine) => join(GENERATED, engine, "client.ts"));
  return [HASH_FILE, ...clients].every((file) => existsSync(file)) && readFileSync(HASH_FILE, "utf8") === hash;
}

function generateClient(schema) {
  const result = spawnSync(
    process.execPath,
    [createRequire(import.meta.url).resolve("prisma/build/index.js"), "generate", "--schema", schema, "--no-hints"],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        ...process.env,
        // Generating needs no schema engine, but the command looks for one and would download it. Any program that exists will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (result.status !== 0)
    throw new Error(`prisma generate failed for ${schema}:\n${result.stdout ?? ""}${result.stderr ?? result.error}`);
}

const source = readFileSync(SOURCE, "utf8");
const derived = derive(source);
const committed = existsSync(DERIVED) ? readFileSync(DERIVED, "utf8") : "";

if (process.argv.includes("--check")) {
  if (committed !== derived) {
    console.error("prisma/postgresql/schema.prisma is stale: run `npm run generate` and commit it.");
    process.exit(1);
  }
  process.exit(0);
}

if (committed !== derived) {
  mkdirSync(dirname(DERIVED), { recursive: true });
  writeFileSync(DERIVED, derived);
}
const migrations = migrationsModule();
if (!existsSync(MIGRATIONS_FILE) || readFileSync(MIGRATIONS_FILE, "utf8") !== migrations) {
  mkdirSync(GENERATED, { recursive: true });
  writeFileSync(MIGRATIONS_FILE, migrations);
}
const hash = inputHash(source, derived);
if (isCurrent(hash)) {
  console.log("Database clients are current.");
} else {
  generateClient(SOURCE);
  generateClient(DERIVED);
  writeFileSync(HASH_FILE, hash);
  console.log("Database clients generated.");
}
const drawn = figuresHash();
const isDrawn =
  existsSync(FIGURES_FILE) && existsSync(FIGURES_HASH_FILE) && readFileSync(FIGURES_HASH_FILE, "utf8") === drawn;
if (!isDrawn) {
  console.log(drawFigures());
  writeFileSync(FIGURES_HASH_FILE, drawn);
}
