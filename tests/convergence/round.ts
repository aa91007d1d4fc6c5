/**
 * One round of the fuzzer: people at devices of their own do random things on one board, and then on one of the
 * workshop's other documents, through the relay's real room, while devices drop out, frames get lost with them, and
 * the relay is killed between two writes. In every fourth round one more peer writes garbage. At the end all who are
 * honest meet.
 */
import type { Actor, stateOf } from "@sameside/model";
import { openRandom, type Random } from "../support/random.ts";
import { writeGarbage } from "./hostile.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { openRelay, type Relay } from "./relay.ts";
import { openSeat, type Seat } from "./seat.ts";
import { withSeededIds } from "./seededIds.ts";
import { BOARD } from "./subjects/board.ts";
import { FINDINGS } from "./subjects/findings.ts";
import { PLAN } from "./subjects/plan.ts";
import { QUESTIONS } from "./subjects/questions.ts";
import type { Subject } from "./subjects/subject.ts";
import { connect, deliverOne, disconnect, openWire, settle, type Wire } from "./wire.ts";

const PEOPLE = 5;
/** Whoever sits at a table. Moderators may do what participants may not. */
const ROLES: readonly Actor["role"][] = ["colleague", "customer", "moderator"];
/** One round in so many has a hostile peer. */
const HOSTILE_EVERY = 4;
const HOSTILE_CLIENT = 900_000;

/** How long people are at a document. */
interface Pace {
  readonly eventsPerPerson: number;
  /** The share of devices that are connected from the start. */
  readonly connected: number;
}
const BOARD_PACE: Pace = { eventsPerPerson: 24, connected: 0 };
/** Shorter: most are connected at once, or the visit would be over before they meet. */
const OTHER_PACE: Pace = { eventsPerPerson: 7, connected: 0.7 };

/** The other documents; each round plays one of them. */
const OTHERS: readonly ((cast: Cast) => string[])[] = [
  (cast) => playDocument(PLAN, OTHER_PACE, cast),
  (cast) => playDocument(QUESTIONS, OTHER_PACE, cast),
  (cast) => playDocument(FINDINGS, OTHER_PACE, cast),
];

export interface RoundOptions {
  readonly people?: number;
}

/** @returns what went wrong, one sentence each; empty when the round is good. */
export function playRound(seed: number, { people = PEOPLE }: RoundOptions = {}): string[] {
  const isHostile = seed % HOSTILE_EVERY === 0;
  const other = OTHERS[seed % OTHERS.length];
  return withSeededIds(seed, () => [
    ...playDocument(BOARD, BOARD_PACE, { seed, people, isHostile }),
    ...(other?.({ seed: ~seed, people, isHostile }) ?? []),
  ]);
}

/** Who is at a document. */
interface Cast {
  readonly seed: number;
  readonly people: number;
  readonly isHostile: boolean;
}

/** All that takes part in a round on one document. */
interface Stage<Document, View, Seen> {
  readonly random: Random;
  readonly relay: Relay;
  readonly devices: readonly Device<Document, View, Seen>[];
  /** The devices and the hostile peer. */
  readonly wires: readonly Wire[];
  readonly ledger: Ledger;
}
type AnyDocument = Parameters<typeof stateOf>[0];
type Device<Document, View, Seen> = Wire & { readonly seat: Seat<Document, View, Seen> };

function playDocument<Document extends AnyDocument, View, Seen>(
  subject: Subject<Document, View, Seen>,
  { eventsPerPerson, connected }: Pace,
  { seed, people, isHostile }: Cast,
): string[] {
  const random = openRandom(seed);
  const relay = openRelay(subject.room);
  const devices = Array.from({ length: people }, (_, index) => openDevice(subject, index, random));
  const hostile = isHostile ? openHostile(subject) : undefined;
  const wires = hostile ? [...devices, hostile] : devices;
  const stage = { random, relay, devices, wires, ledger: openLedger() };
  const problems: string[] = [];

  try {
    for (const { seat } of devices) subject.begin(openRandom(seed), seat.document, seat.by);
    for (const device of devices) if (connected > 0 && random.chance(connected)) connect(device, relay);
    for (let event = 0; event < people * eventsPerPerson; event++) {
      problems.push(...happen(subject, stage));
      if (hostile) beHostile(hostile, stage);
    }
    for (const device of devices) if (!device.member) connect(device, relay);
    settle(wires, relay, random);
    problems.push(...differences(subject, stage));
    const [first] = devices;
    if (first) problems.push(...subject.brokenRules(first.seat.fresh(), first.doc, stage.ledger));
  } catch (error) {
    problems.push(`something threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return problems.map((problem) => `${subject.room}: ${problem}`);
}

/** One thing happens to one of the devices, or to the relay. */
function happen<Document extends AnyDocument, View, Seen>(
  subject: Subject<Document, View, Seen>,
  { random, relay, devices, wires, ledger }: Stage<Document, View, Seen>,
): string[] {
  const device = random.pick(devices);
  if (!device) return [];
  const dice = random.next();
  if (dice < 0.45) {
    const { seat } = device;
    seat.act(random);
    ledger.note(seat.by.person, subject.ownTexts(seat.live()));
    if (random.chance(0.1) && JSON.stringify(seat.live()) !== JSON.stringify(seat.fresh()))
      return ["R9: the view that followed the changes differs from a fresh one"];
  } else if (dice < 0.8) deliverOne(device, relay, random);
  else if (dice < 0.88) device.member ? disconnect(device) : connect(device, relay);
  else if (dice < 0.99) relay.flush();
  else {
    for (const wire of wires) disconnect(wire);
    relay.kill();
    return relay.lostAcknowledged();
  }
  return [];
}

/** The hostile peer does something, unless it was thrown out: then it is gone for good. */
function beHostile(
  hostile: Wire,
  { random, relay, ledger }: { readonly random: Random; readonly relay: Relay; readonly ledger: Ledger },
): void {
  const dice = random.next();
  if (hostile.refusal) disconnect(hostile);
  else if (!hostile.member) connect(hostile, relay);
  else if (dice < 0.02) disconnect(hostile);
  else if (dice < 0.2) ledger.touched.add(writeGarbage(random, hostile.doc));
  else if (dice < 0.7) deliverOne(hostile, relay, random);
}

/** All devices, and one that comes new, must show the same, and none may wait for what nobody has. */
function differences<Document extends AnyDocument, View, Seen>(
  subject: Subject<Document, View, Seen>,
  { devices, relay }: Stage<Document, View, Seen>,
): string[] {
  const onDisk = relay.freshDocument();
  const problems = relay.lostAcknowledged(onDisk);
  const [first] = devices;
  if (!first) return ["a round needs people"];
  const expected = JSON.stringify(first.seat.fresh());
  devices.forEach(({ refusal, seat, doc }, index) => {
    if (refusal) problems.push(`an honest device was refused: ${refusal}`);
    if (JSON.stringify(seat.fresh()) !== expected) problems.push(`device ${index} shows something else than device 0`);
    if (JSON.stringify(seat.live()) !== expected) problems.push(`R9: the view that device ${index} follows`);
    if (doc.store.pendingStructs) problems.push("a device waits for edits nobody has");
  });
  const stored = subject.read(subject.take(onDisk));
  if (JSON.stringify(stored) !== expected) problems.push("a fresh device shows something else than device 0");
  return problems;
}

function openDevice<Document extends AnyDocument, View, Seen>(
  subject: Subject<Document, View, Seen>,
  index: number,
  random: Random,
): Device<Document, View, Seen> {
  const wire = openWire(1 + index * 1_000 + random.below(1_000));
  let time = index * 7;
  const by: Actor = { person: `person${index}`, role: ROLES[index % ROLES.length] ?? "customer", now: () => ++time };
  return Object.assign(wire, { seat: openSeat(subject, wire.doc, by) });
}

/** Reading once makes a document know all its roots, also those that nobody has written to. */
function openHostile<Document extends AnyDocument, View, Seen>({ take, read }: Subject<Document, View, Seen>): Wire {
  const wire = openWire(HOSTILE_CLIENT);
  read(take(wire.doc));
  return wire;
}
