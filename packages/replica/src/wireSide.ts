/** A document's way to the relay and back: one link at a time, what the relay says, and who waits for it. */
import { CLOSE, type FromRelay, maySetStep, type Right, type Step } from "@sameside/protocol";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { Answers } from "./answers.ts";
import { openDelivery } from "./delivery.ts";
import type { Ledger } from "./ledger.ts";
import { type Link, type LinkListener, type OpenLink, openLink } from "./link.ts";
import type { StatusBoard } from "./status.ts";
import { openSteps } from "./steps.ts";

export interface WireSide {
  connect(link: Link): void;
  disconnect(): void;
  delivered(): Promise<void>;
  setStep(next: Omit<Step, "n">): Promise<void>;
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
}

/** Opens no link by itself. */
export function openWireSide(parts: WireParts): WireSide {
  const { ledger, status, answers } = parts;
  const delivery = openDelivery(ledger);
  const steps = openSteps();
  let current: { readonly link: Link; readonly open: OpenLink } | undefined;
  let detachAnswers: (() => void) | undefined;
  let rightAtRelay: Right = parts.knownRight ?? "write";

  const listener: LinkListener = {
    frames: { opened: ledger.connected, sent: ledger.sent },
    online() {
      status.update({ wire: "online", refusal: undefined });
      detachAnswers = answers?.wire.attach((message) => current?.open.send(message));
    },
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
      status.update({ wire: "connecting", right: rightAtRelay, refusal: undefined });
      current = { link, open: openLink(parts, link, listener) };
    },
    disconnect() {
      endLink();
      status.update({ wire: "none", right: "write", refusal: undefined });
      delivery.fail("The connection was ended here. Connect again to deliver the changes.");
    },
    async delivered() {
      const obstacle = obstacleTo(status);
      if (obstacle && ledger.acked() < ledger.edits()) throw new Error(obstacle);
      await delivery.wait();
    },
    async setStep(next) {
      if (status.read().wire !== "online")
        throw new Error("There is no connection to the relay. Connect, then go on to the step again.");
      const { seat } = status.read();
      // Otherwise the relay says nothing, and the promise would wait for ever.
      if (seat && !maySetStep(seat)) throw new Error("Only a facilitator takes the workshop to another step. Ask one.");
      await steps.ask(next, (step) => current?.open.send({ say: "step", step }));
    },
    close() {
      endLink();
      delivery.fail("The board was closed before its changes were delivered. They are sent at the next visit.");
    },
  };

  function hear(message: FromRelay): void {
    answers?.wire.heard(message);
    if (message.say === "hello") {
      const { person, role, table } = message;
      status.update({ seat: { person, role, table } });
    }
    if (message.say === "step") {
      steps.heard(message.step);
      status.update({ step: message.step });
    }
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

  function takeRight(right: Right): void {
    rightAtRelay = right;
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
    steps.endAsking("The connection was lost before the relay had answered. Look which step it is, then try again.");
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
