/** Invites: a name first, then the workshop is made known to the relay, then link and code. Before, nothing leaves. */
import { useEffect, useEffectEvent, useState } from "react";
import { type KnownWorkshop, PublishError } from "../live/device.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords, type Words } from "../words/words.ts";
import { reachableOrigins } from "./inviteLinks.ts";
import { NameForm } from "./NameForm.tsx";
import { relaySentence } from "./relaySentence.ts";
import { SharedInvites } from "./SharedInvites.tsx";

interface Props {
  readonly known: KnownWorkshop;
  readonly ownName: string;
  readonly firstName: string;
  readonly onName: (name: string) => void;
  /** Makes the workshop known to the relay that served this page. Rejects with a sentence. */
  readonly publish: () => Promise<KnownWorkshop>;
  readonly onContinueAsNew: () => void;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
  readonly onClose: () => void;
}

type Sharing =
  | { readonly step: "not-yet" }
  | { readonly step: "sharing" }
  | { readonly step: "shared"; readonly known: KnownWorkshop; readonly origins: readonly string[] }
  | { readonly step: "failed"; readonly reason: string };

export function InviteDialog(props: Props) {
  const { known, ownName, publish, onClose } = props;
  const words = useWords();
  const say = words.board.inviteDialog;
  const [sharing, setSharing] = useState<Sharing>({ step: "not-yet" });
  const canInvite = known.secret !== undefined || mayPassOn(known);
  const share = async () => {
    setSharing({ step: "sharing" });
    try {
      const shared = known.secret ? await publish() : known;
      setSharing({ step: "shared", known: shared, origins: await reachableOrigins(shared.relay ?? location.origin) });
    } catch (error) {
      setSharing({ step: "failed", reason: sentenceOf(error, words) });
    }
  };

  // Shared before: the links are shown at once, and the relay is told again in case its disk is a new one.
  const alreadyShared = ownName !== "" && known.relay !== undefined && canInvite;
  const shareAgain = useEffectEvent(share);
  useEffect(() => {
    if (alreadyShared) void shareAgain();
  }, [alreadyShared]);

  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      {!canInvite ? (
        known.relay === undefined ? (
          <>
            <p>{say.foreign}</p>
            <Button look="primary" onPress={props.onContinueAsNew}>
              {say.continueAsNew}
            </Button>
          </>
        ) : (
          <p>{say.cannot}</p>
        )
      ) : ownName === "" ? (
        <>
          <p>{say.nameFirst}</p>
          <NameForm firstName={props.firstName} action={say.continueWithName} onDone={props.onName} />
        </>
      ) : sharing.step === "shared" ? (
        <SharedInvites known={sharing.known} origins={sharing.origins} nameOf={props.nameOf} />
      ) : (
        <>
          <p>{say.lead}</p>
          <p>{say.notYet}</p>
          {sharing.step === "failed" ? (
            <p className="board-problem" role="alert">
              {sharing.reason}
            </p>
          ) : null}
          <Button look="primary" autoFocus isDisabled={sharing.step === "sharing"} onPress={() => void share()}>
            {sharing.step === "sharing" ? say.sharing : sharing.step === "failed" ? say.again : say.share}
          </Button>
        </>
      )}
    </Dialog>
  );
}

/** The code by which somebody came is passed on only where it makes nobody more than a person at the table. */
function mayPassOn({ token, right, seat }: KnownWorkshop): boolean {
  if (seat?.role === "facilitator") return true;
  const isAtTable = seat?.role === "customer" || seat?.role === "colleague";
  return isAtTable && token !== undefined && right === "write";
}

function sentenceOf(error: unknown, words: Words): string {
  if (!(error instanceof PublishError)) return relaySentence(error, words);
  const say = words.board.inviteDialog;
  return error.problem === "refused" ? say.refused(error.message) : say.problems[error.problem];
}
