/** Ways from one thing of a journey to another: branches, loops, causes. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { liveIndexOf } from "../../entityIndex.ts";
import { newId } from "../../id.ts";
import { journeyShowing } from "../homes.ts";
import type { ConnectorId, SubjectId } from "../ids.ts";
import { MAX_TITLE_LENGTH } from "../limits.ts";
import { BOARD } from "../records.ts";
import { living, livingHeldBy, livingSubject } from "./place.ts";

/** Connects two cards or touchpoints that one journey shows. Two alike between the same ends are one. */
export function addConnector(
  board: BoardDocument,
  by: Actor,
  args: { readonly from: SubjectId; readonly to: SubjectId; readonly label?: string },
): Outcome<ConnectorId> {
  const { from, to, label = "" } = args;
  if (!livingSubject(board, from) || !livingSubject(board, to)) return refused("gone");
  const { index } = liveIndexOf(docOf(board), BOARD);
  const journey = journeyShowing(index, from);
  if (journey === undefined || journey !== journeyShowing(index, to)) return refused("bad-value");
  if (label.length > MAX_TITLE_LENGTH) return refused("too-long");
  if (livingHeldBy(board, "connectors", from).some((it) => it.to === to && it.label === label)) return NOTHING;
  const id: ConnectorId = newId();
  return transact(board, by, (write) => {
    write.create("connectors", id, { plain: { author: by.person, made: by.now(), from, to }, stamped: { label } });
    return id;
  });
}

export function labelConnector(
  board: BoardDocument,
  by: Actor,
  args: { readonly connector: ConnectorId; readonly label: string },
): Outcome {
  if (!living(board, "connectors", args.connector)) return refused("gone");
  if (args.label.length > MAX_TITLE_LENGTH) return refused("too-long");
  return transact(board, by, (write) => write.set("connectors", args.connector, "label", args.label));
}

export function removeConnector(board: BoardDocument, by: Actor, args: { readonly connector: ConnectorId }): Outcome {
  if (!living(board, "connectors", args.connector)) return NOTHING;
  return transact(board, by, (write) => write.set("connectors", args.connector, "del", true));
}
