/** Tells the pages of this device that what is set aside of a room has changed. */

type Hear = () => void;

const listenersByRoom = new Map<string, Set<Hear>>();

/** Every page that shows the room, this one included, reads it again. */
export function tellAside(room: string): void {
  for (const hear of listenersByRoom.get(room) ?? []) hear();
  const channel = openChannel(room);
  channel?.postMessage("changed");
  channel?.close();
}

/** `hear` runs after each change. Returns the way to stop. */
export function onAside(room: string, hear: Hear): () => void {
  const listeners = listenersByRoom.get(room) ?? new Set<Hear>();
  listenersByRoom.set(room, listeners.add(hear));
  const channel = openChannel(room);
  channel?.addEventListener("message", hear);
  return () => {
    listeners.delete(hear);
    channel?.close();
  };
}

/** `undefined` outside of a page, and where there is none. */
function openChannel(room: string): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === "undefined" || typeof window === "undefined") return undefined;
  return new BroadcastChannel(`sameside/aside/${room}`);
}
