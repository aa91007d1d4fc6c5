import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run as runCommand } from "@sameside/cli";
import { readSameside } from "@sameside/interchange";
import { boardFromState, readBoard } from "@sameside/model";
import { afterAll, describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "../../apps/cli/src/main.ts");
const fixtures = join(import.meta.dirname, "../fixtures");
const shopVisit = join(fixtures, "mermaid/shop-visit.mmd");
const outOfFive = join(fixtures, "mermaid/out-of-five.mmd");
const folder = mkdtempSync(join(tmpdir(), "sameside-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("sameside check", () => {
  it("prints what Mermaid's own parser reads", async () => {
    const { status, stdout } = await run("check", shopVisit, "--strict", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      title: "A visit to the bakery",
      sections: [
        {
          name: "Decide",
          tasks: [
            { name: "Smell fresh bread", score: 5, people: ["Customer"] },
            { name: "Find a parking spot", score: 2, people: ["Customer", "Passenger"] },
          ],
        },
        {
          name: "Buy",
          tasks: [
            { name: "Wait in line", score: 3, people: ["Customer"] },
            { name: "Pay by card", score: 4, people: ["Customer", "Baker"] },
          ],
        },
      ],
    });
  });

  it("says where Mermaid's own parser refuses a file", async () => {
    const file = write("refused.mmd", "journey\n section S\n Order #12: 5: Ann\n");
    const { status, stdout, stderr } = await run("check", file, "--strict", "--json");
    expect([status, JSON.parse(stdout)]).toEqual([2, { ok: false }]);
    expect(stderr).toBe(
      `${file}:3: Mermaid does not accept this line: Order #12: 5: Ann; check it without --strict for help.\n`,
    );
  });

  it("reads the same file with good will, and says how", async () => {
    const { status, stdout, stderr } = await run(
      "check",
      write("kind.mmd", "journey\n section S\n Order #12: 5: Ann\n"),
    );
    expect(status).toBe(0);
    expect(stdout).toContain("1 phase, 1 touchpoint");
    expect(stderr).toMatch(/^note: .*kind\.mmd:3: "#" kept as text/);
  });

  it.each([
    ["events.csv", join(fixtures, "csv/events.csv"), "this is a log of 3 single events"],
    ["a file that is not there", join(folder, "nowhere.mmd"), "the file cannot be read (ENOENT)"],
  ])("refuses %s with one line", async (_, file, sentence) => {
    const { status, stdout, stderr } = await run("check", file);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining(`${file}:1: ${sentence}`)]);
  });
});

describe("sameside convert", () => {
  it("keeps a journey through .sameside and CSV back to the same Mermaid reading", async () => {
    const steps = ["a.sameside", "b.csv", "c.sameside", "d.mmd"].map((name) => join(folder, name));
    let input = shopVisit;
    for (const output of steps) {
      expect(await run("convert", input, output)).toMatchObject({ status: 0, stdout: "" });
      input = output;
    }
    const original = await run("check", shopVisit, "--strict", "--json");
    expect(await run("check", input, "--strict", "--json")).toEqual(original);
  });

  it("writes a board that the model opens, and copies a .sameside exactly", async () => {
    const [one, two] = [join(folder, "one.sameside"), join(folder, "two.sameside")];
    await run("convert", join(fixtures, "csv/steps.csv"), one);
    await run("convert", one, two);
    expect(readFileSync(two)).toEqual(readFileSync(one));
    const read = readSameside(new Uint8Array(readFileSync(one)));
    if (!read.ok) throw new Error(read.problem.code);
    const board = readBoard(boardFromState(read.contents.documents[0]?.state ?? new Uint8Array()));
    expect(board.journeys[0]?.phases.map((phase) => phase.title)).toEqual(["Order", "Receive"]);
  });

  it("asks for the scale of scores beyond 1..5, and takes it", async () => {
    const output = join(folder, "scaled.mmd");
    const asked = await run("convert", outOfFive, output);
    expect([asked.status, existsSync(output)]).toEqual([2, false]);
    expect(asked.stderr).toContain("scores run from 3 to 9, beyond 1..5; say which scale they are on with --scale");
    expect(await run("convert", outOfFive, output, "--scale", "1..10")).toMatchObject({ status: 0 });
    expect(readFileSync(output, "utf8")).toContain("Prove who you are: 9: Customer, Clerk");
  });

  it("says what is lost, and succeeds", async () => {
    const { status, stderr } = await run("convert", join(fixtures, "csv/steps.csv"), join(folder, "steps.mmd"));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^note: .*steps\.mmd:1: lost: cards: 8$/m);
    expect(stderr).toMatch(/lost: touchpoints without a rating .*: 1$/m);
  });

  it.each([
    [["convert", shopVisit], "IN and OUT are needed"],
    [["convert", shopVisit, "x.docx"], "x.docx:1: .docx cannot be written; end the name with .sameside, .csv or .mmd."],
    [["convert", shopVisit, join(folder, "no/where.csv")], "the file cannot be written (ENOENT)"],
    [["convert", shopVisit, "x.csv", "--scale", "high"], "--scale high is no scale"],
    [["convert", "--colour"], "Unknown option '--colour'"],
    [["paint"], 'there is no command "paint"'],
    [[], "a command is needed"],
  ])("refuses %j with a sentence", async (args, sentence) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("    at ");
  });
});

describe("the process", () => {
  it("prints results and problems apart and ends with the command's code", () => {
    const spawned = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
    expect(spawned("--", "check", shopVisit)).toMatchObject({ status: 0, stderr: "" });
    expect(spawned("check", join(fixtures, "csv/events.csv"))).toMatchObject({ status: 2, stdout: "" });
  });
});

const corpus = join(import.meta.dirname, "../../../shared/corpus");
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.warn("SKIPPED: the corpus of real journey files is not beside this checkout");

describe.skipIf(!hasCorpus)("sameside check --strict --json on real files", () => {
  const names = hasCorpus ? readdirSync(join(corpus, "expected/mermaid")) : [];
  it.each(names)("prints what the official parser reads of %s", async (name) => {
    const expected = JSON.parse(readFileSync(join(corpus, "expected/mermaid", name), "utf8"));
    const { stdout } = await run(
      "check",
      join(corpus, "files/mermaid", name.replace(/json$/, "mmd")),
      "--strict",
      "--json",
    );
    const plainTask = ({ name: task, score, people }: { name: string; score: number; people: string[] }) => ({
      name: task,
      score,
      people,
    });
    const plainSection = (section: { name: string; tasks: Parameters<typeof plainTask>[0][] }) => ({
      name: section.name,
      tasks: section.tasks.map(plainTask),
    });
    const { ok, title, sections } = expected;
    expect(JSON.parse(stdout)).toEqual(ok ? { ok, title, sections: sections.map(plainSection) } : { ok });
  });
});

async function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { out: "", err: "" };
  const status = await runCommand(args, {
    out: (line) => {
      said.out += `${line}\n`;
    },
    err: (line) => {
      said.err += `${line}\n`;
    },
  });
  return { status, stdout: said.out, stderr: said.err };
}

function write(name: string, words: string): string {
  const file = join(folder, name);
  writeFileSync(file, words);
  return file;
}
