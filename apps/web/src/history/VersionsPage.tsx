/** The versions on this device: keep one now, compare one with now, forget one. */
import { useState } from "react";
import { useStore } from "../live/store.ts";
import { type BoardVersions, type KeptVersion, MAX_VERSION_NAME } from "../live/versions.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { type HistoryDesk, whenWords } from "./contract.ts";
import { VersionComparison } from "./VersionComparison.tsx";
import { versionName } from "./versionName.ts";

interface Props {
  readonly desk: HistoryDesk;
  readonly versions: BoardVersions;
}

export function VersionsPage({ desk, versions }: Props) {
  const say = useWords().history.versions;
  const list = useStore(versions.list);
  const [compared, setCompared] = useState<KeptVersion | null>(null);
  if (compared) {
    return <VersionComparison desk={desk} versions={versions} version={compared} onBack={() => setCompared(null)} />;
  }
  return (
    <>
      <p>{say.about}</p>
      <KeepForm versions={versions} />
      {list === undefined ? <p role="status">{say.looking}</p> : null}
      {list?.length === 0 ? <p>{say.none}</p> : null}
      {list && list.length > 0 ? <VersionList list={list} versions={versions} onCompare={setCompared} /> : null}
    </>
  );
}

function KeepForm({ versions }: { readonly versions: BoardVersions }) {
  const say = useWords().history.versions;
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const keep = () => {
    versions.keepNow(name.trim()).then(
      (kept) => {
        setSaid(kept ? say.kept : say.full);
        if (kept) setName("");
      },
      (error: unknown) => {
        console.warn("The version was not kept", error);
        setSaid(say.failed);
      },
    );
  };
  return (
    <form
      className="history-keep"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label={say.name}
        placeholder={say.placeholder}
        maxLength={MAX_VERSION_NAME}
        value={name}
        onChange={setName}
      />
      <Button type="submit" look="primary">
        {say.keep}
      </Button>
      <p role="status" className="history-said">
        {said}
      </p>
    </form>
  );
}

interface ListProps {
  readonly list: readonly KeptVersion[];
  readonly versions: BoardVersions;
  readonly onCompare: (version: KeptVersion) => void;
}

function VersionList({ list, versions, onCompare }: ListProps) {
  const words = useWords();
  const say = words.history.versions;
  return (
    <ul className="history-list" aria-label={words.history.page.versions}>
      {list.map((version) => {
        const name = versionName(version, words);
        const time = whenWords(version.time);
        return (
          <li key={version.id}>
            <div className="history-what">
              <strong data-content-of={version.name ? version.id : undefined}>{name}</strong>
              <time dateTime={new Date(version.time).toISOString()} data-content-of={version.id}>
                {time}
              </time>
            </div>
            <div className="history-acts">
              <Button aria-label={say.compareNamed(name, time)} onPress={() => onCompare(version)}>
                {say.compare}
              </Button>
              <Button
                look="quiet"
                aria-label={say.forgetNamed(name, time)}
                onPress={() => {
                  versions
                    .forget(version.id)
                    .catch((error: unknown) => console.warn("The version was not forgotten", error));
                }}
              >
                {say.forget}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
