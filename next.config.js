/** @type {import("next").NextConfig} */
const config = {
  // Development servers and tests can build beside each other.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // Native modules are loaded from node_modules at run time, never bundled.
  serverExternalPackages: [
    "better-sqlite3",
    "@node-rs/argon2",
    "@prisma/adapter-better-sqlite3",
    "@prisma/adapter-pg",
    "pg",
    "pino",
  ],
  // The type check is a step of `npm run check`; a build for use does not repeat it.
  typescript: { ignoreBuildErrors: true },
  // Pages get their headers from proxy.ts, the API sets its own; these are for the files that never change.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default config;
