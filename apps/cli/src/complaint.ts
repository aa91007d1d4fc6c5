/** How the command line says what is wrong: one line per problem, exit code 2. */

/** Ends a command: each line is printed to standard error, and the program ends with code 2. */
export class Complaint extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** `file:line: sentence`. */
export function located(file: string, line: number | undefined, sentence: string): string {
  return `${file}:${line ?? 1}: ${sentence}`;
}
