/** @type {import("next").NextConfig} */
const config = {
  // Development servers and tests can build beside each other.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // A name from the sources (scripts/launch/build.mjs); null lets Next make one up.
  generateBuildId: () => process.env.BUILD_NAME ?? null,
  reactStrictMode: true,
  poweredByHeader: false,
  // What a page says of itself stands in its head, for every reader: the framework would stream it into the body for most, and search engines
  // that run no script take a canonical address from the head only.
  htmlLimitedBots: /.*/,
  // Native modules are loaded from node_modules at run time, never bundled.
  serverExternalPackages: [
    "better-sqlite3",
    "@node-rs/argon2",
    "@prisma/adapter-better-sqlite3",
    "@prisma/adapter-pg",
    "pg",
    "pino",
  ],
  // No picture here needs another size; without this the framework would serve an address that resizes whatever it is given.
  images: { unoptimized: true },
  // The type check is a step of `npm run check`; a build for use does not repeat it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
