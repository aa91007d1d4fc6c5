#!/usr/bin/env node
"use strict";
// Written so that old versions of Node can read it far enough to say that they are too old.
var OLDEST = 24;
var major = parseInt(process.versions.node, 10);
if (major < OLDEST) {
  console.error(
    "Sameside needs Node " +
      OLDEST +
      " or newer; this is " +
      process.version +
      ". Install it from nodejs.org, or run: " +
      "npx --yes --package=node@" +
      OLDEST +
      " --package=sameside sameside " +
      process.argv.slice(2).join(" "),
  );
  process.exitCode = 2;
} else {
  void import("../lib/sameside.js");
}
