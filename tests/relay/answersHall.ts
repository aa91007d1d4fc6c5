/** One workshop's answers at the relay, without sockets: people on devices, a clock that stands still until it is moved. */
import {
  type AnswerRow,
  type CloseReason,
  encodeMessage,
  type FromDevice,
  type FromRelay,
  FromRelaySchema,
  readMessage,
  type Seat,
  type SeatRole,
  type TallyNews,
  type Topic,
} from "@sameside/protocol";
import {
  aloneBus,
  type Clock,
  type DeskMember,
  GroupCommit,
  openSqliteStore,
  type RoomBus,
  type RoomStore,
  WorkshopAnswers,
} from "@sameside/relay";
import * as decoding from "lib0/decoding";

export const WORKSHOP = "workshop-of-answers";
/** When the clock starts, in milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 22, 9);

/** A clock that goes on only when it is told to. */
export class TestClock implements Clock {
  #now = START;
  readonly #waiting = new Map<() => void, number>();

  readonly now = (): number => this.#now;

  after(ms: number, run: () => void): () => void {
    const once = () => run();
    this.#waiting.set(once, this.#now + ms);
    return () => this.#waiting.delete(once);
  }

  /** Goes on by so many milliseconds, and calls what is due on the way. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#waiting].sort(([, a], [, b]) => a - b);
      if (!next || next[1] > end) break;
      this.#waiting.delete(next[0]);
      this.#now = next[1];
      next[0]();
    }
    this.#now = end;
  }
}

export interface HallParts {
  readonly store: RoomStore;
  readonly bus: RoomBus;
  readonly clock: TestClock;
  /** What takes rows to the disk instead of the store's own `commit`. */
  readonly commit: RoomStore["commit"];
}

export class Hall {
  readonly store: RoomStore;
  readonly clock: TestClock;
  readonly answers: WorkshopAnswers;
  readonly logged: string[];
  readonly #seatByPerson: Map<string, Seat>;
  readonly #changed: (person: string) => void;

  static async open(parts: Partial<HallParts> = {}, seatByPerson = new Map<string, Seat>()): Promise<Hall> {
    const store = parts.store ?? openSqliteStore({ file: ":memory:" });
    const clock = parts.clock ?? new TestClock();
    const logged: string[] = [];
    const log = (line: string) => logged.push(line);
    let changed: (person: string) => void = () => undefined;
    const answers = await WorkshopAnswers.open({
      workshop: WORKSHOP,
      store,
      groupCommit: new GroupCommit({ commit: parts.commit ?? ((writes) => store.commit(writes)) }, log),
      bus: parts.bus ?? aloneBus(),
      seatOf: async (person) => seatByPerson.get(person),
      news: {
        async listen(_workshop, listener) {
          changed = (person) => listener.hear({ about: "person", person });
          return async () => undefined;
        },
      },
      log,
      clock,
    });
    return new Hall(store, clock, answers, logged, seatByPerson, (person) => changed(person));
  }

  private constructor(
    store: RoomStore,
    clock: TestClock,
    answers: WorkshopAnswers,
    logged: string[],
    seatByPerson: Map<string, Seat>,
    changed: (person: string) => void,
  ) {
    this.store = store;
    this.clock = clock;
    this.answers = answers;
    this.logged = logged;
    this.#seatByPerson = seatByPerson;
    this.#changed = changed;
  }

  /** Gives a person a seat, or another one. */
  seat(person: string, role: SeatRole = "customer", table: string | null = "t1"): Seat {
    const seat = { workshop: WORKSHOP, person, role, table };
    this.#seatByPerson.set(person, seat);
    this.#changed(person);
    return seat;
  }

  /** A device of this person comes in. */
  join(person: string, role?: SeatRole, table?: string | null): HallDevice {
    const known = role === undefined ? this.#seatByPerson.get(person) : undefined;
    const device = new HallDevice(this, known ?? this.seat(person, role, table));
    this.answers.join(device);
    return device;
  }

  /** All that was sent is stored and told, as far as it is told without waiting for the clock. */
  settled(): Promise<void> {
    return this.answers.settled();
  }

  /** As `settled`, and everything that waits for its turn is told. */
  async told(): Promise<void> {
    // A sum is agreed on in one turn, and told in the next.
    for (let turn = 0; turn < 2; turn += 1) {
      await this.settled();
      this.clock.pass(1_000);
    }
    await this.settled();
  }

  /** The relay stops and another one starts on the same store. */
  async restart(): Promise<Hall> {
    await this.answers.close();
    return Hall.open({ store: this.store, clock: this.clock }, this.#seatByPerson);
  }

  async end(): Promise<void> {
    await this.answers.close();
    await this.store.close();
  }
}

export class HallDevice implements DeskMember {
  readonly seat: Seat;
  closed: CloseReason | undefined;
  /** As they came. */
  readonly frames: Uint8Array[] = [];
  readonly #hall: Hall;

  constructor(hall: Hall, seat: Seat) {
    this.#hall = hall;
    this.seat = seat;
  }

  say(message: FromRelay): void {
    this.send(encodeMessage(message));
  }

  send(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  /** All the relay said, in order. */
  get heard(): readonly FromRelay[] {
    return this.frames.map((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      const message = readMessage(decoder, FromRelaySchema);
      if (!message) throw new Error("The relay said what nobody can read.");
      return message;
    });
  }

  /** All frames as text, as somebody would read them who looks at the wire. */
  get wireText(): string {
    return this.frames.map((frame) => new TextDecoder().decode(frame)).join("");
  }

  close(reason: CloseReason): void {
    this.closed = reason;
    this.leave();
  }

  leave(): void {
    this.#hall.answers.leave(this);
  }

  hear(message: FromDevice): void {
    this.#hall.answers.hear(this, message);
  }

  /** Sends an answer of this person, or of `for`, at the clock's time or `time`. Answers the row sent. */
  put(topic: Topic, item: string, value: AnswerRow["value"], more: { for?: string; time?: number } = {}): AnswerRow {
    const row = {
      topic,
      person: more.for ?? this.seat.person,
      item,
      value,
      time: more.time ?? this.#hall.clock.now(),
    };
    this.hear({ say: "answersPut", rows: [row] });
    return row;
  }

  reveal(topic: Topic, ...items: string[]): void {
    this.hear({ say: "reveal", items: items.map((item) => ({ topic, item })) });
  }

  /** The last row heard for each person and item of a topic. */
  rows(topic: Topic): readonly AnswerRow[] {
    const rows = this.heard.flatMap((message) => (message.say === "answers" ? message.rows : []));
    const ofTopic = rows.filter((row) => row.topic === topic);
    return [...new Map(ofTopic.map((row) => [`${row.person}/${row.item}`, row])).values()];
  }

  /** All tallies heard of an item, in order. */
  tallies(topic: Topic, item: string): readonly TallyNews[] {
    const tallies = this.heard.flatMap((message) => (message.say === "tallies" ? message.tallies : []));
    return tallies.filter((tally) => tally.topic === topic && tally.item === item);
  }

  /** Sums heard of an item, each once. */
  sums(topic: Topic, item: string): readonly NonNullable<TallyNews["sum"]>[] {
    const sums = this.tallies(topic, item).flatMap(({ sum }) => sum ?? []);
    return [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()];
  }

  refusals(): readonly string[] {
    return this.heard.flatMap((message) =>
      message.say === "answersRefused" ? message.keys.map(({ why }) => why) : [],
    );
  }

  storedTimes(): readonly number[] {
    return this.heard.flatMap((message) =>
      message.say === "answersStored" ? message.keys.map(({ time }) => time) : [],
    );
  }
}
