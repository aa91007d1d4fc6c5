/** The bar above the map: where one is, where the work is, who is here, and the way to invite. */
import { describeJourney, type JourneyView } from "@sameside/model";
import {
  ArrowLeft,
  Ellipsis,
  MessageCircleQuestionMark,
  NotebookPen,
  Presentation,
  QrCode,
  Search,
} from "lucide-react";
import { memo, useState } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Menu, type MenuActions } from "../ui/Menu.tsx";
import { useSteady } from "../ui/steady.ts";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { Beside } from "./beside.ts";
import type { MapView } from "./chosenView.ts";
import { type JourneyHead, useHeads } from "./heads.ts";
import { JourneyChips } from "./JourneyChips.tsx";
import { People } from "./People.tsx";
import type { Writing } from "./rightsNews.ts";
import { SaveState } from "./SaveState.tsx";
import type { Together } from "./together/useTogether.ts";
import type { Panels } from "./usePanel.ts";
import { ViewSwitch } from "./ViewSwitch.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly journey: JourneyView | undefined;
  readonly journeys: readonly JourneyView[];
  readonly onJourney: (id: string) => void;
  readonly beside: Beside;
  readonly run: Run;
  readonly editable: boolean;
  readonly writing: Writing;
  readonly isShared: boolean;
  readonly together: Together;
  readonly shown: MapView;
  readonly addressOf: (view: MapView) => string;
  readonly menu: MenuActions;
  readonly isFinding: boolean;
  readonly onFind: () => void;
  readonly onPresent: () => void;
  readonly panels: Panels;
  readonly onHome: () => void;
  readonly onAbout: () => void;
  readonly onInvite: () => void;
  readonly onRelayMoved: () => void;
}

/** Its parts are drawn anew when what they say changes, not with every card that is written on the map. */
export function TopBar(props: Props) {
  const { together, menu } = props;
  const heads = useHeads(props.journeys);
  const journey = heads.find(({ id }) => id === props.journey?.id);
  const { onHome, onAbout, onFind, onPresent, onInvite, onRelayMoved, panels } = props;
  const acts = useSteady({
    ...{ onHome, onAbout, onFind, onPresent, onInvite, onRelayMoved },
    onPanel: panels.toggle,
    menu: () => menu,
  });
  return (
    <header className="board-bar">
      <WhichMap
        live={props.live}
        journey={journey}
        journeys={heads}
        onHome={acts.onHome}
        onAbout={acts.onAbout}
        onJourney={props.onJourney}
        beside={props.shown === "canvas" ? props.beside : undefined}
        run={props.run}
        editable={props.editable}
      />
      <span className="board-spring" />
      {journey ? <ViewSwitch shown={props.shown} addressOf={props.addressOf} /> : null}
      <SaveState live={props.live} writing={props.writing} isShared={props.isShared} onRelayMoved={acts.onRelayMoved} />
      <People together={together} journeys={props.journeys} />
      <Ways
        {...acts}
        live={props.live}
        hasJourney={journey !== undefined}
        isFinding={props.isFinding}
        panel={panels.panel}
      />
    </header>
  );
}

interface WhichMapProps extends Pick<Props, "live" | "onHome" | "onAbout" | "onJourney" | "run" | "editable"> {
  readonly journey: JourneyHead | undefined;
  readonly journeys: readonly JourneyHead[];
  readonly beside: Beside | undefined;
}

const WhichMap = memo(function WhichMap({ live, journey, onHome, run, editable, ...others }: WhichMapProps) {
  const words = useWords();
  return (
    <>
      <IconButton label={words.app.back} icon={<ArrowLeft size={19} aria-hidden />} onPress={onHome} />
      <div className="board-bar-title">
        {journey ? <Title live={live} journey={journey} run={run} editable={editable} /> : null}
      </div>
      {journey ? <JourneyChips live={live} journey={journey} run={run} editable={editable} {...others} /> : null}
    </>
  );
});

interface WaysProps extends Pick<Props, "live" | "isFinding" | "onFind" | "onPresent" | "onInvite"> {
  readonly hasJourney: boolean;
  readonly panel: Panels["panel"];
  readonly onPanel: Panels["toggle"];
  readonly menu: () => MenuActions;
}

const Ways = memo(function Ways(props: WaysProps) {
  const words = useWords();
  // Who takes part is here to add, not to invite.
  const isFacilitator = useStore(props.live.seat).role === "facilitator";
  return (
    <>
      {props.hasJourney ? (
        <span className="board-ways">
          <IconButton
            label={words.finding.search.title}
            keys={words.board.keys.find}
            icon={<Search size={18} aria-hidden />}
            pressed={props.isFinding}
            onPress={props.onFind}
          />
          <IconButton
            label={words.finding.present.action}
            keys={words.board.keys.present}
            icon={<Presentation size={18} aria-hidden />}
            onPress={props.onPresent}
          />
        </span>
      ) : null}
      <Button
        look={isFacilitator ? "primary" : "quiet"}
        icon={<QrCode size={16} aria-hidden />}
        onPress={props.onInvite}
      >
        {words.board.invite}
      </Button>
      <span className="board-notes-button">
        <IconButton
          label={words.board.myNotes}
          icon={<NotebookPen size={18} aria-hidden />}
          pressed={props.panel === "notes"}
          onPress={() => props.onPanel("notes")}
        />
        <IconButton
          label={words.questions.title}
          icon={<MessageCircleQuestionMark size={18} aria-hidden />}
          pressed={props.panel === "questions"}
          onPress={() => props.onPanel("questions")}
        />
      </span>
      <Menu label={words.board.more} actions={props.menu}>
        <Ellipsis size={18} aria-hidden />
      </Menu>
    </>
  );
});

interface TitleProps {
  readonly live: LiveBoard;
  readonly journey: JourneyHead;
  readonly run: Run;
  readonly editable: boolean;
}

/** The title is renamed in place: a click, Enter takes it, Esc leaves it as it was. */
function Title({ live, journey, run, editable }: TitleProps) {
  const words = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = journey.title || words.journey.untitled;
  if (draft === null) {
    return (
      <h1>
        {editable ? (
          <button type="button" title={words.board.renameTitle} onClick={() => setDraft(journey.title)}>
            {shown}
          </button>
        ) : (
          shown
        )}
      </h1>
    );
  }
  const commit = () => {
    const title = draft.trim();
    const kept =
      title === "" ||
      title === journey.title ||
      run(describeJourney(live.board, live.by, { journey: journey.id, title })).outcome !== "refused";
    if (kept) setDraft(null);
  };
  return (
    <TextField
      label={words.board.title}
      hideLabel
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setDraft(null);
      }}
      serif
      autoFocus
    />
  );
}
