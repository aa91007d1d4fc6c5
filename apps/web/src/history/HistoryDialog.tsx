/** Looks at the past: versions, what was removed, who changed what of the selected thing, and what a damage has taken. */
import type { BoardView } from "@sameside/model";
import { useEffect, useState } from "react";
import type { BoardVersions } from "../live/versions.ts";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { BeforeDamage } from "./BeforeDamage.tsx";
import type { HistoryDesk, SelectedThing } from "./contract.ts";
import { RemovedList } from "./RemovedList.tsx";
import { SelectedChanges } from "./SelectedChanges.tsx";
import { VersionsPage } from "./VersionsPage.tsx";

interface Props {
  readonly desk: HistoryDesk;
  readonly versions: BoardVersions;
  readonly selection: SelectedThing | null;
  readonly lastGood: () => Promise<BoardView | undefined>;
  readonly first: Page;
  readonly onClose: () => void;
}

type Page = "versions" | "removed" | "selected" | "before";
const PAGES: readonly Page[] = ["versions", "removed", "selected", "before"];

export function HistoryDialog({ desk, versions, selection, lastGood, first, onClose }: Props) {
  const words = useWords();
  const say = words.history;
  const [page, setPage] = useState<Page>(first);
  const before = useLastGood(lastGood);
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      <Choice
        label={say.pages}
        hideLabel
        value={page}
        onChange={setPage}
        options={PAGES.filter((value) => value !== "before" || before || first === "before").map((value) => ({
          value,
          label: say.page[value],
        }))}
      />
      {page === "versions" ? <VersionsPage desk={desk} versions={versions} /> : null}
      {page === "removed" ? <RemovedList desk={desk} /> : null}
      {page === "selected" ? <SelectedChanges desk={desk} selection={selection} /> : null}
      {page === "before" && before !== undefined ? (
        <BeforeDamage desk={desk} versions={versions} before={before} />
      ) : null}
    </Dialog>
  );
}

/** `undefined` while it is looked for, `null` when there is none. */
function useLastGood(lastGood: Props["lastGood"]): BoardView | null | undefined {
  const [found, setFound] = useState<BoardView | null>();
  useEffect(() => {
    void lastGood().then((view) => setFound(view ?? null));
  }, [lastGood]);
  return found;
}
