/** Three looks at the past: versions, what was removed, and who changed what of the selected thing. */
import { useState } from "react";
import type { BoardVersions } from "../live/versions.ts";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import type { HistoryDesk, SelectedThing } from "./contract.ts";
import { RemovedList } from "./RemovedList.tsx";
import { SelectedChanges } from "./SelectedChanges.tsx";
import { VersionsPage } from "./VersionsPage.tsx";

interface Props {
  readonly desk: HistoryDesk;
  readonly versions: BoardVersions;
  readonly selection: SelectedThing | null;
  readonly onClose: () => void;
}

type Page = "versions" | "removed" | "selected";
const PAGES: readonly Page[] = ["versions", "removed", "selected"];

export function HistoryDialog({ desk, versions, selection, onClose }: Props) {
  const words = useWords();
  const say = words.history;
  const [page, setPage] = useState<Page>("versions");
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      <Choice
        label={say.pages}
        hideLabel
        value={page}
        onChange={setPage}
        options={PAGES.map((value) => ({ value, label: say.page[value] }))}
      />
      {page === "versions" ? <VersionsPage desk={desk} versions={versions} /> : null}
      {page === "removed" ? <RemovedList desk={desk} /> : null}
      {page === "selected" ? <SelectedChanges desk={desk} selection={selection} /> : null}
    </Dialog>
  );
}
