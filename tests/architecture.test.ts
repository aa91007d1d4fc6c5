/** The walls of ARCHITECTURE.md hold, and each of them is shown to fire. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { brokenRules, brokenWalls, leavingOpen, ROOMS } from "./support/walls.ts";

const ROOT = join(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules/.bin");
const planted: string[] = [];
afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

function sources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const side of ["packages", "apps"]) {
    for (const name of readdirSync(join(ROOT, side))) {
      const folder = join(ROOT, side, name, "src");
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        found.set(relative(ROOT, path), readFileSync(path, "utf8"));
      }
    }
  }
  return found;
}

describe("the walls between the rooms", () => {
  it("stand in the whole tree, and every room is looked at", () => {
    const all = sources();
    expect(brokenWalls(all)).toEqual([]);
    expect(brokenRules(all)).toEqual([]);
    const empty = ROOMS.filter((room) => ![...all.keys()].some((path) => path.startsWith(`${room.folder}/`)));
    expect(empty).toEqual([]);
  });

  it.each([
    ["packages/model/src/a.ts", 'import { useState } from "react";'],
    ["packages/model/src/a.ts", 'import { limits } from "@sameside/protocol";'],
    ["packages/layout/src/a.ts", 'import { x } from "@sameside/insights";'],
    ["packages/insights/src/a.ts", 'import * as Y from "yjs";'],
    ["packages/interchange/src/a.ts", 'const fs = await import("node:fs");'],
    ["packages/replica/src/a.ts", 'import { readBoard } from "@sameside/model";'],
    ["packages/replica/src/a.ts", 'import { x } from "../../model/src/id.ts";'],
    ["packages/replica/src/notebook/a.ts", 'import type { Link } from "../wire/link.ts";'],
    ["packages/replica/src/notebook/a.ts", 'import { openAnswers } from "../answers/answers.ts";'],
    ["packages/replica/src/wire/a.ts", 'import { openNotebook } from "../notebook/notebook.ts";'],
    ["packages/replica/src/answers/a.ts", 'import { openNotebook } from "../notebook/notebook.ts";'],
    ["apps/web/src/notebook/a.tsx", 'import type { LiveBoard } from "../live/liveBoard.ts";'],
    ["apps/web/src/aside/a.tsx", 'import { NotesPanel } from "../notebook/NotesPanel.tsx";'],
    ["apps/relay/src/a.ts", 'import type { BoardView } from "@sameside/model";'],
    ["apps/cli/src/a.ts", 'import * as Y from "yjs";'],
    ["apps/web/src/board/a.tsx", 'import * as Y from "yjs";'],
    ["apps/web/src/board/a.tsx", 'import { Canvas } from "../canvas/Canvas.tsx";'],
    ["apps/web/src/canvas/a.tsx", 'import { openReplica } from "@sameside/replica";'],
    ["apps/web/src/table/a.tsx", 'import { Canvas } from "../canvas/Canvas.tsx";'],
    ["apps/web/src/history/a.ts", 'import { openVersions } from "@sameside/replica";'],
    ["apps/web/src/paper/a.tsx", 'import { Sheet } from "../canvas/Sheet.tsx";'],
    ["apps/web/src/attachments/a.tsx", 'import { Confirm } from "../board/Confirm.tsx";'],
    ["apps/web/src/withdrawal/a.tsx", 'import { Confirm } from "../board/Confirm.tsx";'],
    ["apps/web/src/journey/a.ts", 'import { TableView } from "../table/TableView.tsx";'],
    ["apps/web/src/ui/a.tsx", 'import type { CardView } from "@sameside/model";'],
    ["apps/web/src/ui/a.tsx", 'import { words } from "../words/words.ts";'],
    ["apps/web/src/live/a.ts", 'import { Board } from "../board/Board.tsx";'],
    ["apps/web/src/library/a.ts", 'import { readBoard } from "@sameside/model/src/journey/reader.ts";'],
  ])("fire for %s with %s", (path, source) => {
    expect(brokenWalls(new Map([[path, source]]))).toHaveLength(1);
  });

  it.each([
    ["apps/web/src/board/a.tsx", "asBoardDocument(doc)"],
    ["apps/web/src/canvas/Canvas.tsx", 'import { ReactFlow, useStore } from "@xyflow/react";'],
    ["apps/web/src/canvas/a.tsx", 'import Flow, { useStoreApi as storeOf } from "@xyflow/react";'],
    ["apps/web/src/canvas/a.tsx", 'import * as Flow from "@xyflow/react";'],
    ["apps/web/src/canvas/flowStore.ts", "const nodes = useStore((s) => s.nodes);"],
    ["apps/web/src/canvas/flowStore.ts", "const count = useStore((s: State) => s.edges.length, shallow);"],
    ["apps/web/src/canvas/flowStore.ts", "const first = useStore(({ width, nodes }) => nodes[0]);"],
    ["apps/web/src/canvas/a.tsx", 'import { type Node, useNodes } from "@xyflow/react";'],
    ["packages/replica/src/a.ts", "const id = crypto.randomUUID();"],
    ["apps/web/src/live/a.ts", "await navigator.clipboard.writeText(text);"],
    ["packages/model/src/utils.ts", ""],
    ["packages/model/src/index.ts", 'export * from "./id.ts";'],
  ])("and the house rules fire for %s with %s", (path, source) => {
    expect(brokenRules(new Map([[path, source]]))).toHaveLength(1);
  });

  it.each([
    ["apps/web/src/canvas/flowStore.ts", 'import { useStore } from "@xyflow/react";'],
    ["apps/web/src/canvas/flowStore.ts", "const zoom = useStore((s) => s.transform[2]);"],
    ["apps/web/src/canvas/a.tsx", "const status = useStore(live.status); const { nodes } = props;"],
    ["apps/web/src/canvas/a.tsx", 'import { ReactFlow, ViewportPortal } from "@xyflow/react";'],
  ])("but not for %s with %s", (path, source) => {
    expect(brokenRules(new Map([[path, source]]))).toEqual([]);
  });
});

describe("browser tests", () => {
  it("close what they have opened, and it is seen where one does not", () => {
    const folder = join(ROOT, "tests/e2e");
    const specs = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    expect(specs.size).toBeGreaterThan(0);
    expect(leavingOpen(specs)).toEqual([]);
    expect(leavingOpen(new Map([["a.spec.ts", 'import { expect, test } from "@playwright/test";']]))).toHaveLength(1);
  });
});

describe("the lint fences fire", () => {
  it.each([
    [
      "packages/model/src/planted.ts",
      'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n',
      "noRestrictedImports",
    ],
    [
      "packages/insights/src/planted.ts",
      'import { useState } from "react";\nexport const x = useState;\n',
      "noRestrictedImports",
    ],
    [
      "apps/web/src/board/planted.ts",
      'import { Doc } from "yjs";\nexport const x = new Doc();\n',
      "noRestrictedImports",
    ],
    [
      "apps/relay/src/planted.ts",
      'import { readBoard } from "@sameside/model";\nexport const x = readBoard;\n',
      "noRestrictedImports",
    ],
    ["packages/model/src/planted.ts", 'import { b } from "./b.ts";\nexport const a = () => b;\n', "noImportCycles"],
  ])("for %s: %s", (path, source, rule) => {
    const folder = mkdtempSync(join(tmpdir(), "sameside-fence-"));
    planted.push(folder);
    const config = readFileSync(join(ROOT, "biome.json"), "utf8").replace(
      '"enabled": true, "clientKind"',
      '"enabled": false, "clientKind"',
    );
    write(join(folder, "biome.json"), config);
    write(join(folder, path), source);
    write(join(folder, dirname(path), "b.ts"), 'import { a } from "./planted.ts";\nexport const b = () => a;\n');
    const { status, stdout, stderr } = spawnSync(join(BIN, "biome"), ["lint", "--colors=off", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout + stderr).toContain(rule);
    expect(status).not.toBe(0);
  });

  it("for a promise that nobody waits for", () => {
    const folder = mkdtempSync(join(ROOT, "packages/protocol/planted-"));
    planted.push(folder);
    write(join(folder, "planted.ts"), "async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n");
    write(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../tsconfig.json", include: ["."], compilerOptions: { rootDir: "." } }),
    );
    const { status, stdout } = spawnSync(
      join(BIN, "oxlint"),
      ["--type-aware", "--no-ignore", "-c", join(ROOT, ".oxlintrc.json"), join(folder, "planted.ts")],
      { cwd: ROOT, encoding: "utf8" },
    );
    expect(stdout).toContain("no-floating-promises");
    expect(status).not.toBe(0);
  });
});

describe("the compiler's fences fire", () => {
  function compile(room: string, source: string, extra: object = {}): string {
    const folder = mkdtempSync(join(ROOT, room, "planted-"));
    planted.push(folder);
    write(join(folder, "planted.ts"), source);
    const config = {
      extends: "../tsconfig.json",
      compilerOptions: {
        composite: false,
        incremental: false,
        emitDeclarationOnly: false,
        noEmit: true,
        rootDir: ROOT,
        ...extra,
      },
      files: ["planted.ts"],
      include: [],
      references: [],
    };
    write(join(folder, "tsconfig.json"), JSON.stringify(config));
    return spawnSync(join(BIN, "tsc"), ["-p", folder], { encoding: "utf8" }).stdout;
  }

  it("for a component that writes to a document past the commands", () => {
    const open = (write: string) => `
      import { asBoardDocument, readBoard } from "@sameside/model";
      import { openReplica } from "@sameside/replica";
      export async function f() {
        const replica = await openReplica({ room: "r", asDocument: asBoardDocument, project: readBoard });
        ${write}
      }`;
    expect(compile("apps/web", open('replica.doc.getMap("cards").set("x", 1);'))).toContain("TS2339");
    expect(compile("apps/web", open("readBoard(replica.doc);"))).toBe("");
  });

  it("for the browser or Node in the core", () => {
    expect(compile("packages/model", "export const x = document.title;\n")).toContain("TS2584");
    expect(compile("packages/model", "export const x = process.env;\n")).toContain("TS2591");
    expect(compile("packages/interchange", "export const x = process.env;\n")).toContain("TS2591");
    expect(compile("packages/model", "export const x = 1;\n")).toBe("");
  });

  it("for a package that is not declared", () => {
    expect(compile("apps/web", 'import * as Y from "yjs";\nexport const x = Y;\n')).toContain("TS2307");
    expect(
      compile("apps/relay", 'import { readBoard } from "@sameside/model";\nexport const x = readBoard;\n'),
    ).toContain("TS2307");
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
