/** What was written in a round, and what somebody destroyed who had no good will. */
import * as Y from "yjs";

/** A text whose words are its author's (SPEC C4), as a view shows it. */
export interface OwnText {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

/** Remembers what each author last wrote, as that author's own copy showed it. */
export interface Ledger {
  note(person: string, shown: readonly OwnText[]): void;
  readonly textById: ReadonlyMap<string, string>;
  /** `root/id` of all that a hostile peer wrote on; nothing can be promised for those. */
  readonly touched: Set<string>;
}

export function openLedger(): Ledger {
  const textById = new Map<string, string>();
  return {
    textById,
    touched: new Set(),
    note(person, shown) {
      for (const { id, author, text } of shown) if (author === person) textById.set(id, text);
    },
  };
}

/** C4: what an author wrote last is what everybody reads. */
export function changedTexts(collection: string, shown: readonly OwnText[], { textById, touched }: Ledger): string[] {
  return shown.flatMap(({ id, author, text }) => {
    const written = textById.get(id);
    if (touched.has(`${collection}/${id}`) || written === undefined || written === text) return [];
    return [`C4: “${written}” of ${author} became “${text}”`];
  });
}

/** R1: what somebody wrote and nobody removed is shown, and shown once. */
export function lostTexts(
  doc: Y.Doc,
  collection: string,
  shown: readonly OwnText[],
  { textById, touched }: Ledger,
): string[] {
  const ids = new Set(shown.map(({ id }) => id));
  const twice = ids.size < shown.length ? [`R1: an entry of ${collection} is shown twice`] : [];
  const lost = [...textById].filter(
    ([id]) => !ids.has(id) && !touched.has(`${collection}/${id}`) && registerAt(doc, collection, id, "del") !== true,
  );
  return [...twice, ...lost.map(([, text]) => `R1: “${text}” of ${collection} is shown nowhere`)];
}

/** R3: only a peer that writes round the commands makes ghosts. */
export function honestGhosts(ghosts: number, { touched }: Ledger): string[] {
  return ghosts > 0 && touched.size === 0 ? [`R3: honest commands made ${ghosts} ghosts`] : [];
}

/** C4: nobody but its author wrote a text. */
export function foreignTexts(doc: Y.Doc, collection: string, shown: readonly OwnText[], { touched }: Ledger): string[] {
  return shown.flatMap(({ id, author }) => {
    const [, , writer] = stampedAt(doc, collection, id, "text");
    return touched.has(`${collection}/${id}`) || writer === author ? [] : [`C4: ${writer} reworded ${author}`];
  });
}

/** The value of a register as it lies in a document; `undefined` where there is none. */
export function registerAt(doc: Y.Doc, root: string, id: string, field: string): unknown {
  return stampedAt(doc, root, id, field)[0];
}

function stampedAt(doc: Y.Doc, root: string, id: string, field: string): readonly unknown[] {
  const entity = doc.getMap(root).get(id);
  const register: unknown = entity instanceof Y.Map ? entity.get(field) : undefined;
  return Array.isArray(register) ? register : [];
}
