/** Door of the command line: any command line as a function. */
export { run } from "./run.ts";
export type { Terminal } from "./terminal.ts";
