/** A WebSocket that notes every sync frame it sends, so that the relay's `stored(n)` can be matched to edits. */
import { limits, MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";

export interface FrameListener {
  /** A socket was made; frames count from 1 again. */
  opened(): void;
  sent(kind: "step2" | "update"): void;
  /** A frame is larger than the relay takes; it was not sent. */
  tooLarge(): void;
}

type SocketClass = new (url: string | URL, protocols?: string | string[]) => WebSocket;

/** The platform's WebSocket class, with `listener` hearing of its sync frames. */
export function countingWebSocket(listener: FrameListener): typeof WebSocket {
  const Base: SocketClass = WebSocket;
  class CountingWebSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      listener.opened();
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const kind = data instanceof Uint8Array ? syncKind(data) : undefined;
      if (kind && data instanceof Uint8Array && data.byteLength > limits.MAX_MESSAGE_BYTES) {
        listener.tooLarge();
        return;
      }
      // Noted before it goes out, so that no answer can come first.
      if (kind) listener.sent(kind);
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  }
  return CountingWebSocket as typeof WebSocket;
}

/** Both types are below 128, where a varint is one byte. Step 1 asks and carries nothing, so it is not counted. */
function syncKind(frame: Uint8Array): "step2" | "update" | undefined {
  if (frame[0] !== MESSAGE_SYNC) return undefined;
  if (frame[1] === SYNC_STEP_2) return "step2";
  return frame[1] === SYNC_UPDATE ? "update" : undefined;
}
