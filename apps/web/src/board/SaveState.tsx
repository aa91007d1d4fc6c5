/** Where the work is, truthfully, in a few words. */

import { CheckCheck, CircleAlert, CloudOff, Eye, HardDrive, Pencil, RefreshCw } from "lucide-react";
import type { ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { deviceKind } from "../ui/deviceKind.ts";
import { useWords, type Words } from "../words/words.ts";
import type { Writing } from "./rightsNews.ts";

type State =
  | "typing"
  | "alone"
  | "waiting"
  | "connecting"
  | "saved"
  | "savedOffline"
  | "readOnly"
  | "closed"
  | "failed"
  | "refused";

interface Props {
  readonly live: LiveBoard;
  readonly writing: Writing;
  readonly isShared: boolean;
  readonly onCopy: () => void;
}

const ICONS = {
  typing: Pencil,
  alone: HardDrive,
  waiting: CloudOff,
  connecting: RefreshCw,
  saved: CheckCheck,
  savedOffline: CheckCheck,
  readOnly: Eye,
  closed: Eye,
  failed: CircleAlert,
  refused: CircleAlert,
} as const;

export function SaveState({ live, writing, isShared, onCopy }: Props) {
  const words = useWords();
  const status = useStore(live.status);
  const state = stateOf(status, writing, isShared);
  const text = textOf(state, status, words);
  const Icon = ICONS[state];
  const waits = status.waiting > 0 && status.wire === "online";
  return (
    <div
      className="board-state"
      data-state={state}
      data-waiting={status.waiting}
      role="status"
      aria-live="off"
      aria-label={words.board.state.label(text)}
      title={status.refusal?.reason ?? undefined}
    >
      {waits ? <RefreshCw size={15} aria-hidden /> : <Icon size={15} aria-hidden />}
      <span>{text}</span>
      {state === "failed" ? (
        <Button look="danger" onPress={onCopy}>
          {words.app.broken.copy}
        </Button>
      ) : null}
    </div>
  );
}

function stateOf(status: ReplicaStatus, writing: Writing, isShared: boolean): State {
  if (status.disk === "failed") return "failed";
  if (status.disk === "typing") return "typing";
  if (status.wire === "refused") return "refused";
  if (status.waiting > 0 && status.wire !== "none") return "waiting";
  if (writing !== "open") return writing === "closed" ? "closed" : "readOnly";
  if (status.wire === "none") return isShared ? "connecting" : "alone";
  if (status.wire === "online") return "saved";
  return status.wire === "connecting" ? "connecting" : "savedOffline";
}

function textOf(state: State, status: ReplicaStatus, words: Words): string {
  const { state: say } = words.board;
  const device = words.app.devices[deviceKind()];
  if (state === "waiting") return say.waiting(status.waiting);
  return state === "alone" || state === "connecting" ? say[state](device) : say[state];
}
