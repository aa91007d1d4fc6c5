/** Reads the address of a relay as people type or paste it. */

/** The http origin in it, also of a whole invite link; a bare `192.168.1.7:4321` has the page's scheme. */
export function relayOriginIn(typed: string, scheme = location.protocol): string | undefined {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return undefined;
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `${scheme}//${text}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.origin : undefined;
}
