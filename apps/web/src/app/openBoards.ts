/** The boards that are open in this window: made, opened, handed to their page, and put away again. */
import type { Role } from "@sameside/model";
import type { Device, KnownWorkshop } from "@sameside/replica";
import { type AsDocument, type LiveBoard, openLiveBoard } from "../live/liveBoard.ts";
import { type Fill, makeWorkshop } from "./workshops.ts";

/** What a person says of themselves, as long as no seat says it. */
export interface Newcomer {
  readonly role: Role;
  /** For today. */
  readonly name?: string;
}

const MAKER: Newcomer = { role: "facilitator" };

export interface Boards {
  /** A new workshop with its board filled; its page finds the board open. */
  make(title: string, fill: Fill): Promise<KnownWorkshop>;
  /** The board of a workshop, from this device's disk unless it was just made. */
  open(known: KnownWorkshop, you: Newcomer): Promise<LiveBoard>;
  /** Opens a board, lets `use` work on it, and leaves it open for its page. */
  prepare(known: KnownWorkshop, use: (live: LiveBoard) => void): Promise<void>;
  /** Opens a board only to look; it is put away again. */
  peek<T>(known: KnownWorkshop, use: (live: LiveBoard) => T | Promise<T>): Promise<T>;
  /** Puts a board away: everything is written before the promise is kept. */
  close(live: LiveBoard): Promise<void>;
  /** Puts a board away without what the relay has not taken: that is set aside. Rejects, with the board left open, when it cannot. */
  setAside(live: LiveBoard): Promise<void>;
  /** Boards that are being put away are on disk when this is kept. */
  settled(): Promise<void>;
}

export function openBoards(device: Device, asDocument: AsDocument): Boards {
  const preparedByWorkshop = new Map<string, LiveBoard>();
  const closing = new Set<Promise<void>>();
  const openNow = (known: KnownWorkshop, { role, name }: Newcomer) =>
    openLiveBoard({ device, known, role, name, asDocument });
  const noteClosing = (closed: Promise<void>) => {
    const done = closed.finally(() => closing.delete(done));
    closing.add(done);
    return done;
  };
  const close = (live: LiveBoard) => noteClosing(live.close());
  return {
    async make(title, fill) {
      const { known, live } = await makeWorkshop(device, asDocument, title, fill);
      preparedByWorkshop.set(known.id, live);
      return known;
    },
    async open(known, you) {
      const prepared = preparedByWorkshop.get(known.id);
      preparedByWorkshop.delete(known.id);
      if (prepared?.by.role === you.role) return prepared;
      if (prepared) await close(prepared);
      return openNow(known, you);
    },
    async prepare(known, use) {
      const live = preparedByWorkshop.get(known.id) ?? (await openNow(known, MAKER));
      preparedByWorkshop.set(known.id, live);
      use(live);
    },
    async peek(known, use) {
      const live = await openNow(known, MAKER);
      try {
        return await use(live);
      } finally {
        await close(live);
      }
    },
    close,
    setAside: (live) => noteClosing(live.setAside()),
    async settled() {
      await Promise.allSettled([...closing]);
    },
  };
}
