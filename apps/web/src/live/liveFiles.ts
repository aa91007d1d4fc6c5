/** The pictures and sounds of a workshop, and what the people who are in them have said of that. */
import { type Actor, checkAnswer } from "@sameside/model";
import {
  type Answers,
  type AttachmentPlace,
  type FetchedAttachment,
  type FileConsents,
  type FileState,
  openFiles,
  type ReplicaStatus,
} from "@sameside/replica";
import { useEffect, useMemo, useState } from "react";
import { openValue, type Store, useStore } from "./store.ts";

export { AttachmentError, bareSound, type FileState } from "@sameside/replica";

/** What each person has said of a file they are in: may it be shared? */
type SaidByPerson = ReadonlyMap<string, boolean>;

export interface LiveFiles {
  /** Keeps a picture or a sound on this device; resolves with its hash. Rejects with an `AttachmentError`. */
  keep(bytes: Uint8Array<ArrayBuffer>, pictured: readonly string[]): Promise<string>;
  /** It is to be shown: it comes by itself as soon as it is somewhere. */
  show(hash: string): void;
  state(hash: string): FileState;
  read(hash: string): Promise<FetchedAttachment | undefined>;
  subscribe(listener: () => void): () => void;
  /** The same object until one of them says something. */
  saidOf(hash: string): SaidByPerson;
  /** This person is in it and agrees that it is shared. */
  agree(hash: string): Promise<void>;
  /** Takes it out for good, here, at the relay and on every device. */
  takeOut(hash: string): Promise<void>;
  close(): void;
}

interface Parts {
  readonly answers: Answers;
  readonly by: Actor;
  readonly status: Store<ReplicaStatus>;
  /** Where the workshop's relay is, and with which seat; `undefined` before it was shared. */
  readonly place: () => AttachmentPlace | undefined;
}

const NOBODY: SaidByPerson = new Map();
const NOTHING_BEFORE = { items: [] };

/** Follows the connection of the board: what waits goes out when it is there. */
export function openLiveFiles({ answers, by, status, place }: Parts): LiveFiles {
  const said = openValue(saidByHash(answers));
  const consents: FileConsents = {
    mayShare: (hash, pictured) => pictured.every((person) => said.get().get(hash)?.get(person) === true),
    isTakenOut: (hash) => [...(said.get().get(hash)?.values() ?? [])].includes(false),
    subscribe: said.subscribe,
  };
  const files = openFiles(answers.workshop, consents);
  let rows = answers.rows("pictured");
  const stopAnswers = answers.subscribe(() => {
    const now = answers.rows("pictured");
    if (now === rows) return;
    rows = now;
    said.set(saidByHash(answers));
  });
  let token: string | undefined;
  const follow = () => {
    const here = status.get().wire === "online" ? place() : undefined;
    if (here?.token === token) return;
    token = here?.token;
    files.connect(here);
  };
  const stopStatus = status.subscribe(follow);
  follow();
  const say = (hash: string, may: boolean) =>
    answers.put({ topic: "pictured", person: by.person, item: hash, value: { may } });
  return {
    keep: files.keep,
    show: files.show,
    state: files.state,
    read: files.read,
    subscribe: files.subscribe,
    saidOf: (hash) => said.get().get(hash) ?? NOBODY,
    agree: (hash) => say(hash, true),
    async takeOut(hash) {
      // First here: were the page closed in between, the relay would still be told.
      await files.takeOut(hash);
      await say(hash, false);
    },
    close() {
      stopAnswers();
      stopStatus();
      files.close();
    },
  };
}

function saidByHash(answers: Answers): ReadonlyMap<string, SaidByPerson> {
  const byHash = new Map<string, Map<string, boolean>>();
  for (const { person, item, value } of answers.rows("pictured")) {
    // A row may come from any peer: only what a person could have said themselves counts.
    const checked = checkAnswer("pictured", item, value, NOTHING_BEFORE);
    if (!checked.ok || checked.value === null) continue;
    const said = byHash.get(item) ?? new Map<string, boolean>();
    said.set(person, checked.value.may);
    byHash.set(item, said);
  }
  return byHash;
}

/** How far a file is, for one that is shown. */
export function useFile(files: LiveFiles, hash: string): FileState {
  const store = useMemo(() => ({ get: () => files.state(hash), subscribe: files.subscribe }), [files, hash]);
  useEffect(() => files.show(hash), [files, hash]);
  return useStore(store);
}

/** What the people in a file have said. */
export function useSaid(files: LiveFiles, hash: string): SaidByPerson {
  const store = useMemo(() => ({ get: () => files.saidOf(hash), subscribe: files.subscribe }), [files, hash]);
  return useStore(store);
}

/** An address at which the page itself finds a file's bytes, while it is shown. */
export function useFileUrl(files: LiveFiles, hash: string, isHere: boolean): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!isHere) return undefined;
    let made: string | undefined;
    let isOver = false;
    const make = async () => {
      const found = await files.read(hash);
      if (!found || isOver) return;
      made = URL.createObjectURL(new Blob([found.bytes], { type: found.type }));
      setUrl(made);
    };
    make().catch((error: unknown) => console.warn("A file kept on this device cannot be read", error));
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [files, hash, isHere]);
  return url;
}
