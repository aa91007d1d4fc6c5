/** What the fuzzer knows of one kind of document: how it is opened, what people do with it, and what must hold on it. */
import type { Actor, Outcome, stateOf } from "@sameside/model";
import type * as Y from "yjs";
import type { Random } from "../../support/random.ts";
import type { Ledger, OwnText } from "../ledger.ts";

export const WORKSHOP = "workshop-of-fuzz";

type AnyDocument = Parameters<typeof stateOf>[0];

export interface Subject<Document extends AnyDocument, View, Seen> {
  /** The name of the room that passes its edits on. */
  readonly room: string;
  take(doc: Y.Doc): Document;
  read(document: Document): View;
  follow(document: Document): { view(): View };
  /** What a person can pick from. */
  look(view: View, removed: RemovedByCollection): Seen;
  readonly plays: readonly Play<Document, Seen>[];
  /** What each device does for itself before it hears of the others; the same on all for the same seed. */
  begin(random: Random, document: Document, by: Actor): void;
  ownTexts(view: View): readonly OwnText[];
  /** One sentence for each rule that does not hold at the end. */
  brokenRules(view: View, doc: Y.Doc, ledger: Ledger): string[];
}

/**
 * The ids that a person removed, by collection: the small documents list nothing that is removed. Of what they took
 * away because it hurts, also by `takenFrom` the collection.
 */
export type RemovedByCollection = ReadonlyMap<string, readonly string[]>;

export function takenFrom(collection: string): string {
  return `${collection} taken away`;
}

/** A command with random arguments. */
export interface Play<Document, Seen> {
  /** How often it is chosen, compared with the others of its document. */
  readonly weight: number;
  /** The command as the model's door gives it. */
  readonly command: (...args: never[]) => Outcome;
  run(random: Random, document: Document, by: Actor, see: Seen): Outcome;
}

/** Makes the plays of one kind of document. `args` picks the command's arguments among what the person sees. */
export function playsOf<Document, Seen>() {
  return <Args>(
    weight: number,
    command: (document: Document, by: Actor, args: Args) => Outcome,
    args: (random: Random, see: Seen, by: Actor) => NoInfer<Args>,
  ): Play<Document, Seen> => ({
    weight,
    command,
    run: (random, document, by, see) => command(document, by, args(random, see, by)),
  });
}

const OWN_SHARE = 0.8;

/** The id of one of the items; one that is nothing stands for a click on what is gone. */
export function idAmong(random: Random, items: readonly { readonly id: string }[]): string {
  return random.pick(items)?.id ?? "gone";
}

/** Mostly something of the person's own; else anything, where only the author may write. */
export function ownAmong(
  random: Random,
  items: readonly { readonly id: string; readonly author: string }[],
  person: string,
): string {
  return idAmong(random, random.chance(OWN_SHARE) ? items.filter(({ author }) => author === person) : items);
}

/** In front of one of the items, or at the end. */
export function beforeAmong(random: Random, items: readonly { readonly id: string }[]): { readonly before?: string } {
  return random.chance(0.4) ? { before: idAmong(random, items) } : {};
}

export function removedAmong(random: Random, removed: RemovedByCollection, collection: string): string {
  return random.pick(removed.get(collection) ?? []) ?? "gone";
}

const VOCABULARY = ["late", "phone", "price", "🙂", "nobody answers", "two rings", "Übergabe", "portal", "‘today’"];
export function words(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(VOCABULARY)).join(" ");
}

/** A day that the calendar has, or none. */
export function day(random: Random): string {
  return random.chance(0.2) ? "" : `2027-0${1 + random.below(9)}-1${random.below(10)}`;
}
