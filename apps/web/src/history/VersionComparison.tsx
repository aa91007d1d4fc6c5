/** One version beside now, in sentences; each thing can be put back alone, or everything at once. */
import { restoreState, wasTakenAway } from "@sameside/model";
import { ArrowLeft } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { BoardVersions, KeptVersion, OpenedVersion } from "../live/versions.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { type HistoryDesk, whenWords } from "./contract.ts";
import { type DiffGroup, diffGroups, type ThingThen } from "./diffLines.ts";
import { versionName } from "./versionName.ts";

interface Props {
  readonly desk: HistoryDesk;
  readonly versions: BoardVersions;
  readonly version: KeptVersion;
  readonly onBack: () => void;
}

export function VersionComparison({ desk, versions, version, onBack }: Props) {
  const words = useWords();
  const say = words.history.comparison;
  const opened = useOpened(versions, version.id);
  const [said, setSaid] = useState("");
  const groups = useMemo(
    () => (opened ? withoutTakenAway(diffGroups(opened.view, desk.view, words), desk.board) : undefined),
    [opened, desk.view, desk.board, words],
  );
  const putBack = (state: Uint8Array, only: ThingThen) => {
    const { outcome } = desk.run(restoreState(desk.board, desk.by, { state, only }));
    if (outcome !== "refused") setSaid(outcome === "done" ? say.putBackDone : say.nothing);
  };
  const goBack = async (state: Uint8Array) => {
    await versions.keepByItself("return").catch((error: unknown) => console.warn("A version was not kept", error));
    const outcome = desk.run(restoreState(desk.board, desk.by, { state }));
    if (outcome.outcome === "nothing") setSaid(say.nothing);
    if (outcome.outcome !== "done") return;
    const { suggested } = outcome.value;
    setSaid(suggested > 0 ? `${say.done} ${say.suggested(suggested)}` : say.done);
  };
  const isSame = groups?.length === 0;
  return (
    <>
      <Button look="quiet" icon={<ArrowLeft size={16} aria-hidden />} onPress={onBack}>
        {say.back}
      </Button>
      <h3 className="history-title" data-content-of={version.id}>
        {say.title(versionName(version, words), whenWords(version.time))}
      </h3>
      <p role="status" className="history-status">
        {said}
      </p>
      {opened === null ? <p>{say.gone}</p> : null}
      {groups && opened ? (
        <>
          <p>{isSame ? say.same : say.lead}</p>
          <DiffGroups
            groups={groups}
            {...(desk.editable ? { putBack: (only: ThingThen) => putBack(opened.state, only) } : {})}
          />
          {desk.editable && !isSame ? <GoBack onGo={() => void goBack(opened.state)} /> : null}
        </>
      ) : null}
    </>
  );
}

/** What was taken away because it hurts somebody is not told of, and does not come back from here. */
function withoutTakenAway(groups: readonly DiffGroup[], board: HistoryDesk["board"]): readonly DiffGroup[] {
  const isTold = ({ was }: DiffGroup["lines"][number]) => was?.collection !== "cards" || !wasTakenAway(board, was.id);
  return groups
    .map((group) => ({ ...group, lines: group.lines.filter(isTold) }))
    .filter(({ lines }) => lines.length > 0);
}

/** `undefined` while it is read, `null` when it cannot be. */
function useOpened(versions: BoardVersions, id: number): OpenedVersion | null | undefined {
  const [opened, setOpened] = useState<OpenedVersion | null | undefined>();
  useEffect(() => {
    let isWanted = true;
    versions.open(id).then(
      (found) => {
        if (isWanted) setOpened(found ?? null);
      },
      (error: unknown) => {
        console.warn("The version cannot be read", error);
        if (isWanted) setOpened(null);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [versions, id]);
  return opened;
}

/** Asked once more: it changes the map for everybody. */
function GoBack({ onGo }: { readonly onGo: () => void }) {
  const say = useWords().history.comparison;
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) return <Button onPress={() => setIsAsked(true)}>{say.goBack}</Button>;
  return (
    <div className="history-question">
      <p>{say.question}</p>
      <div className="history-acts">
        <Button onPress={() => setIsAsked(false)}>{say.cancel}</Button>
        <Button
          look="primary"
          onPress={() => {
            setIsAsked(false);
            onGo();
          }}
        >
          {say.goBack}
        </Button>
      </div>
    </div>
  );
}

interface GroupsProps {
  readonly groups: readonly DiffGroup[];
  /** Absent for who may not write. */
  readonly putBack?: (only: ThingThen) => void;
}

function DiffGroups({ groups, putBack }: GroupsProps) {
  const say = useWords().history.comparison;
  return groups.map(({ key, title, lines }) => (
    <section key={key} aria-label={title} className="history-group">
      <h4>{title}</h4>
      <ul className="history-list">
        {lines.map((line) => {
          const { was } = line;
          return (
            <li key={line.key}>
              <span className="history-what">{line.text}</span>
              {was && putBack ? (
                <Button look="quiet" aria-label={say.putBackNamed(line.text)} onPress={() => putBack(was)}>
                  {say.putBack}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
