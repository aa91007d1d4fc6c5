/** The versions of one board on this device, as a store that follows what this page keeps and forgets. */
import { type BoardView, boardFromState, readBoard, stateOf } from "@sameside/model";
import { type KeptVersion, openVersions } from "@sameside/replica";
import type { LiveBoard } from "./liveBoard.ts";
import { openValue, type Store } from "./store.ts";

export { type KeptVersion, MAX_VERSION_NAME } from "@sameside/replica";

export interface BoardVersions {
  /** The last first; `undefined` until they were read. */
  readonly list: Store<readonly KeptVersion[] | undefined>;
  /** Keeps the board as it is now under a name. `undefined` when every version there is room for has a name. */
  keepNow(name: string): Promise<KeptVersion | undefined>;
  /** Keeps it by itself; the same mark is kept once. */
  keepByItself(why: Exclude<KeptVersion["why"], "named">, mark?: string): Promise<void>;
  rename(id: number, name: string): Promise<void>;
  forget(id: number): Promise<void>;
  /** The bytes of a version and what they say; `undefined` when they are gone. Rejects when they cannot be read. */
  open(id: number): Promise<OpenedVersion | undefined>;
}

export interface OpenedVersion {
  readonly state: Uint8Array;
  readonly view: BoardView;
}

export function versionsOf({ room, board }: LiveBoard): BoardVersions {
  const versions = openVersions();
  const list = openValue<readonly KeptVersion[] | undefined>(undefined);
  const look = async () => list.set(await versions.list(room));
  look().catch((error: unknown) => {
    console.warn("The versions of this board cannot be read", error);
    list.set([]);
  });
  const then = async <T>(change: Promise<T>): Promise<T> => {
    const value = await change;
    await look();
    return value;
  };
  const keep = (name: string, why: KeptVersion["why"], mark?: string) => {
    const version = { name, why, time: Date.now(), state: stateOf(board), ...(mark !== undefined && { mark }) };
    return then(versions.keep(room, version));
  };
  return {
    list,
    keepNow: (name) => keep(name, "named"),
    async keepByItself(why, mark) {
      await keep("", why, mark);
    },
    rename: (id, name) => then(versions.rename(id, name)),
    forget: (id) => then(versions.forget(id)),
    async open(id) {
      const state = await versions.state(id);
      return state && { state, view: readBoard(boardFromState(state)) };
    },
  };
}
