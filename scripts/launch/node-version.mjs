// Written so that old versions of Node can read it.

var REQUIRED = [20, 19];

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  var parts = process.versions.node.split(".").map(Number);
  if (parts[0] > REQUIRED[0] || (parts[0] === REQUIRED[0] && parts[1] >= REQUIRED[1])) return;
  console.error(
    "Termwise needs Node.js " +
      REQUIRED.join(".") +
      " or newer; this is " +
      process.versions.node +
      ". See https://nodejs.org",
  );
  process.exit(1);
}
