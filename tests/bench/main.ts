/** `pnpm bench data [--store] [--quick] [--json FILE] [--only TASK,…]`: our figures beside those of others, in one run. */
import { parseArgs } from "node:util";
import { runChild } from "./documents/child.ts";
import { benchData } from "./documents/run.ts";
import { benchStore } from "./store/run.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string" },
    repeats: { type: "string" },
    store: { type: "boolean", default: false },
  },
});
const [subject, contender, task] = positionals;

if (subject === "data" && values.store) await benchStore(values);
else if (subject === "data") await benchData(values);
else if (subject === "data-child") await runChild(contender ?? "", task ?? "", values.quick);
else {
  console.error("usage: pnpm bench data [--quick] [--json FILE] [--only edit,disk,merge,load,view] [--repeats N]");
  console.error("       pnpm bench data --store [--quick] [--json FILE]");
  process.exitCode = 2;
}
