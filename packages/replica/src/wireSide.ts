/** A document's way to the relay and back: one link at a time, what the relay says, and who waits for it. */
import { type AnswerRow, answerKey, CLOSE, type FromRelay, type Right } from "@sameside/protocol";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { Answers } from "./answers.ts";
import { openDelivery } from "./delivery.ts";
import type { Ledger } from "./ledger.ts";
import { type Link, type LinkListener, type OpenLink, openLink } from "./link.ts";
import type { StatusBoard } from "./status.ts";
import type { SharedWire } from "./tabChannel.ts";

export interface WireSide {
  connect(link: Link): void;
  disconnect(): void;
  /** Lets go of the connection because another tab of this device holds one; what it knows comes by `mirror`. */
  standBack(): void;
  /** What the tab that holds the connection says of it. */
  mirror(shared: SharedWire): void;
  isLinked(): boolean;
  /** Sends rows for another tab's outbox. */
  sendAnswers(rows: readonly AnswerRow[]): void;
  delivered(): Promise<void>;
  /** The ledger has confirmations that did not come over this tab's connection. */
  settle(): void;
  close(): void;
}

export interface WireParts {
  readonly room: string;
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly ledger: Ledger;
  readonly status: StatusBoard;
  readonly answers: Answers | undefined;
  /** What the relay said about the right at an earlier visit. */
  readonly knownRight: Right | undefined;
  /** The ledger has new confirmations. */
  readonly confirmed: () => void;
  /** The relay says what this device may do. */
  readonly rightTold: (right: Right) => void;
  /** Everything the relay says, and the rows it has stored as rows: for the other tabs of this device. */
  readonly heard: (message: FromRelay) => void;
}

/** Opens no link by itself. */
export function openWireSide(parts: WireParts): WireSide {
  const { ledger, status, answers } = parts;
  const delivery = openDelivery(ledger);
  let current: { readonly link: Link; readonly open: OpenLink } | undefined;
  let detachAnswers: (() => void) | undefined;
  const sentRowByKey = new Map<string, AnswerRow>();
  let rightAtRelay: Right = parts.knownRight ?? "write";

  const listener: LinkListener = {
    frames: { opened: ledger.connected, sent: ledger.sent },
    online() {
      status.update({ wire: "online", refusal: undefined });
      detachAnswers = answers?.wire.attach(sendAnswers);
    },
    offline(closing) {
      letGoOfAnswers();
      status.update({ wire: "offline", refusal: closing });
    },
    refused(closing) {
      letGoOfAnswers();
      status.update({ wire: "refused", refusal: closing });
      delivery.fail(closing.reason);
    },
    message: hear,
  };

  return {
    connect(link) {
      if (current && sameLink(current.link, link) && status.read().wire !== "refused") return;
      current?.open.close();
      letGoOfAnswers();
      status.update({ wire: "connecting", right: rightAtRelay, refusal: undefined });
      current = { link, open: openLink(parts, link, listener) };
    },
    disconnect() {
      endLink();
      status.update({ wire: "none", right: "write", refusal: undefined });
      delivery.fail("The connection was ended here. Connect again to deliver the changes.");
    },
    standBack() {
      endLink();
      const { wire } = status.read();
      status.update({ wire: wire === "none" || wire === "refused" ? "connecting" : wire, refusal: undefined });
    },
    mirror({ wire, right, refusal }) {
      rightAtRelay = right;
      status.update({ wire, right, refusal });
      const obstacle = wire === "refused" || right === "read" ? obstacleTo(status) : undefined;
      if (obstacle) delivery.fail(obstacle);
    },
    isLinked: () => current !== undefined,
    sendAnswers,
    settle: delivery.settle,
    async delivered() {
      const obstacle = obstacleTo(status);
      if (obstacle && ledger.acked() < ledger.edits()) throw new Error(obstacle);
      await delivery.wait();
    },
    close() {
      endLink();
      delivery.fail("The board was closed before its changes were delivered. They are sent at the next visit.");
    },
  };

  function sendAnswers(rows: readonly AnswerRow[]): void {
    for (const row of rows) sentRowByKey.set(answerKey(row), row);
    current?.open.send({ say: "answersPut", rows: [...rows] });
  }

  function hear(message: FromRelay): void {
    answers?.wire.heard(message);
    parts.heard(message);
    if (message.say === "answersStored") tellStoredRows(message.keys);
    if (message.say === "rights") takeRight(message.right);
    if (message.say === "stored") {
      ledger.stored(message.frames);
      parts.confirmed();
      delivery.settle();
    }
    if (message.say === "denied") {
      ledger.denied(message.frame);
      takeRight("read");
    }
  }

  /** Another tab's answers are new to this one, and this one's to the others. */
  function tellStoredRows(keys: readonly { readonly key: string }[]): void {
    const rows = keys.flatMap(({ key }) => sentRowByKey.get(key) ?? []);
    for (const { key } of keys) sentRowByKey.delete(key);
    if (rows.length === 0) return;
    answers?.wire.heard({ say: "answers", rows });
    parts.heard({ say: "answers", rows });
  }

  function takeRight(right: Right): void {
    rightAtRelay = right;
    status.update({ right });
    parts.rightTold(right);
    if (right === "read") delivery.fail(CLOSE.noRight.reason);
  }

  function endLink(): void {
    current?.open.close();
    current = undefined;
    letGoOfAnswers();
  }

  function letGoOfAnswers(): void {
    detachAnswers?.();
    detachAnswers = undefined;
  }
}

function sameLink(one: Link, other: Link): boolean {
  return one.url === other.url && one.token === other.token;
}

/** Why nothing will be delivered as things stand; `undefined` while it is only a matter of time. */
function obstacleTo(status: StatusBoard): string | undefined {
  const { wire, right, refusal } = status.read();
  if (wire === "none") return "There is no connection to a relay. Publish the workshop, or connect, first.";
  if (wire === "refused") return refusal?.reason ?? CLOSE.noRight.reason;
  return right === "read" ? CLOSE.noRight.reason : undefined;
}
