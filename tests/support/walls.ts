/** The walls between the rooms, as data, and the check that holds them. */
import { dirname, join, normalize } from "node:path";

/** Which packages of ours, and which others, the files below a folder may import. */
interface Room {
  readonly folder: string;
  readonly ours: readonly string[];
  readonly others: readonly string[];
}

const WEB_OTHERS = ["react", "react-dom", "react-aria-components", "lucide-react"];
const WEB_FEATURE_OURS = ["model", "layout", "insights", "interchange", "protocol"];

/** The longest matching folder decides. */
export const ROOMS: readonly Room[] = [
  { folder: "packages/model/src", ours: [], others: ["yjs", "zod", "position-strings"] },
  { folder: "packages/protocol/src", ours: [], others: ["lib0", "zod"] },
  { folder: "packages/layout/src", ours: ["model"], others: ["d3-shape"] },
  { folder: "packages/insights/src", ours: ["model"], others: [] },
  { folder: "packages/interchange/src", ours: ["model"], others: ["fflate", "papaparse", "yaml", "zod"] },
  {
    folder: "packages/replica/src",
    ours: ["protocol"],
    others: ["yjs", "dexie", "y-websocket", "y-protocols", "lib0", "@noble/hashes"],
  },
  {
    folder: "apps/relay/src",
    ours: ["protocol"],
    others: ["ws", "yjs", "lib0", "zod", "pg", "@redis/client", "prom-client", "node:"],
  },
  { folder: "apps/cli/src", ours: ["model", "relay", "interchange", "protocol"], others: ["uqr", "node:"] },
  {
    folder: "apps/web/src",
    ours: ["model", "replica"],
    others: ["react", "react-dom", "@fontsource-variable"],
  },
  { folder: "apps/web/src/app", ours: [...WEB_FEATURE_OURS, "replica"], others: [...WEB_OTHERS, "zod"] },
  { folder: "apps/web/src/ui", ours: [], others: [...WEB_OTHERS, "@fontsource-variable"] },
  { folder: "apps/web/src/words", ours: [], others: ["react"] },
  { folder: "apps/web/src/live", ours: ["model", "insights", "replica", "protocol"], others: ["react"] },
  { folder: "apps/web/src/journey", ours: ["model", "layout", "insights"], others: ["react", "lucide-react"] },
  { folder: "apps/web/src/template", ours: ["model"], others: [...WEB_OTHERS, "zod"] },
  { folder: "apps/web/src/table", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/aside", ours: [...WEB_FEATURE_OURS, "replica"], others: WEB_OTHERS },
  { folder: "apps/web/src/notebook", ours: ["replica"], others: WEB_OTHERS },
  { folder: "apps/web/src/canvas", ours: WEB_FEATURE_OURS, others: [...WEB_OTHERS, "@xyflow/react"] },
  { folder: "apps/web/src/paper", ours: ["model", "layout", "insights"], others: WEB_OTHERS },
  { folder: "apps/web/src/history", ours: ["model", "insights"], others: WEB_OTHERS },
  { folder: "apps/web/src/views", ours: ["model", "layout"], others: [...WEB_OTHERS, "zod"] },
  { folder: "apps/web/src/attachments", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/withdrawal", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/finding", ours: ["model", "layout", "insights"], others: WEB_OTHERS },
  { folder: "apps/web/src/step", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/prepare", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/people", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/before", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/join", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/listen", ours: ["model", "insights"], others: WEB_OTHERS },
  { folder: "apps/web/src/questions", ours: ["model", "insights", "protocol"], others: WEB_OTHERS },
  { folder: "apps/web/src/room", ours: ["model", "insights", "protocol"], others: WEB_OTHERS },
  { folder: "apps/web/src/balance", ours: ["model", "insights", "protocol"], others: WEB_OTHERS },
  { folder: "apps/web/src/writtenFor", ours: ["model", "protocol"], others: WEB_OTHERS },
  { folder: "apps/web/src/leaving", ours: ["model", "layout", "protocol"], others: WEB_OTHERS },
  { folder: "apps/web/src/takenAway", ours: ["model"], others: WEB_OTHERS },
  { folder: "apps/web/src/library", ours: WEB_FEATURE_OURS, others: WEB_OTHERS },
  { folder: "apps/web/src/board", ours: WEB_FEATURE_OURS, others: [...WEB_OTHERS, "uqr"] },
];

/** Folders of the web app that never import each other; only the composition root may join them. */
const WEB_FEATURES = [
  "canvas",
  "table",
  "library",
  "board",
  "paper",
  "history",
  "attachments",
  "withdrawal",
  "aside",
  "notebook",
  "finding",
  "views",
  "prepare",
  "people",
  "before",
  "step",
  "join",
  "listen",
  "questions",
  "room",
  "balance",
  "writtenFor",
  "takenAway",
  "leaving",
];
/** Folders of the web app that everybody may use and that use nobody above them. */
const WEB_GROUND: Readonly<Record<string, readonly string[]>> = {
  ui: ["ui"],
  words: ["words"],
  live: ["live"],
  journey: ["journey", "words"],
  template: ["template", "ui", "words", "live"],
};

/** Folders that private notes are in, and all that they may import beside themselves: nothing that speaks to anybody. */
const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  "packages/replica/src/notebook": ["packages/replica/src/disk/database.ts", "packages/replica/src/changeSignal.ts"],
  "apps/web/src/notebook": ["apps/web/src/ui/", "apps/web/src/words/"],
};
/** … and who may import them. */
const PRIVATE_DOORS = ["packages/replica/src/index.ts", "apps/web/src/boardBeside.tsx"];

const IMPORT = /\b(?:from|import)\s*\(?\s*["']([^"'\s,]+)["']/g;

/** One sentence for each import that goes through a wall. `sources`: file path (from the root) to its text. */
export function brokenWalls(sources: ReadonlyMap<string, string>): string[] {
  const broken: string[] = [];
  for (const [path, source] of sources) {
    const room = roomOf(path);
    if (!room) continue;
    for (const [, specifier = ""] of source.matchAll(IMPORT)) {
      const problem = specifier.startsWith(".") ? relativeProblem(path, specifier) : packageProblem(room, specifier);
      if (problem) broken.push(`${path}: ${problem}`);
    }
  }
  return broken;
}

function roomOf(path: string): Room | undefined {
  const inside = ROOMS.filter((room) => path.startsWith(`${room.folder}/`));
  return inside.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function packageProblem(room: Room, specifier: string): string | undefined {
  const [scope = "", name = "", ...inside] = specifier.split("/");
  if (scope === "@sameside") {
    if (inside.length > 0) return `${specifier} goes past the door of ${name}`;
    return room.ours.includes(name) ? undefined : `${room.folder} may not import @sameside/${name}`;
  }
  const allowed = room.others.some((other) =>
    other.endsWith(":") ? specifier.startsWith(other) : specifier === other || specifier.startsWith(`${other}/`),
  );
  return allowed ? undefined : `${room.folder} may not import ${specifier}`;
}

function relativeProblem(path: string, specifier: string): string | undefined {
  const target = normalize(join(dirname(path), specifier));
  const [side, top] = path.split("/");
  if (!target.startsWith(`${side}/${top}/src/`)) return `${specifier} leaves the package`;
  const leak = leakOfPrivate(path, target);
  if (leak || !path.startsWith("apps/web/src/")) return leak;
  const from = path.split("/")[3] ?? "";
  const to = target.split("/")[3] ?? "";
  if (WEB_FEATURES.includes(from) && WEB_FEATURES.includes(to) && from !== to) {
    return `feature ${from} imports feature ${to}: App hands one to the other`;
  }
  const ground = WEB_GROUND[from];
  return ground && !ground.includes(to) ? `${from} imports ${to}, which stands above it` : undefined;
}

function leakOfPrivate(path: string, target: string): string | undefined {
  const isIn = (folder: string, file: string) => file.startsWith(`${folder}/`);
  for (const [folder, allowed] of Object.entries(PRIVATE)) {
    if (isIn(folder, path) && !isIn(folder, target) && !allowed.some((each) => target.startsWith(each)))
      return `private notes import ${target}: they meet nothing that speaks to anybody`;
    if (!isIn(folder, path) && isIn(folder, target) && !PRIVATE_DOORS.includes(path))
      return `${target} is private: only ${PRIVATE_DOORS.join(" and ")} may import it`;
  }
  return undefined;
}

/** By name, or all names at once. */
const FLOW_STORE =
  /import\b[^;"']*(?:\{[^}]*\b(?:useStore|useStoreApi|useReactFlow)\b[^}]*\}|\*\s*as\s+\w+)\s*from\s*"@xyflow\/react"/;
/** `useStore((s) => s.nodes)`, whatever is made of them in it, and `useStore(({ nodes }) => …)`. */
const WHOLE_SELECTOR =
  /\buseStore\(\s*(?:\(?\s*(\w+)[^)=]*\)?\s*=>[^;]*?\b\1\.(?:nodes|edges)\b|\(?\s*\{[^}]*\b(?:nodes|edges)\b[^}]*\}[^)=]*\)?\s*=>)/;
/** React Flow's own hooks that are such a selector. */
const WHOLE_HOOK = /import\b[^;"']*\{[^}]*\b(?:useNodes|useEdges)\b[^}]*\}\s*from\s*"@xyflow\/react"/;

/** What only one place may do. */
export function brokenRules(sources: ReadonlyMap<string, string>): string[] {
  const broken: string[] = [];
  for (const [path, source] of sources) {
    const isWeb = path.startsWith("apps/web/src/");
    if (isWeb && path !== "apps/web/src/App.tsx" && /\basBoardDocument\b/.test(source)) {
      broken.push(`${path}: only the composition root opens documents (asBoardDocument)`);
    }
    if (isWeb && FLOW_STORE.test(source) && path !== "apps/web/src/canvas/flowStore.ts") {
      broken.push(
        `${path}: React Flow's store is used in canvas/flowStore.ts only, so that its next major is a small port`,
      );
    }
    if (isWeb && (WHOLE_SELECTOR.test(source) || WHOLE_HOOK.test(source))) {
      broken.push(
        `${path}: hears every card on every frame (all nodes or edges of React Flow); ask for one thing by its id`,
      );
    }
    if (
      /\brandomUUID\b|\bcrypto\.subtle\b|navigator\.(locks|storage|clipboard)\b/.test(stripComments(source)) &&
      !path.startsWith("apps/relay/") &&
      !path.startsWith("apps/cli/")
    ) {
      broken.push(`${path}: uses what a plain http:// origin does not have`);
    }
    if (/\/(index\.tsx|hooks\.tsx?|utils?\.tsx?|helpers?\.tsx?|misc\.tsx?|common\.tsx?)$/.test(path)) {
      broken.push(`${path}: a file is named for its subject`);
    }
    if (/^export \* from/m.test(source)) broken.push(`${path}: a door names what it exports`);
  }
  return broken;
}

function stripComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

/** The `test` of the library itself leaves open what a test opens. */
const OWN_TEST = /import \{[^}]*\btest\b[^}]*\} from "@playwright\/test"/;

/** One sentence for each browser test that leaves open what it opens. `specs`: file name to its text. */
export function leavingOpen(specs: ReadonlyMap<string, string>): string[] {
  return [...specs]
    .filter(([, source]) => OWN_TEST.test(source))
    .map(([path]) => `${path}: takes test from @playwright/test; support/test.ts closes what a test has opened`);
}
