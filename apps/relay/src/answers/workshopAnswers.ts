/**
 * What the people of one workshop say for themselves, as one relay knows it: takes rows, stores them, and only then
 * tells them, or their sums, to those who may read them. Other relays on the same store hear of it over the bus.
 */
import {
  type AnswerRefusal,
  type AnswerRow,
  answerKey,
  emptiedBy,
  encodeMessage,
  type FromDevice,
  hearsOpenedAt,
  limits,
  mayReveal,
  type OpenedItem,
} from "@sameside/protocol";
import type { WorkshopNews } from "../access/workshopNews.ts";
import type { DeskMember, WorkshopDesk } from "../room/desk.ts";
import type { GroupCommit } from "../room/groupCommit.ts";
import type { RoomBus } from "../roomBus/roomBus.ts";
import type { RoomStore } from "../roomStore/roomStore.ts";
import { Background } from "./background.ts";
import { AnswerBook } from "./book.ts";
import { Intake } from "./intake.ts";
import { Judge, type Writer } from "./judge.ts";
import { Listeners, tell } from "./listeners.ts";
import { Opened, type Opening, openingKey, toldOf } from "./opened.ts";
import { type Clock, SYSTEM_CLOCK } from "./pace.ts";
import { framesOf } from "./pagedFrames.ts";
import { Places, type SeatOf } from "./places.ts";
import { openPseudonyms, type Pseudonyms } from "./pseudonyms.ts";
import { ruleOf } from "./reading.ts";
import { answersChannel, encodeRelayNews, type RelayNews, readRelayNews } from "./relayNews.ts";
import { openedBy } from "./revealing.ts";
import { RowTeller } from "./rowTeller.ts";
import { SumTeller } from "./sumTeller.ts";
import { TablePages } from "./tablePages.ts";
import { ToldSums } from "./toldSums.ts";

/** When the store did not answer, it is asked again after so many milliseconds. */
const LOAD_AGAIN_MS = 2_000;

export interface AnswersParts {
  readonly workshop: string;
  readonly store: Pick<RoomStore, "answers" | "dropAnswers" | "record" | "records" | "swap">;
  readonly groupCommit: Pick<GroupCommit, "add">;
  readonly bus: Pick<RoomBus, "isAlone" | "listen" | "publish">;
  /** The seat a person has now, as the store has it. */
  readonly seatOf: SeatOf;
  /** Tells whose seat has changed. */
  readonly news: Pick<WorkshopNews, "listen">;
  readonly log: (line: string) => void;
  readonly clock?: Clock;
}

export class WorkshopAnswers implements WorkshopDesk {
  readonly #parts: AnswersParts;
  readonly #clock: Clock;
  readonly #background: Background;
  readonly #book = new AnswerBook();
  readonly #listeners = new Listeners();
  readonly #places: Places;
  readonly #opened: Opened;
  readonly #openedPages = new TablePages<OpenedItem>(encodeOpened);
  readonly #toldSums: ToldSums;
  readonly #rows: RowTeller;
  readonly #sums: SumTeller;
  readonly #intake: Intake;
  readonly #stops: (() => Promise<void>)[] = [];
  #cancelLoad: (() => void) | undefined;
  #isClosed = false;

  /** Listens to other relays, then reads what is stored. Rejects when the store or the bus does not answer. */
  static async open(parts: AnswersParts): Promise<WorkshopAnswers> {
    const answers = new WorkshopAnswers(parts, await openPseudonyms(parts.store, parts.workshop));
    try {
      await answers.#listen();
      await answers.#load();
    } catch (error) {
      await answers.close();
      throw error;
    }
    return answers;
  }

  private constructor(parts: AnswersParts, pseudonyms: Pseudonyms) {
    const { workshop, store, groupCommit, clock = SYSTEM_CLOCK } = parts;
    const [listeners, book, background] = [this.#listeners, this.#book, new Background(parts.log)];
    const places = new Places(parts.seatOf, book);
    const placeOf = (person: string) => places.placeOf(person);
    const opened = new Opened(store, workshop, placeOf);
    const toldSums = new ToldSums(store, workshop);
    const { isOpen, isOpenForAll, isFrozen, tableOf } = opened;
    const judge = new Judge({ book, placeOf, introducedBy: places.introducedBy, isFrozen, now: clock.now });
    const rows = new RowTeller({ listeners, book, places, isOpen, tableOf, pseudonyms, clock, background });
    this.#parts = parts;
    this.#clock = clock;
    this.#background = background;
    this.#places = places;
    this.#opened = opened;
    this.#toldSums = toldSums;
    this.#rows = rows;
    this.#sums = new SumTeller({
      listeners,
      toldSums,
      isOpen: isOpenForAll,
      clock,
      background,
      publish: (told) => this.#tellRelays({ sums: [told] }),
    });
    this.#intake = new Intake({
      workshop,
      groupCommit,
      book,
      judge,
      places,
      rows,
      background,
      stored: (fresh, from) => {
        const news = this.#settle(fresh, from);
        this.#sums.update({ rows: news });
        this.#tellRelays({ rows: [...news] });
        this.#emptyWithdrawn(news);
      },
    });
  }

  join(member: DeskMember): void {
    this.#listeners.add(member);
    this.#places.learn(member.seat);
    tell(member, this.#openedPages.framesFor(member.seat));
    // Before the rows, which may take a while: a sum must not come after a later one.
    this.#sums.welcome(member);
    this.#rows.welcome(member);
  }

  leave(member: DeskMember): void {
    this.#listeners.remove(member);
    this.#rows.forget(member);
  }

  hear(member: DeskMember, message: FromDevice): void {
    if (message.say === "answersPut") this.#intake.put(member, message.rows.slice(0, limits.MAX_ANSWERS_PER_MESSAGE));
    if (message.say === "reveal")
      this.#background.run(
        () => this.#reveal(member, message.items),
        () => [member],
      );
  }

  /**
   * Stores an answer that came another way than over a connection, as one of this writer's own, with the relay's time.
   * Answers why it was not taken, if it was not; rejects when the disk does not take it.
   */
  enter(writer: Writer, answer: Pick<AnswerRow, "topic" | "item" | "value">): Promise<AnswerRefusal | undefined> {
    return this.#intake.enter(writer, { ...answer, person: writer.person, time: this.#clock.now() });
  }

  /** The name that a person goes by today; `undefined` when none is known. */
  nameOf(person: string): string | undefined {
    const value = this.#book.latest(answerKey({ topic: "name", person, item: "today" }))?.value;
    return typeof value === "string" ? value : undefined;
  }

  /** Removes what is kept for one day only. Devices remove it by themselves. Rejects when the disk does not. */
  async endDay(): Promise<void> {
    const ofDay = [...this.#book.allStored()].filter((row) => ruleOf(row.topic).keep === "day");
    const keys = ofDay.map(answerKey);
    if (keys.length === 0) return;
    await this.#parts.store.dropAnswers(this.#parts.workshop, keys);
    this.#drop(keys);
    this.#tellRelays({ dropped: keys });
  }

  /** Resolves when what was heard so far is stored, or was not taken. */
  async settled(): Promise<void> {
    await this.#intake.committed();
    await this.#background.settled();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelLoad?.();
    for (const stop of this.#stops) await stop();
    await this.settled();
    this.#rows.close();
    this.#sums.close();
  }

  async #listen(): Promise<void> {
    const { bus, news, workshop } = this.#parts;
    const stopBus = await bus.listen(answersChannel(workshop), {
      hear: (message) => {
        const told = readRelayNews(message);
        if (told) this.#takeIn(told);
      },
      missed: () => this.#loadAgain(),
    });
    this.#stops.push(stopBus);
    const stopNews = await news.listen(workshop, {
      hear: (told) => this.#places.forget(told.about === "person" ? told.person : undefined),
      missed: () => this.#places.forget(),
    });
    this.#stops.push(stopNews);
  }

  async #reveal(member: DeskMember, items: readonly OpenedItem[]): Promise<void> {
    if (!mayReveal(member.seat)) return;
    const people = items.flatMap((item) => this.#book.latestOf(item)).map(({ person }) => person);
    // Without a wait where none is needed: what the asker sends next comes after it.
    if (!this.#places.knows(people)) await this.#places.lookUp(people);
    const asked = this.#openedBy(member, items);
    const fresh = this.#opened.openable(asked);
    this.#opened.freeze(fresh);
    // What was taken before the items froze is told with them.
    await this.#intake.committed();
    const openings = this.#withPeople(fresh);
    await this.#opened.keep(openings, { by: member.seat.person, time: this.#clock.now() });
    this.#sums.update({ opened: this.#open(openings) });
    this.#tellRelays({ opened: [...openings] });
    // The asker is waiting for those that others have opened, too.
    tell(member, framesOf(asked.filter(this.#opened.has), encodeOpened));
  }

  /** Of these items what the member may open, and for whom. */
  #openedBy({ seat }: DeskMember, items: readonly OpenedItem[]): readonly OpenedItem[] {
    const placeOf = (person: string) => this.#places.placeOf(person);
    return items.flatMap((item) => {
      if (this.#opened.isOpenForAll(item)) return [{ topic: item.topic, item: item.item }];
      return openedBy(seat, item, this.#book.latestOf(item), placeOf) ?? [];
    });
  }

  /** Whose rows are opened where that is at one table. */
  #withPeople(items: readonly OpenedItem[]): readonly Opening[] {
    return items.map((item) => {
      if (item.table === undefined) return item;
      const people = this.#book.storedIn(item).map(({ person }) => person);
      return { ...item, people: people.filter((person) => this.#places.placeOf(person)?.table === item.table) };
    });
  }

  /** Opens items and tells that; answers those that were not open here. */
  #open(items: readonly Opening[]): readonly OpenedItem[] {
    const fresh = this.#opened.open(items).map(toldOf);
    if (fresh.length === 0) return fresh;
    for (const item of fresh) this.#openedPages.put(openingKey(item), item, item.table);
    for (const [table, opened] of Map.groupBy(fresh, (item) => item.table)) {
      const frames = framesOf(opened, encodeOpened);
      if (table === undefined) this.#listeners.tellAll(frames);
      else this.#listeners.tellThose(frames, (seat) => hearsOpenedAt(table, seat));
    }
    this.#rows.spread(fresh.flatMap((item) => this.#book.storedIn(item)).filter(this.#opened.isOpen));
    return fresh;
  }

  /** Rows are on disk, by this relay or another: tells those that are news, and answers them. */
  #settle(rows: readonly AnswerRow[], from?: DeskMember): readonly AnswerRow[] {
    const news = this.#book.settle(rows);
    this.#rows.spread(news, from);
    return news;
  }

  /** Who withdraws what they said, withdraws every row of theirs that is here. */
  #emptyWithdrawn(rows: Iterable<AnswerRow>): void {
    const withdrawals = [...rows].filter(({ topic }) => ruleOf(topic).withdrawal === "empties");
    this.#intake.replace(
      withdrawals.flatMap((withdrawal) =>
        this.#book.storedOf(withdrawal.person).flatMap((row) => emptiedBy(withdrawal, row) ?? []),
      ),
    );
  }

  /** What other relays have told, or the store. */
  #takeIn({ rows, opened, sums, dropped }: RelayNews): void {
    const fresh = this.#open(opened);
    this.#sums.update({ rows: this.#settle(rows), opened: fresh, told: sums });
    this.#drop(dropped);
  }

  #drop(keys: readonly string[]): void {
    this.#book.remove(keys);
    this.#rows.remove(keys);
  }

  async #load(): Promise<void> {
    const { store, workshop } = this.#parts;
    const rows = await store.answers(workshop);
    const oldest = this.#clock.now() - limits.DAY_ANSWER_LIFE_MS;
    const isOver = (row: AnswerRow) => ruleOf(row.topic).keep === "day" && row.time < oldest;
    const over = rows.filter(isOver).map(answerKey);
    if (over.length > 0) await store.dropAnswers(workshop, over);
    const [opened, sums] = await Promise.all([this.#opened.stored(), this.#toldSums.stored()]);
    const kept = rows.filter((row) => !isOver(row));
    this.#takeIn({ rows: kept, opened: [...opened], sums: [...sums], dropped: over });
    // A relay may have been killed between the two.
    this.#emptyWithdrawn(kept);
  }

  /** Messages of other relays may have been lost. */
  #loadAgain(): void {
    if (this.#isClosed) return;
    this.#background.run(async () => {
      try {
        await this.#load();
      } catch (error) {
        this.#cancelLoad = this.#clock.after(LOAD_AGAIN_MS, () => this.#loadAgain());
        throw error;
      }
    });
  }

  #tellRelays(news: Partial<RelayNews>): void {
    const { bus, workshop } = this.#parts;
    const isNews = Object.values(news).some((part) => part.length > 0);
    if (!bus.isAlone && isNews) bus.publish(answersChannel(workshop), encodeRelayNews(news));
  }
}

function encodeOpened(items: readonly OpenedItem[]): Uint8Array {
  return encodeMessage({ say: "opened", items: [...items] });
}
