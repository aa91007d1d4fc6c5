/** A document's way to the relay and back: one link at a time, what the relay says, and who waits for it. */
import {
  type AnswerRow,
  answerKey,
  CLOSE,
  type FromDevice,
  type FromRelay,
  maySetStep,
  type Right,
  type Step,
} from "@sameside/protocol";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { Answers } from "../answers/answers.ts";
import type { StatusBoard } from "../status.ts";
import type { SharedWire } from "../tabs/tabChannel.ts";
import { openDelivery } from "./delivery.ts";
import type { Intake } from "./intake.ts";
import type { Ledger } from "./ledger.ts";
import { type Link, type LinkListener, type OpenLink, openLink, sameLink } from "./link.ts";
import { openSteps } from "./steps.ts";

export interface WireSide {
  connect(link: Link): void;
  disconnect(): void;
  /** Lets go of the connection because another tab of this device holds one; what it knows comes by `mirror`. */
  standBack(): void;
  /** What the tab that holds the connection says of it; `post` reaches the relay over it. */
  mirror(shared: SharedWire, post: (message: FromDevice) => void): void;
  /** The relay said this to the tab that holds the connection. */
  heardElsewhere(message: FromRelay): void;
  /** Sends what another tab has to say. */
  send(message: FromDevice): void;
  delivered(): Promise<void>;
  setStep(next: Omit<Step, "n">): Promise<void>;
  /** The ledger has confirmations that did not come over this tab's connection. */
  settle(): void;
  close(): void;
}

export interface WireParts {
  readonly room: string;
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly intake: Intake;
  readonly ledger: Ledger;
  readonly status: StatusBoard;
  readonly answers: Answers | undefined;
  /** What the relay said about the right at an earlier visit. */
  readonly knownRight: Right | undefined;
  /** The ledger has new confirmations. */
  readonly confirmed: () => void;
  /** The relay says what this device may do. */
  readonly rightTold: (right: Right) => void;
  /** The relay has not taken own edits, and will not: nothing it could still say about them is under way. */
  readonly refused: () => void;
  /** Everything the relay says, and the answers it has stored as rows: for the other tabs of this device. */
  readonly heard: (message: FromRelay) => void;
}

/** Opens no link by itself. */
export function openWireSide(parts: WireParts): WireSide {
  const { ledger, status, answers } = parts;
  const delivery = openDelivery(ledger);
  const steps = openSteps();
  let current: { readonly link: Link; readonly open: OpenLink } | undefined;
  /** To the tab that holds the connection, while that is online. */
  let post: ((message: FromDevice) => void) | undefined;
  let detachAnswers: (() => void) | undefined;
  /** Answers on their way: other tabs hear of them when the relay has them. */
  const sentRowByKey = new Map<string, AnswerRow>();
  let rightAtRelay: Right = parts.knownRight ?? "write";
  /** Said over the connection that is there; before that, what may be written is what was said at an earlier one. */
  let isRightSaid = false;

  const listener: LinkListener = {
    frames: {
      opened() {
        isRightSaid = false;
        ledger.connected();
      },
      sent: ledger.sent,
    },
    online() {
      // It may close this one as well, as soon as it is to store what waits.
      status.update({ wire: "online", ...(nothingWaits() && { refusal: undefined }) });
      attachAnswers(send);
    },
    standing: () => status.update({ refusal: undefined }),
    caughtUp: () => status.update({ caughtUp: true }),
    offline(closing) {
      letGo();
      status.update({ wire: "offline", refusal: closing });
    },
    refused(closing) {
      letGo();
      status.update({ wire: "refused", refusal: closing });
      delivery.fail(closing.reason);
    },
    message: hear,
  };

  return {
    connect(link) {
      if (current && sameLink(current.link, link) && status.read().wire !== "refused") return;
      current?.open.close();
      letGo();
      status.update({ wire: "connecting", elsewhere: false, right: rightAtRelay, refusal: undefined });
      current = { link, open: openLink(parts, link, listener) };
    },
    disconnect() {
      endLink();
      status.update({ wire: "none", elsewhere: false, right: "write", refusal: undefined });
      delivery.fail("The connection was ended here. Connect again to deliver the changes.");
    },
    standBack() {
      endLink();
      const { wire } = status.read();
      const next = wire === "none" || wire === "refused" ? "connecting" : wire;
      status.update({ wire: next, elsewhere: true, refusal: undefined });
    },
    mirror({ wire, right, answered, refusal, seat, step }, postToLeader) {
      rightAtRelay = right;
      if (step) steps.heard(step);
      if (wire === "online") {
        post = postToLeader;
        attachAnswers(post);
      } else letGo();
      status.update({ wire, elsewhere: true, right, answered, refusal, ...(seat && { seat }), ...(step && { step }) });
      const obstacle = wire === "refused" || right === "read" ? obstacleTo(status) : undefined;
      if (obstacle) delivery.fail(obstacle);
      lookForRefused();
    },
    heardElsewhere: takeNews,
    send,
    settle: delivery.settle,
    async delivered() {
      const obstacle = obstacleTo(status);
      if (obstacle && !nothingWaits()) throw new Error(obstacle);
      await delivery.wait();
    },
    async setStep(next) {
      if (status.read().wire !== "online" || !(current || post))
        throw new Error("There is no connection to the relay. Connect, then go on to the step again.");
      const { seat } = status.read();
      // Otherwise the relay says nothing, and the promise would wait for ever.
      if (seat && !maySetStep(seat)) throw new Error("Only a facilitator takes the workshop to another step. Ask one.");
      await steps.ask(next, (step) => send({ say: "step", step }));
    },
    close() {
      endLink();
      delivery.fail("The board was closed before its changes were delivered. They are sent at the next visit.");
    },
  };

  function send(message: FromDevice): void {
    if (!current) {
      post?.(message);
      return;
    }
    if (message.say === "answersPut") for (const row of message.rows) sentRowByKey.set(answerKey(row), row);
    current.open.send(message);
  }

  function hear(message: FromRelay): void {
    parts.heard(message);
    takeNews(message);
    if (message.say === "answers") message.rows.forEach(forgetSent);
    if (message.say === "answersStored") tellStoredRows(message.keys);
    if (message.say === "answersRefused")
      for (const { key, time } of message.keys) if (sentRowByKey.get(key)?.time === time) sentRowByKey.delete(key);
    if (message.say === "rights") takeRight(message.right);
    if (message.say === "answersStored") current?.open.taken();
    if (message.say === "stored") {
      const before = ledger.acked();
      ledger.stored(message.frames);
      if (ledger.acked() > before) takeAsStored();
      parts.confirmed();
      delivery.settle();
    }
    if (message.say === "denied") {
      ledger.denied(message.frame);
      takeRight("read");
    }
    // What a frame before a denied one carried may still be stored: then it is not refused.
    status.update({ answered: isRightSaid && ledger.unanswered() === 0 });
    lookForRefused();
  }

  function nothingWaits(): boolean {
    return ledger.acked() === ledger.edits();
  }

  /** Something of this device: of a frame that held nothing it says the same without a disk. */
  function takeAsStored(): void {
    current?.open.taken();
    status.update({ refusal: undefined });
  }

  function lookForRefused(): void {
    const { wire, right, answered } = status.read();
    const isClosed = wire === "online" && right === "read" && answered;
    if (isClosed && !nothingWaits()) parts.refused();
  }

  /** What is the same in every tab, whichever holds the connection. */
  function takeNews(message: FromRelay): void {
    answers?.wire.heard(message);
    if (message.say === "hello") {
      const { person, role, table } = message;
      status.update({ seat: { person, role, table } });
    }
    if (message.say === "step") {
      steps.heard(message.step);
      status.update({ step: message.step });
    }
  }

  /** Another tab's answers are new to this one, and this one's to the others. A later row comes from the relay itself. */
  function tellStoredRows(told: readonly { readonly key: string; readonly time: number }[]): void {
    const rows = told.flatMap(({ key, time }) => {
      const row = sentRowByKey.get(key);
      return row?.time === time ? [row] : [];
    });
    for (const row of rows) forgetSent(row);
    if (rows.length === 0) return;
    answers?.wire.heard({ say: "answers", rows });
    parts.heard({ say: "answers", rows });
  }

  function forgetSent(row: AnswerRow): void {
    const key = answerKey(row);
    const sent = sentRowByKey.get(key);
    if (sent && sent.time <= row.time) sentRowByKey.delete(key);
  }

  function attachAnswers(way: (message: FromDevice) => void): void {
    detachAnswers ??= answers?.wire.attach(way);
  }

  function takeRight(right: Right): void {
    rightAtRelay = right;
    isRightSaid = true;
    status.update({ right });
    parts.rightTold(right);
    if (right === "read") delivery.fail(CLOSE.noRight.reason);
  }

  function endLink(): void {
    current?.open.close();
    current = undefined;
    letGo();
  }

  function letGo(): void {
    status.update({ answered: false, caughtUp: false });
    steps.endAsking("The connection was lost before the relay had answered. Look which step it is, then try again.");
    detachAnswers?.();
    detachAnswers = undefined;
    post = undefined;
  }
}

/** Why nothing will be delivered as things stand; `undefined` while it is only a matter of time. */
function obstacleTo(status: StatusBoard): string | undefined {
  const { wire, right, refusal } = status.read();
  if (wire === "none") return "There is no connection to a relay. Publish the workshop, or connect, first.";
  if (wire === "refused") return refusal?.reason ?? CLOSE.noRight.reason;
  return right === "read" ? CLOSE.noRight.reason : undefined;
}
