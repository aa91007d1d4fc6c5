/**
 * The sum over one item, kept up row by row, and what of it may be told.
 *
 * A sum is told of at least `MIN_TALLY_PEOPLE` people. The next one is told only when the answers of as many people
 * differ from it: of two sums with one answer between them anybody could subtract that answer. It does not protect from people who pool what they know of their own answers.
 */
import { limits, type TallyNews } from "@sameside/protocol";

export type Sum = NonNullable<TallyNews["sum"]>;

interface Counted {
  readonly parts: readonly string[];
  readonly isNumber: boolean;
}

const NOTHING = "";

export class ItemTally {
  readonly #countedByPerson = new Map<string, Counted>();
  readonly #countByPart = new Map<string, number>();
  #numbers = 0;
  #told: Sum | undefined;
  /** What the sum told last counts of those whose answer is another one, as text. */
  readonly #toldByChangedPerson = new Map<string, string>();
  #isSummed = false;

  get people(): number {
    return this.#countedByPerson.size;
  }

  /** The last sum told, as long as enough people have an answer. */
  get told(): Sum | undefined {
    return this.people < limits.MIN_TALLY_PEOPLE ? undefined : this.#told;
  }

  /** `true` when a sum may be told that was not told yet. */
  get isDue(): boolean {
    if (this.people < limits.MIN_TALLY_PEOPLE) return false;
    return !this.#isSummed || this.#toldByChangedPerson.size >= limits.MIN_TALLY_PEOPLE;
  }

  /** A person's answer is this one; `null` takes it back. */
  put(person: string, value: unknown): void {
    const before = this.#countedByPerson.get(person);
    const next = countedOf(value);
    if (before) this.#count(before, -1);
    if (next) this.#countedByPerson.set(person, next);
    else this.#countedByPerson.delete(person);
    if (next) this.#count(next, 1);
    if (this.#isSummed) this.#compare(person, textOf(before), textOf(next));
  }

  /** Sums up what is to be told next; it is told when `tell` says that nobody was told another sum meanwhile. */
  sum(): Sum {
    this.#isSummed = true;
    this.#toldByChangedPerson.clear();
    const counts = [...this.#countByPart].sort(([, a], [, b]) => b - a).slice(0, limits.MAX_TOLD_PARTS);
    return {
      countByAnswer: Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1))),
      ...(this.people > 0 && this.#numbers === this.people ? { mean: this.#mean() } : {}),
    };
  }

  /** This sum is told from now on: our own, or the one another relay was faster with. */
  tell(sum: Sum): void {
    this.#told = sum;
    this.#isSummed = true;
  }

  /** Another relay's sum is told from now on; what differs from it is counted from here. */
  adopt(sum: Sum): void {
    this.tell(sum);
    this.#toldByChangedPerson.clear();
  }

  #compare(person: string, before: string, next: string): void {
    const told = this.#toldByChangedPerson.get(person) ?? before;
    if (told === next) this.#toldByChangedPerson.delete(person);
    else this.#toldByChangedPerson.set(person, told);
  }

  #count({ parts, isNumber }: Counted, by: 1 | -1): void {
    for (const part of parts) {
      const count = (this.#countByPart.get(part) ?? 0) + by;
      if (count === 0) this.#countByPart.delete(part);
      else this.#countByPart.set(part, count);
    }
    if (isNumber) this.#numbers += by;
  }

  /** From the counts, so that it does not depend on the order in which answers came and went. */
  #mean(): number {
    let total = 0;
    for (const [part, count] of this.#countByPart) total += Number(part) * count;
    return total / this.people;
  }
}

function textOf(counted: Counted | undefined): string {
  return counted ? JSON.stringify(counted.parts) : NOTHING;
}

/** What is counted of an answer: each element of a list; of an object its `kind`, else its `value`. */
function countedOf(value: unknown): Counted | undefined {
  if (value === null || value === undefined) return undefined;
  const core = coreOf(value);
  const parts = Array.isArray(value) ? value.map(String) : [typeof core === "string" ? core : JSON.stringify(core)];
  const counted = parts.filter((part) => part.length <= limits.MAX_COUNTED_LENGTH);
  return { parts: counted.slice(0, limits.MAX_COUNTED_PARTS), isNumber: typeof core === "number" };
}

function coreOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value) return value.kind;
  if ("value" in value) return value.value;
  return value;
}
