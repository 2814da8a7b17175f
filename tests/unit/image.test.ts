// What a container engine would find in Dockerfile, .dockerignore and compose.yaml, checked without one.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const read = (file: string) => readFileSync(file, "utf8");

/** Path → whether it is copied into the image. As Docker reads the file: the last line that matches decides. */
function isInImage(path: string): boolean {
  const lines = read(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const matches = (pattern: string) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("**/", "(.*/)?")
      .replace(/(?<![.)])\*/g, "[^/]*");
    return new RegExp(`^${source}(/|$)`).test(path);
  };
  return lines.reduce((kept, line) => (matches(line.replace(/^!/, "")) ? line.startsWith("!") : kept), true);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

describe(".dockerignore", () => {
  const sources = ["app", "lib", "prisma", "scripts", "seed"].flatMap(filesBelow);
  const inImage = [...sources, "instrumentation.ts", "proxy.ts", "next.config.js"].filter(isInImage);

  test("lets in what the app is made of, and nothing that is private or made elsewhere", () => {
    for (const path of ["app/layout.tsx", "prisma/schema.prisma", "seed/decks/core/deck.yaml", "package-lock.json"])
      expect([path, isInImage(path)]).toEqual([path, true]);
    const kept = [".env", "app/.env.local", "data/secret", "data/termwise.db", ".git/config", "node_modules/next/x.js"];
    const more = [".next/BUILD_ID", "lib/data/generated/sqlite/client.ts", "tests/server.ts", "bench/run.ts"];
    for (const path of [...kept, ...more]) expect([path, isInImage(path)]).toEqual([path, false]);
  });

  test("leaves out nothing that something inside imports", () => {
    const missing: string[] = [];
    for (const path of inImage.filter((each) => /\.(ts|tsx|mjs|js)$/.test(each))) {
      for (const [, specifier = ""] of read(path).matchAll(/(?:from|import\() ?"(@\/[^"]+|\.{1,2}\/[^"]+)"/g)) {
        const base = specifier.startsWith("@/") ? specifier.slice(2) : normalize(join(dirname(path), specifier));
        const candidates = [base, ...[".ts", ".tsx", ".mjs", ".json"].map((ending) => base + ending)];
        const found = candidates.find((each) => existsSync(each) && statSync(each).isFile());
        if (found === undefined || found.startsWith("lib/data/generated/")) continue;
        if (!isInImage(found)) missing.push(`${path} imports ${found}`);
      }
    }
    expect(inImage.length).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const all = (instruction: string) =>
    lines.flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1).trim()] : []));
  const last = (instruction: string) => all(instruction).at(-1) ?? "";

  test("both stages stand on the same version of Node, exactly, and one that the app supports", () => {
    const versions = all("FROM").map((image) => /^node:(\d+\.\d+\.\d+)-bookworm(-slim)?( |$)/.exec(image)?.[1]);
    expect(versions).toHaveLength(2);
    expect(versions[0]).toBeDefined();
    expect(versions[1]).toBe(versions[0]);
    expect(Number(versions[0]?.split(".")[0])).toBeGreaterThanOrEqual(20);
  });

  test("the app runs as somebody without rights, who owns the data folder alone", () => {
    expect(last("USER")).toBe("node");
    expect(lines.indexOf("USER node")).toBeGreaterThan(lines.findIndex((line) => line.startsWith("COPY --from=build")));
    expect(lines.filter((line) => line.includes("--chown"))).toEqual([]);
    expect(all("RUN").at(-1)).toBe("mkdir data && chown node:node data && chmod 700 data");
    expect(last("VOLUME")).toBe('["/app/data"]');
  });

  test("what it runs exists, without a shell or npm between the signal and the app", () => {
    const commands = [last("CMD"), last("HEALTHCHECK").replace(/^.* CMD /, "")].map((text) => JSON.parse(text));
    expect(commands).toEqual([
      ["node", "scripts/start.mjs"],
      ["node", "scripts/healthy.mjs"],
    ]);
    for (const [, script] of commands) expect([script, isInImage(script)]).toEqual([script, existsSync(script)]);
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, name] of lines.join("\n").matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty(name ?? "");
  });

  test("it holds no secret, and is told that this is production", () => {
    expect(lines.join("\n")).not.toMatch(/SECRET|PASSWORD|DATABASE_URL/);
    expect(all("ENV").join(" ")).toContain("NODE_ENV=production");
    expect(all("ENV").join(" ")).toContain(`PORT=${last("EXPOSE")}`);
  });

  test("a build never opens a database: every page is made when it is asked for", () => {
    expect(read("app/layout.tsx")).toContain('export const dynamic = "force-dynamic";');
  });
});

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe("compose.yaml", () => {
  const text = read("compose.yaml");
  const compose = parse(text);
  const services: Record<string, Service> = compose.services;
  const { app, database, proxy } = services as Record<"app" | "database" | "proxy", Service>;

  test("has no secret and no default for one: without them it does not start", () => {
    const secrets = [
      app.environment.DATABASE_URL,
      app.environment.NEXTAUTH_SECRET,
      database.environment.POSTGRES_PASSWORD,
    ];
    for (const value of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
    const variables = [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)([^}]*)\}/g)].filter(([line]) => !line.startsWith("#"));
    expect(variables.length).toBeGreaterThan(4);
    for (const [whole, , rest] of variables) expect([whole, rest?.startsWith(":?")]).toEqual([whole, true]);
  });

  test("every variable of the app is one that the app reads", () => {
    const known = read("lib/env.ts");
    for (const name of Object.keys(app.environment)) expect([name, known.includes(`${name}:`)]).toEqual([name, true]);
    expect(app.environment).toMatchObject({ TRUST_PROXY: "1" });
    expect(app.environment.NEXTAUTH_URL).toMatch(/^https:\/\//);
  });

  test("two servers, which may write nowhere but in memory and do nothing that needs rights", () => {
    expect(app.deploy?.replicas).toBe(2);
    expect(app).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    expect(app.tmpfs).toContain("/tmp");
    expect(app.volumes).toBeUndefined();
    expect(proxy).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  });

  test("only the proxy is reached from outside; the database from nowhere but inside", () => {
    expect(
      Object.entries(services)
        .filter(([, { ports }]) => ports !== undefined)
        .map(([name]) => name),
    ).toEqual(["proxy"]);
    expect(database.networks).toEqual(["inside"]);
    expect(compose.networks.inside).toEqual({ internal: true });
  });

  test("images are pinned, and what is named is declared", () => {
    for (const { image, build } of Object.values(services))
      expect([image, build !== undefined || /:\d+\.\d+/.test(image ?? "")]).toEqual([image, true]);
    for (const { volumes = [], networks } of Object.values(services)) {
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(":")[0] ?? "");
      for (const network of networks) expect(compose.networks).toHaveProperty(network);
    }
    expect(app.depends_on?.database?.condition).toBe("service_healthy");
    expect(database.healthcheck).toBeDefined();
  });
});

describe("scripts/healthy.mjs", () => {
  async function exitCode(port: number, ...args: string[]): Promise<number | null> {
    const child = spawn(process.execPath, ["scripts/healthy.mjs", ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", PORT: String(port) },
      stdio: "inherit",
    });
    return await new Promise((resolve) => child.once("close", resolve));
  }

  test("says by its exit code whether the app lives, or is ready", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/api/health" ? 200 : 503).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("Inconsistent: a TCP server without a port");
    expect(await exitCode(address.port)).toBe(0);
    expect(await exitCode(address.port, "ready")).toBe(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await exitCode(address.port)).toBe(1);
  });
});
