/** `pnpm bench data [--quick] [--json FILE] [--only TASK,…]`: our figures beside those of others, in one run. */
import { parseArgs } from "node:util";
import { runChild } from "./documents/child.ts";
import { benchData } from "./documents/run.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string" },
    repeats: { type: "string" },
  },
});
const [subject, contender, task] = positionals;

if (subject === "data") await benchData(values);
else if (subject === "data-child") await runChild(contender ?? "", task ?? "", values.quick);
else {
  console.error("usage: pnpm bench data [--quick] [--json FILE] [--only edit,disk,merge,load,view] [--repeats N]");
  process.exitCode = 2;
}
