/** Where the work is, truthfully, in a few words. */

import { CheckCheck, CircleAlert, CloudOff, Eye, HardDrive, Pencil, RefreshCw, ShieldCheck } from "lucide-react";
import { memo } from "react";
import type { ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { deviceKind } from "../ui/deviceKind.ts";
import { useWords, type Words } from "../words/words.ts";
import type { Writing } from "./rightsNews.ts";

type State =
  | "typing"
  | "kept"
  | "safe"
  | "waiting"
  | "connecting"
  | "saved"
  | "savedOffline"
  | "readOnly"
  | "closed"
  | "failed"
  | "outdated"
  | "refused";

interface Props {
  readonly live: Pick<LiveBoard, "status">;
  readonly writing: Writing;
  readonly isShared: boolean;
  readonly onRelayMoved: () => void;
}

const ICONS = {
  typing: Pencil,
  kept: HardDrive,
  safe: ShieldCheck,
  waiting: CloudOff,
  connecting: RefreshCw,
  saved: CheckCheck,
  savedOffline: CheckCheck,
  readOnly: Eye,
  closed: Eye,
  failed: CircleAlert,
  outdated: CircleAlert,
  refused: CircleAlert,
} as const;

export const SaveState = memo(function SaveState({ live, writing, isShared, onRelayMoved }: Props) {
  const words = useWords();
  const status = useStore(live.status);
  const state = stateOf(status, writing, isShared);
  const text = textOf(state, status, words);
  const Icon = ICONS[state];
  const waits = status.waiting > 0 && status.wire === "online" && !status.refusal;
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
      <span>{shortOf(state, words) ?? text}</span>
      {isShared && status.wire === "offline" && !status.refusal ? (
        <Button onPress={onRelayMoved}>{words.board.relayMoved.button}</Button>
      ) : null}
    </div>
  );
});

function stateOf(status: ReplicaStatus, writing: Writing, isShared: boolean): State {
  if (status.disk === "failed") return "failed";
  if (status.outdated) return "outdated";
  if (status.disk === "typing") return "typing";
  if (status.wire === "refused") return "refused";
  if (status.waiting > 0 && status.wire !== "none") return "waiting";
  if (writing !== "open") return writing === "closed" ? "closed" : "readOnly";
  if (status.wire === "none" && !isShared) return status.safe ? "safe" : "kept";
  if (status.wire === "none") return "connecting";
  if (status.wire === "online") return "saved";
  return status.wire === "connecting" ? "connecting" : "savedOffline";
}

/** What the line under the bar says in full, with the way out of it. */
function shortOf(state: State, { board }: Words): string | undefined {
  if (state === "failed") return board.state.notSaved;
  return state === "outdated" ? board.state.readOnly : undefined;
}

function textOf(state: State, status: ReplicaStatus, words: Words): string {
  const { state: say } = words.board;
  const device = words.app.devices[deviceKind()];
  switch (state) {
    case "waiting":
      return status.refusal ? say.notTaken(status.waiting) : say.waiting(status.waiting);
    case "failed":
      return say.failed[status.trouble ?? "failed"];
    case "kept":
    case "safe":
    case "connecting":
      return say[state](device);
    default:
      return say[state];
  }
}
