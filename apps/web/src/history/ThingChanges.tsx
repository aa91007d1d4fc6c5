/** Who changed what of one card or touchpoint, where all about it stands. */
import type { CardView, Id, TouchpointView } from "@sameside/model";
import "./history.css";
import type { LiveBoard } from "../live/liveBoard.ts";
import { ChangeLines } from "./ChangeLines.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly nameOf: (person: Id) => string;
  readonly subject: CardView | TouchpointView;
}

export function ThingChanges({ live: { board, by }, nameOf, subject }: Props) {
  const kind = "author" in subject ? "card" : "touchpoint";
  return <ChangeLines desk={{ board, by, nameOf }} thing={{ kind, id: subject.id }} asOf={subject} />;
}
