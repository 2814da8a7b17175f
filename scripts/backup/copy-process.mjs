// The process in which the running app has its database copied: node copy-process.mjs FILE FOLDER NAME. Prints what it made, or why it made
// nothing, as one line of JSON.

import { constants, setPriority } from "node:os";
import { copyIntoFolder } from "./copy-database.mjs";

// Answers come first when there is too little processor for both.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const [file = "", folder = "", name = ""] = process.argv.slice(2);
try {
  console.log(JSON.stringify(copyIntoFolder({ file, folder, name })));
} catch (error) {
  console.log(JSON.stringify({ code: error.code ?? "", message: error.message }));
  process.exitCode = 1;
}
