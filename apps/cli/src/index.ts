/** Door of the command line: any command line as a function. */
export { type Invitation, invitationOf, type ResolveName } from "./address.ts";
export { run } from "./run.ts";
export type { Terminal } from "./terminal.ts";
export { welcome } from "./welcome.ts";
