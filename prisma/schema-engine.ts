// Prisma's own schema engine, the WebAssembly build: writes migrations and tells whether a database is what the schema says. Developers and
// tests only; the app applies migrations without it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { DatabaseLocation } from "@/lib/env";
import { catalogAdapterFactory } from "./catalog-adapter";
import type { Migration } from "./migration-files";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const SCHEMA_FILES = { sqlite: join(FOLDER, "schema.prisma"), postgresql: join(FOLDER, "postgresql/schema.prisma") };
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The SQL that turns the database, as it is, into what the schema says; null when they agree. */
export async function diffToSchema(database: DatabaseLocation): Promise<string | null> {
  const path = SCHEMA_FILES[database.engine];
  const files = [{ path, content: readFileSync(path, "utf8") }];
  return await withEngine(database, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: FOLDER },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    return exitCode === 0 ? null : (stdout ?? "");
  });
}

/** What `prisma migrate status` would make of the migrations recorded in the database. */
export async function diagnoseHistory(database: DatabaseLocation, migrations: readonly Migration[]) {
  const migrationsList: MigrationList = {
    baseDir: join(FOLDER, "migrations", database.engine),
    lockfile: { path: "./migration_lock.toml", content: null },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  return await withEngine(database, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS }),
  );
}

async function withEngine<Result>(
  database: DatabaseLocation,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const bindings = await load();
  const stock =
    database.engine === "sqlite"
      ? new PrismaBetterSqlite3({ url: database.file })
      : catalogAdapterFactory(database.url);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(stock),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

type Bindings = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: Promise<Bindings> | undefined;

/** The package is made for bundlers that import .wasm files; Node does not, so it is put together by hand. */
function load(): Promise<Bindings> {
  loaded ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const bindings: Bindings = await import(/* @vite-ignore */ pathToFileURL(join(folder, "schema_engine_bg.js")).href);
    const module = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
    const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(exports);
    const start = exports.__wbindgen_start;
    if (typeof start !== "function") throw new Error("Inconsistent: the schema engine has no start function");
    start();
    return bindings;
  })();
  return loaded;
}
