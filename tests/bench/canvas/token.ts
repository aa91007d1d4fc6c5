/** The last word of every card's text: by it a card is known, and by it an edit is seen. */

export const TOKEN_LENGTH = 5;
/** What people said stands in quotation marks; the token stands inside of them. */
const LAST_WORD = /\S{5}(”?)$/;

/** `n0042`. */
export function tokenOf(letter: string, number: number): string {
  return letter + String(number).padStart(TOKEN_LENGTH - 1, "0");
}

/** What a card is called by all contenders: the token that it began with. */
export function keyOf(text: string): string {
  return (text.endsWith("”") ? text.slice(0, -1) : text).slice(-TOKEN_LENGTH);
}

/** The text with another token, which is as long: a card keeps its lines. */
export function reworded(text: string, token: string): string {
  return text.replace(LAST_WORD, `${token}$1`);
}
