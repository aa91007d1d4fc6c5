import type * as Y from "yjs";

/**
 * Makes a shared text read `next` by the smallest single replacement, so that what others typed before and after the
 * changed stretch stays theirs. Never splits a surrogate pair.
 */
export function replaceText(shared: Y.Text, next: string): void {
  const now = shared.toString();
  let start = 0;
  while (start < now.length && start < next.length && now[start] === next[start]) start++;
  if (start > 0 && isHighSurrogate(now.charCodeAt(start - 1))) start--;
  let endNow = now.length;
  let endNext = next.length;
  while (endNow > start && endNext > start && now[endNow - 1] === next[endNext - 1]) {
    endNow--;
    endNext--;
  }
  if (endNow < now.length && isLowSurrogate(now.charCodeAt(endNow))) {
    endNow++;
    endNext++;
  }
  if (endNow > start) shared.delete(start, endNow - start);
  if (endNext > start) shared.insert(start, next.slice(start, endNext));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
