/** Where a command says things: handed in, so that commands can be run and read without a process. */
export interface Terminal {
  /** One line of result, on standard output. */
  readonly out: (line: string) => void;
  /** One line of problem or note, on standard error. */
  readonly err: (line: string) => void;
}
