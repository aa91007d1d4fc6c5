/**
 * The floor: what it costs to pass bytes on in a room, and nothing else. It knows no document: a newcomer is answered
 * with the largest update the room has seen, or with nothing.
 */
import { MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";
import { type WebSocket, WebSocketServer } from "ws";

interface FloorRoom {
  readonly sockets: Set<WebSocket>;
  /** The frame that answers a step 1. */
  answer: Buffer;
}

/** Below this an update is an edit, not a board. */
const SMALLEST_BOARD_BYTES = 100_000;
const NOTHING = Buffer.from([MESSAGE_SYNC, SYNC_STEP_2, 2, 0, 0]);

/** Serves at the port in the environment until the process is ended. */
export function serveFloor(): void {
  const roomByPath = new Map<string, FloorRoom>();
  const server = new WebSocketServer({
    port: Number(process.env["PORT"]),
    host: "127.0.0.1",
    perMessageDeflate: false,
  });
  server.on("connection", (socket, request) => {
    const path = request.url ?? "";
    const room = roomByPath.get(path) ?? { sockets: new Set(), answer: NOTHING };
    roomByPath.set(path, room);
    room.sockets.add(socket);
    socket.on("close", () => room.sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.on("message", (data) => take(room, socket, data as Buffer));
  });
}

function take(room: FloorRoom, from: WebSocket, frame: Buffer): void {
  const step = frame[0] === MESSAGE_SYNC ? frame[1] : undefined;
  if (step === SYNC_STEP_1) from.send(room.answer);
  if (step === SYNC_STEP_1 || step === SYNC_STEP_2) return;
  if (step === SYNC_UPDATE && frame.length > SMALLEST_BOARD_BYTES) room.answer = asStep2(frame);
  for (const socket of room.sockets) if (socket !== from) socket.send(frame);
}

function asStep2(frame: Buffer): Buffer {
  const answer = Buffer.from(frame);
  answer[1] = SYNC_STEP_2;
  return answer;
}
