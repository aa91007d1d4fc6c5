/** The `sameside` command and its commands. Exit code 0, or 2 with one line per problem. */
import { Complaint } from "./complaint.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = `Usage: sameside <command>
  serve [--help]                            serve the app and the relay on this machine
  convert IN OUT [--scale MIN..MAX]         from .sameside .csv .tsv .mmd .md .txt to .sameside .csv .mmd
  check FILE [--strict] [--json]            say what a file holds, and what is odd about it
  backup --out FILE [--data DIR]            everything a relay keeps as one file, while it runs
  restore FILE [--data DIR]                 put a backup into an empty folder or database
  move --to postgres://… [--data DIR]       take a relay's data from its folder into a database`;

const EXIT_PROBLEM = 2;

type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;

/** Each command is loaded only when it is called: converting a file needs no server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.ts")).serve,
  convert: async () => (await import("./convert.ts")).convert,
  check: async () => (await import("./check.ts")).check,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  move: async () => (await import("./move.ts")).move,
};

/** Runs one command line and gives its exit code. Rejects only for a fault of the program itself. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await dispatch(argv, terminal);
    return 0;
  } catch (error) {
    const lines = complaintLines(error);
    if (!lines) throw error;
    for (const line of lines) terminal.err(line);
    return EXIT_PROBLEM;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<void> {
  // `pnpm sameside -- check FILE` hands the `--` on.
  const [name = "", ...args] = argv[0] === "--" ? argv.slice(1) : argv;
  if (["help", "--help", "-h"].includes(name)) {
    terminal.out(USAGE);
    return;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new Complaint(`sameside: ${name ? `there is no command "${name}"` : "a command is needed"}.`, USAGE);
  const command = await load();
  await command(args, terminal);
}

/** `undefined` for what is a fault of the program: that keeps its stack. */
function complaintLines(error: unknown): readonly string[] | undefined {
  if (error instanceof Complaint) return error.lines;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && code.startsWith("ERR_PARSE_ARGS")) return [`sameside: ${error.message}`];
  return undefined;
}
