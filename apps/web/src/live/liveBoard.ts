/**
 * One open board: its document, this device's copy of it, the people on it, and what can be undone, as stores that
 * React can follow. The document type stays opaque here; only the composition root knows how it is made.
 */
import {
  type Actor,
  type BoardDocument,
  type BoardReader,
  type BoardView,
  type History,
  openBoardReader,
  openHistory,
  type Role,
  readBoard,
} from "@sameside/model";
import { boardRoom, type Step } from "@sameside/protocol";
import {
  type Answers,
  type Aside,
  type Device,
  type KnownWorkshop,
  lastGoodView,
  type NewAnswer,
  openAnswers,
  openAside,
  openBeside,
  openReplica,
  type Replica,
  type ReplicaStatus,
} from "@sameside/replica";
import { type OwnDevice, openDeviceWord } from "./deviceWord.ts";
import type { AsDocuments } from "./documents.ts";
import { type LiveFiles, openLiveFiles } from "./liveFiles.ts";
import { type LiveWithdrawal, openLiveWithdrawal } from "./liveWithdrawal.ts";
import { filePlaceOf, linkOf, openOwnPlace, openWayIn, type Place, type WayIn, type WritesFor } from "./ownPlace.ts";
import { openSteadyView } from "./steadyView.ts";
import type { Store } from "./store.ts";
import { openTelling, type Told } from "./telling.ts";
import { openTopicRows, type TopicRows } from "./topicRows.ts";
import { WITHDRAWN_KINDS } from "./withdrawnKinds.ts";

export type Others = ReturnType<Replica<BoardDocument, BoardView>["presence"]["others"]>;
export type NameRows = ReturnType<Answers["rows"]>;
export interface LiveBoard {
  readonly workshop: string;
  readonly room: string;
  readonly board: BoardDocument;
  /** Follows the seat: person and role are read at each change. */
  readonly by: Actor;
  /** Whose words the cards are that this person writes; `undefined` for their own. */
  readonly writesFor: WritesFor;
  /** This device's place in the workshop; until a relay has given one, what the person said of themselves. */
  readonly seat: Store<Place>;
  /** The workshop with the seat that was taken last, to be kept; `undefined` before the first. */
  readonly entered: Store<KnownWorkshop | undefined>;
  /** Why this board is shut for this person, and the way to try again. */
  readonly entrance: WayIn["entrance"];
  /** The step the workshop is in. */
  readonly step: Store<Step | undefined>;
  /** Takes the workshop on to another step. Rejects for who may not, without a connection, and when another was faster. */
  setStep(next: Omit<Step, "n">): Promise<void>;
  readonly history: History;
  readonly view: Store<BoardView>;
  readonly status: Store<ReplicaStatus>;
  /** Everybody else who has this board open now. */
  readonly others: Store<Others>;
  /** The answers of one topic; the same store each time. */
  readonly rows: TopicRows;
  /** How far the relay's clock is ahead of this device's, in ms; `undefined` before it was heard. */
  relayAhead(): number | undefined;
  /** The answers of the topic `name`: who goes by which name today. */
  readonly names: Store<NameRows>;
  /** The pictures and sounds of the workshop. */
  readonly files: LiveFiles;
  /** What this person has withdrawn, and the way to do it. */
  readonly withdrawal: LiveWithdrawal;
  /** Own changes that the relay has not taken, until their person has decided. */
  readonly aside: Aside;
  /** The answers of the topic `proposal`: changes sent to who leads the table, and what became of them. */
  readonly proposals: Store<NameRows>;
  readonly canUndo: Store<boolean>;
  readonly canRedo: Store<boolean>;
  /** Tells the others what this person does on the board now. What is not named stays as it was told last. */
  tell(part: Partial<Told>): void;
  /** Keeps this person's name for today and tells the table. */
  takeName(name: string): Promise<void>;
  /** What the relay told last of an item: how many have answered. It changes with the rows of its topic. */
  tally(topic: Parameters<Answers["rows"]>[0], item: string): ReturnType<Answers["tally"]>;
  /** Gives an answer, as the topic's rules have it: to disk, then to the relay. */
  answer(answer: NewAnswer): Promise<void>;
  /** Takes in rows that came with a file: names of people who were at this table before. */
  learn(rows: readonly unknown[]): void;
  connect(known: KnownWorkshop): void;
  /** A gesture has ended: what it wrote is made safe against a power cut. */
  endGesture(): void;
  /** How the board looked before something stored of it was damaged, at this visit or an earlier one; `undefined` when nothing was. */
  lastGood(): Promise<BoardView | undefined>;
  /** Everything written so far is on this device's disk. */
  saved(): Promise<void>;
  /** What waits goes to no table any more: it is to be set aside, as what was refused is. */
  giveUpWaiting(): void;
  /**
   * When `status.refused`: closes the board and sets aside what the relay has not taken. Rejects while the disk takes
   * nothing; then the board stays open as it is.
   */
  setAside(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly device: Device;
  readonly known: KnownWorkshop;
  /** Where no seat says it yet. */
  readonly role: Role;
  readonly name?: string | undefined;
  readonly as: AsDocuments;
  /** This device, as others know it; `undefined` where it keeps nothing. */
  readonly own?: OwnDevice | undefined;
}

/** Opens the board of a workshop from this device's disk, and connects when it was shared. */
export async function openLiveBoard({ device, known, role, name, as, own }: Options): Promise<LiveBoard> {
  const room = boardRoom(known.id, known.group);
  const answers = await openAnswers(known.id);
  const place = openOwnPlace({ person: device.person, seat: known.seat }, role);
  const { seat, by } = place;
  const who = () => ({ person: seat.get().person, role: seat.get().role, ...(own && { device: own.id }) });
  const link = linkOf(known);
  let reader: BoardReader | undefined;
  const replica = await openReplica<BoardDocument, BoardView>({
    room,
    asDocument: as.board,
    // What is followed already is not read again.
    project: (board) => (reader ? reader.view() : readBoard(board)),
    presence: { ...who(), cursor: null },
    answers,
    ...(link ? { open: link } : {}),
  });
  const statusStore: Store<ReplicaStatus> = {
    get: () => replica.status(),
    subscribe: (hear) => replica.subscribe(hear),
  };
  const telling = openTelling(who, (presence) => replica.presence.set(presence));
  // The relay passes on no presence of another person or role than the seat's.
  const stopSeat = seat.subscribe(() => telling.renew());
  const wayIn = openWayIn({
    device,
    known,
    place,
    role,
    name,
    status: statusStore,
    open: (link) => replica.connect(link),
  });
  const placeOfFiles = () => filePlaceOf(wayIn.latest());
  const aside = openAside(room);
  const files = openLiveFiles({ answers, by, status: statusStore, place: placeOfFiles });
  const followed = openBoardReader(replica.doc);
  reader = followed;
  const beside = openBeside(room);
  const history = openHistory(replica.doc, by, await beside.read());
  history.subscribe(() => beside.keep(() => history.state()));
  const withdrawal = await openLiveWithdrawal({
    main: {
      ...{ room, document: replica.doc, kind: WITHDRAWN_KINDS.board, history, status: statusStore },
      view: { get: () => followed.view(), subscribe: (hear) => followed.subscribe(hear) },
      folded: () => replica.folded(),
    },
    ...{ as, by, seat, answers, takeOut: files.takeOut, place: placeOfFiles, known: wayIn.latest },
  });
  const rows = openTopicRows(answers);
  const word = own && openDeviceWord({ own, answers, seat, status: statusStore, aside });
  const historyStore = (get: () => boolean): Store<boolean> => ({ get, subscribe: (hear) => history.subscribe(hear) });
  const letGo = async () => {
    word?.close();
    telling.close();
    stopSeat();
    wayIn.close();
    await withdrawal.close();
    await beside.close();
    reader = undefined;
    followed.close();
    files.close();
    aside.close();
  };
  return {
    workshop: known.id,
    room,
    board: replica.doc,
    by,
    writesFor: place.writesFor,
    seat,
    entered: wayIn.entered,
    entrance: wayIn.entrance,
    step: { get: () => replica.status().step, subscribe: statusStore.subscribe },
    setStep: (next) => replica.setStep(next),
    history,
    view: openSteadyView(followed, statusStore),
    status: statusStore,
    others: { get: () => replica.presence.others(), subscribe: (hear) => replica.presence.subscribe(hear) },
    rows,
    relayAhead: answers.relayAhead,
    names: rows("name"),
    files,
    withdrawal,
    aside,
    proposals: rows("proposal"),
    canUndo: historyStore(() => history.canUndo()),
    canRedo: historyStore(() => history.canRedo()),
    tell: (part) => telling.tell(part),
    takeName: (chosen) => answers.put({ topic: "name", person: by.person, item: "today", value: chosen }),
    tally: (topic, item) => answers.tally(topic, item),
    answer: (answer) => answers.put(answer),
    learn: (rows) => void answers.takeIn(rows),
    connect: wayIn.connect,
    endGesture: replica.endGesture,
    lastGood: () => lastGoodView<BoardView>(room),
    saved: () => replica.saved(),
    giveUpWaiting: replica.giveUpWaiting,
    async setAside() {
      await replica.setAside();
      await letGo();
      await answers.close();
    },
    async close() {
      await letGo();
      await replica.close();
      await answers.close();
    },
  };
}
