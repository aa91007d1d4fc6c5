/** The part of papaparse that is used here. Its own types bring Node's with them, and this package knows no Node. */
declare module "papaparse" {
  interface ParseConfig {
    readonly delimiter?: string;
    readonly delimitersToGuess?: string[];
    readonly newline?: "\n" | "\r" | "\r\n";
    /** At most so many rows; 0 = all. */
    readonly preview?: number;
  }
  interface ParseResult<T> {
    readonly data: T[];
    readonly errors: { readonly code: string; readonly row?: number }[];
  }
  const Papa: {
    parse<T>(text: string, config: ParseConfig): ParseResult<T>;
    unparse(rows: string[][], config: { readonly newline: string }): string;
  };
  export default Papa;
}
