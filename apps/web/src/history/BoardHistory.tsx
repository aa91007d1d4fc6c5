/** The history of a board: it keeps versions by itself, and shows everything when somebody opens it. */
import type { BoardView, Id, Outcome } from "@sameside/model";
import { useMemo } from "react";
import "./history.css";
import type { LiveBoard } from "../live/liveBoard.ts";
import { versionsOf } from "../live/versions.ts";
import { useAutomaticVersions } from "./automaticVersions.ts";
import type { SelectedThing } from "./contract.ts";
import { HistoryDialog } from "./HistoryDialog.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly view: BoardView;
  readonly selection: SelectedThing | null;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
  readonly open: "history" | "before" | null;
  readonly onClose: () => void;
}

export function BoardHistory({ live, view, selection, run, editable, nameOf, open, onClose }: Props) {
  const versions = useMemo(() => versionsOf(live), [live]);
  useAutomaticVersions(live, versions);
  if (open === null) return null;
  const desk = { board: live.board, by: live.by, view, run, editable, nameOf };
  return (
    <HistoryDialog
      desk={desk}
      versions={versions}
      selection={selection}
      lastGood={live.lastGood}
      first={open === "before" ? "before" : "versions"}
      onClose={onClose}
    />
  );
}
