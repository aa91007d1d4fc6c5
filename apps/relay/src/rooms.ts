/** The rooms that are open now: loaded when the first device comes, dropped when the last one has left. */
import { parseRoom } from "@sameside/protocol";
import { WorkshopAnswers } from "./answers.ts";
import { Compactor } from "./compaction.ts";
import type { GroupCommit } from "./groupCommit.ts";
import { Room } from "./room.ts";
import type { RoomStore } from "./roomStore/roomStore.ts";

interface OpenRoom {
  readonly opening: Promise<Room>;
  /** Connections that have entered and not left. Counted before the room is loaded, so that it is never there twice. */
  users: number;
}

export class Rooms {
  readonly #store: RoomStore;
  readonly #groupCommit: GroupCommit;
  readonly #log: (line: string) => void;
  readonly #compactor = new Compactor();
  readonly #openByName = new Map<string, OpenRoom>();
  #isClosing = false;
  readonly #answersByWorkshop = new Map<string, Promise<WorkshopAnswers>>();

  constructor(store: RoomStore, groupCommit: GroupCommit, log: (line: string) => void) {
    this.#store = store;
    this.#groupCommit = groupCommit;
    this.#log = log;
  }

  get count(): number {
    return this.#openByName.size;
  }

  /** The room, whole. Each call must be followed by one `leave`, also when it rejects because the room cannot be read. */
  enter(name: string): Promise<Room> {
    let open = this.#openByName.get(name);
    if (!open) {
      open = { opening: this.#load(name), users: 0 };
      this.#openByName.set(name, open);
    }
    open.users += 1;
    return open.opening;
  }

  /** Drops a room that everybody has left, after compacting it if its log is long. Never rejects. */
  async leave(name: string): Promise<void> {
    const open = this.#openByName.get(name);
    if (!open) return;
    open.users -= 1;
    if (open.users > 0) return;
    const room = await open.opening.catch(() => undefined);
    await this.#groupCommit.settled();
    if (!this.#isClosing) await room?.compactWhenLong();
    if (open.users === 0 && this.#openByName.get(name) === open) this.#drop(name);
  }

  /** Looks after every open room; the relay calls it at the pace of the heartbeat. Never rejects. */
  async tend(): Promise<void> {
    for (const { opening } of [...this.#openByName.values()]) (await opening.catch(() => undefined))?.tend();
  }

  /** Begins no more work in the background; resolves when what was begun is done. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#compactor.close();
    for (const { opening } of [...this.#openByName.values()]) await (await opening.catch(() => undefined))?.compaction;
  }

  #drop(name: string): void {
    this.#openByName.delete(name);
    const workshop = workshopOf(name);
    const isLast = ![...this.#openByName.keys()].some((other) => workshopOf(other) === workshop);
    if (isLast) this.#answersByWorkshop.delete(workshop);
  }

  async #load(name: string): Promise<Room> {
    return new Room({
      name,
      stored: await this.#store.load(name),
      answers: await this.#answersOf(workshopOf(name)),
      groupCommit: this.#groupCommit,
      store: this.#store,
      compact: this.#compactor.compact,
      log: this.#log,
    });
  }

  #answersOf(workshop: string): Promise<WorkshopAnswers> {
    let answers = this.#answersByWorkshop.get(workshop);
    if (!answers) {
      answers = this.#store
        .answers(workshop)
        .then((stored) => new WorkshopAnswers(workshop, stored, this.#groupCommit));
      this.#answersByWorkshop.set(workshop, answers);
    }
    return answers;
  }
}

function workshopOf(room: string): string {
  return parseRoom(room)?.workshop ?? room;
}
