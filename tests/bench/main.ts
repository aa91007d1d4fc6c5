/** `pnpm bench data`, `pnpm bench data --store`, `pnpm bench relay` and `pnpm bench canvas`: our figures beside those of others, in one run. */
import { parseArgs } from "node:util";

const USAGE = [
  "usage: pnpm bench data  [--quick] [--json FILE] [--only edit,disk,merge,load,view] [--repeats N]",
  "       pnpm bench data  --store [--quick] [--json FILE] [--only burst,paint,merge]",
  "       pnpm bench relay [--quick] [--json FILE] [--only S1,S2,S3,S4,S5,T9,T10,T11,soak] [--servers ours,floor,…]",
  "                        [--kills N] [--soak]",
  "       pnpm bench canvas [--cards 300,1000,5000] [--runs N] [--quick] [--json FILE] [--only pan,zoom,…]",
  "                        [--contenders ours,tldraw,…] [--profile] [--pictures FOLDER]",
].join("\n");

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string" },
    repeats: { type: "string" },
    store: { type: "boolean", default: false },
    servers: { type: "string" },
    kills: { type: "string" },
    soak: { type: "boolean", default: false },
    cards: { type: "string" },
    runs: { type: "string" },
    contenders: { type: "string" },
    pictures: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const [subject = "", contender = "", task = ""] = positionals;

/** Each subject loads only what it needs: servers under test are weighed. */
const SUBJECTS: Readonly<Record<string, () => Promise<void>>> = {
  data: async () =>
    values.store
      ? (await import("./store/run.ts")).benchStore(values)
      : (await import("./documents/run.ts")).benchData(values),
  "data-child": async () => (await import("./documents/child.ts")).runChild(contender, task, values.quick),
  relay: async () => (await import("./relay/run.ts")).benchRelay(values),
  canvas: async () => (await import("./canvas/run.ts")).benchCanvas(values),
  "relay-floor": async () => (await import("./relay/servers/floor.ts")).serveFloor(),
  "relay-hocuspocus": async () => (await import("./relay/servers/hocuspocus.ts")).serveHocuspocus(),
  "relay-generator": async () => (await import("./relay/generator/thread.ts")).runThread(),
};

const run = Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined;
if (run) await run();
else {
  console.error(USAGE);
  process.exitCode = 2;
}
