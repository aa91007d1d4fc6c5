/** What somebody may try round the interface, with a token of their own. */
import { addCard, asBoardDocument, readBoard } from "@sameside/model";
import { connectDevice, documentHolds } from "../relay/socketDevice.ts";
import { touchpointsOf } from "./witness.ts";

interface Forgery {
  readonly room: string;
  readonly token: string;
  /** In whose name, who is a customer. */
  readonly as: string;
  /** On the touchpoint with this title. */
  readonly on: string;
  readonly text: string;
}

/** Writes a card on the board; resolves when the relay has said that it does not take it. */
export async function forgeCard(relayUrl: string, { room, token, as, on, text }: Forgery): Promise<void> {
  const device = connectDevice(relayUrl, room, token);
  const board = asBoardDocument(device.doc);
  const place = () => touchpointsOf(readBoard(board)).find(({ title }) => title === on);
  await documentHolds(device.doc, () => place() !== undefined);
  const lane = readBoard(board).journeys[0]?.lanes.find(({ kind }) => kind === "pain");
  const parent = place();
  if (!lane || !parent) throw new Error(`there is no place for a card on “${on}”`);
  const by = { person: as, role: "customer", now: Date.now } as const;
  const made = addCard(board, by, { parent: parent.id, lane: lane.id, text });
  if (made.outcome !== "done") throw new Error(`the card was not even made: ${made.outcome}`);
  await device.heard(({ say }) => say === "denied");
  device.provider.destroy();
}
