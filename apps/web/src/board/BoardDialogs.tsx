/** The one dialog that is open on the board, if any. */
import { type BoardView, type Id, type JourneyView, removeJourney } from "@sameside/model";
import type { ActGroup, Run, Selection } from "../journey/contract.ts";
import { addMap } from "../journey/newMap.ts";
import type { KnownWorkshop } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import type { PersonHere } from "../live/people.ts";
import { KeepTemplateDialog } from "../template/KeepTemplateDialog.tsx";
import { TemplateDialog } from "../template/TemplateDialog.tsx";
import { KeysDialog } from "../ui/KeysDialog.tsx";
import { useWords } from "../words/words.ts";
import { AboutMapDialog } from "./AboutMapDialog.tsx";
import { ExportDialog, type ExportFormat } from "./ExportDialog.tsx";
import type { BoardFrame } from "./frame.ts";
import type { GoneNews } from "./goneNews.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import type { Desk } from "./inspector/desk.ts";
import { PeopleDialog } from "./PeopleDialog.tsx";
import { RelayMovedDialog } from "./RelayMovedDialog.tsx";
import { RemoveMapDialog } from "./RemoveMapDialog.tsx";
import type { Rescued } from "./rescued.ts";
import { SecondDeviceDialog } from "./SecondDeviceDialog.tsx";
import { NameDialog, PasteManyDialog } from "./SmallDialogs.tsx";
import type { BoardSlots } from "./slots.ts";
import { UnplacedTray } from "./UnplacedTray.tsx";

export type BoardDialog =
  | {
      readonly kind:
        | "invite"
        | "people"
        | "secondDevice"
        | "relayMoved"
        | "name"
        | "keys"
        | "about"
        | "unplaced"
        | "history"
        | "before"
        | "present"
        | "shown"
        | "views"
        | "consent"
        | "roleCard"
        | "withdraw"
        | "helper"
        | "leave"
        | "agenda"
        | "addMap"
        | "removeMap"
        | "keepTemplate";
    }
  /** `commands`: what can be done with what is chosen at that moment. */
  | { readonly kind: "palette"; readonly commands: readonly ActGroup[] }
  | { readonly kind: "export"; readonly format: ExportFormat }
  /** `chosen`: what is chosen on the map at that moment. */
  | { readonly kind: "paper"; readonly chosen: ReadonlySet<Id> }
  | { readonly kind: "paste"; readonly count: number; readonly go: () => void };

interface Props {
  readonly dialog: BoardDialog;
  readonly onClose: () => void;
  readonly live: LiveBoard;
  readonly known: KnownWorkshop;
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly frame: BoardFrame;
  readonly slots: Pick<BoardSlots, "Withdraw" | "Helper" | "Leave" | "Palette" | "Present">;
  readonly view: BoardView;
  readonly journey: JourneyView | undefined;
  /** `undefined` where no map is shown. */
  readonly desk: Desk | undefined;
  readonly selection: Selection | null;
  readonly run: Run;
  readonly editable: boolean;
  /** Every other command of the page. */
  readonly commands: () => readonly ActGroup[];
  readonly rescued: Rescued;
  readonly self: PersonHere;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
  readonly onName: (name: string) => void;
  /** This map is to be shown: it was added, or another one is gone. */
  readonly onMade: (journey: string) => void;
  readonly onRemovedWith: GoneNews["onRemovedWith"];
  /** A template was kept. */
  readonly onKept: (told: string) => void;
  /** Another dialog is asked for. */
  readonly open: (dialog: BoardDialog) => void;
  /** The relay was found at this origin. */
  readonly onFollowed: (origin: string) => void;
}

export function BoardDialogs(props: Props) {
  const words = useWords();
  const { said } = words.app;
  const { dialog, onClose, live, known, frame, slots, view, journey, self, onName } = props;
  const firstName = self.name || frame.firstName;
  switch (dialog.kind) {
    case "invite":
      return (
        <InviteDialog
          known={known}
          ownName={self.name}
          firstName={firstName}
          onName={onName}
          publish={frame.publish}
          onContinueAsNew={frame.continueAsNew}
          nameOf={props.nameOf}
          onClose={onClose}
        />
      );
    case "people":
      return <PeopleDialog live={live} known={known} plan={props.plan} onClose={onClose} />;
    case "secondDevice":
      return <SecondDeviceDialog known={known} onClose={onClose} />;
    case "relayMoved":
      return (
        <RelayMovedDialog
          before={known.relay ?? location.origin}
          waiting={live.status.get().waiting}
          follow={frame.followRelay}
          onFollowed={props.onFollowed}
          onClose={onClose}
        />
      );
    case "name":
      return <NameDialog firstName={firstName} onDone={onName} onClose={onClose} />;
    case "withdraw":
      return <slots.Withdraw live={live} onClose={onClose} />;
    case "helper":
      return <slots.Helper live={live} nameOf={props.nameOf} onClose={onClose} />;
    case "leave":
      return (
        <slots.Leave
          live={live}
          plan={props.plan}
          run={props.run}
          editable={props.editable}
          nameOf={props.nameOf}
          onCode={() => props.open({ kind: "secondDevice" })}
          onClose={onClose}
        />
      );
    case "keys":
      return <KeysDialog {...words.board.keysDialog} closeLabel={words.app.close} onClose={onClose} />;
    case "palette":
      return <slots.Palette commands={[...dialog.commands, ...props.commands()]} onClose={onClose} />;
    case "present":
      return journey ? <slots.Present journey={journey} selection={props.selection} onClose={onClose} /> : null;
    case "paste":
      return <PasteManyDialog count={dialog.count} go={dialog.go} onClose={onClose} />;
    case "unplaced":
      return journey ? (
        <UnplacedTray
          live={live}
          view={view}
          journey={journey}
          selection={props.selection}
          run={props.run}
          editable={props.editable}
          rescued={props.rescued}
          onClose={onClose}
        />
      ) : null;
    case "about":
      return props.desk ? <AboutMapDialog desk={props.desk} onClose={onClose} /> : null;
    case "addMap":
      return (
        <TemplateDialog
          way="add"
          onStart={(map) => {
            const made = props.run(addMap(live.board, live.by, map, said));
            if (made.outcome === "done") props.onMade(made.value);
          }}
          onClose={onClose}
        />
      );
    case "removeMap":
      return journey ? (
        <RemoveMapDialog journey={journey} onGo={(title) => removeMap(journey, title, props)} onClose={onClose} />
      ) : null;
    case "keepTemplate":
      return journey ? <KeepTemplateDialog journey={journey} onKept={props.onKept} onClose={onClose} /> : null;
    case "paper":
    case "history":
    case "before":
    case "shown":
    case "views":
    case "consent":
    case "roleCard":
      // Parts of the page that are always there: the page itself opens them.
      return null;
    case "export":
      return journey ? (
        <ExportDialog
          workshop={live.workshop}
          format={dialog.format}
          journey={journey}
          journeys={view.journeys}
          onClose={onClose}
        />
      ) : null;
  }
}

/** Its neighbour is shown then, and the map itself when it is brought back. */
function removeMap({ id }: JourneyView, title: string, { live, view, run, onMade, onRemovedWith }: Props): void {
  const index = view.journeys.findIndex((each) => each.id === id);
  const next = view.journeys[index + 1] ?? view.journeys[index - 1];
  if (run(removeJourney(live.board, live.by, { journey: id })).outcome !== "done") return;
  if (next) onMade(next.id);
  onRemovedWith(() => onMade(id), title, { collection: "journeys", id });
}
