// `npm start`: from a fresh clone to a running app. Needs Node and npm, nothing else; skips what is current.
// `npm start -- --prepared`: leaves the database alone, for when npm run migrate and npm run seed are somebody else's work.
// `npm run dev` (--dev): prepares in the same way, then serves with reloading after every change.

import { requireNode } from "./launch/node-version.mjs";

requireNode();
const { launch } = await import("./launch/launch.mjs");
await launch(process.argv.includes("--dev") ? "dev" : "start", { prepared: process.argv.includes("--prepared") });
