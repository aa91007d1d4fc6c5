/** The boards that are open in this window: made, opened, handed to their page, and put away again. */
import type { Role } from "@sameside/model";
import type { Device, KnownWorkshop } from "@sameside/replica";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveBoard, openLiveBoard } from "../live/liveBoard.ts";
import { ownDevice } from "./ownDevice.ts";
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
  /** Puts a board away: everything is written before the promise is kept. */
  close(live: LiveBoard): Promise<void>;
  /** Puts a board away without what the relay has not taken: that is set aside. Rejects, with the board left open, when it cannot. */
  setAside(live: LiveBoard): Promise<void>;
  /** Boards that are being put away, and what goes with them, are on disk when this is kept. */
  settled(): Promise<void>;
  /** Something that goes with a board is being put away, too. */
  puttingAway(done: Promise<void>): void;
  /** Everything written on the boards that are open is on disk when this is kept. Rejects when it cannot be stored. */
  saved(): Promise<void>;
}

export function openBoards(device: Device, as: AsDocuments): Boards {
  const preparedByWorkshop = new Map<string, LiveBoard>();
  const closing = new Set<Promise<void>>();
  const openBoards = new Set<LiveBoard>();
  const openNow = async (known: KnownWorkshop, { role, name }: Newcomer) => {
    const live = await openLiveBoard({ device, known, role, name, as, own: ownDevice(device, known.id) });
    openBoards.add(live);
    return live;
  };
  const puttingAway = (put: Promise<void>) => {
    const done = put.finally(() => closing.delete(done));
    closing.add(done);
    return done;
  };
  const close = (live: LiveBoard) => {
    openBoards.delete(live);
    return puttingAway(live.close());
  };
  return {
    async make(title, fill) {
      const { known, live } = await makeWorkshop(device, as, title, fill);
      openBoards.add(live);
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
    close,
    async setAside(live) {
      await puttingAway(live.setAside());
      openBoards.delete(live);
    },
    async settled() {
      await Promise.allSettled([...closing]);
    },
    puttingAway(done) {
      puttingAway(done).catch((error: unknown) => console.warn("It could not be put away whole", error));
    },
    async saved() {
      await Promise.all([...openBoards].map((live) => live.saved()));
    },
  };
}
