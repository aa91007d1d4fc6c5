/** Takes rows on their way to the disk, and says which are there and which never will be. */
import { type AnswerRefusal, type AnswerRow, answerKey, type CloseReason } from "@sameside/protocol";
import type { DeskMember } from "../room/desk.ts";
import type { GroupCommit } from "../room/groupCommit.ts";
import type { Background } from "./background.ts";
import type { AnswerBook } from "./book.ts";
import type { Judge, Verdict, Writer } from "./judge.ts";
import { tell } from "./listeners.ts";
import { framesOf } from "./pagedFrames.ts";
import type { Places } from "./places.ts";
import { encode, type RowTeller } from "./rowTeller.ts";

export interface IntakeParts {
  readonly workshop: string;
  readonly groupCommit: Pick<GroupCommit, "add">;
  readonly book: AnswerBook;
  readonly judge: Judge;
  readonly places: Places;
  readonly rows: Pick<RowTeller, "reads">;
  readonly background: Background;
  /** These rows are on disk. `from`: who sent them. */
  readonly stored: (rows: readonly AnswerRow[], from: DeskMember | undefined) => void;
}

interface Judged {
  readonly row: AnswerRow;
  readonly verdict: Verdict;
}

interface Then {
  readonly from?: DeskMember;
  readonly stored: (judged: readonly Judged[]) => void;
  readonly failed: (why: CloseReason) => void;
}

export class Intake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Rows that a device has sent. */
  put(member: DeskMember, rows: readonly AnswerRow[]): void {
    const { seat } = member;
    const write = () =>
      this.#write(seat, rows, {
        from: member,
        stored: (judged) => this.#confirm(member, judged),
        failed: (why) => member.close(why),
      });
    const others = rows.filter(({ person }) => person !== seat.person).map(({ person }) => person);
    const { background, places } = this.#parts;
    if (others.length === 0) write();
    else
      background.run(
        async () => {
          await places.lookUp(others);
          write();
        },
        () => [member],
      );
  }

  /** One row that came another way. Answers why it was not taken; rejects when the disk does not take it. */
  enter(writer: Writer, row: AnswerRow): Promise<AnswerRefusal | undefined> {
    return new Promise((resolve, reject) => {
      this.#write(writer, [row], {
        stored: ([judged]) => resolve(judged?.verdict.is === "refused" ? judged.verdict.why : undefined),
        failed: () => reject(new Error("The relay cannot store this now. Try again.")),
      });
    });
  }

  /** Puts rows in the place of others, whoever wrote those; `stored` hears of them. Nobody is asked whether they may be. */
  replace(rows: readonly AnswerRow[]): void {
    if (rows.length === 0) return;
    const { book, groupCommit, workshop, stored } = this.#parts;
    for (const row of rows) book.begin(row);
    groupCommit.add({
      writes: rows.map((row) => ({ to: "answers", workshop, row })),
      stored: () => stored(rows, undefined),
      // What withdraws them is stored, so they are replaced when they are read again.
      failed: () => book.giveUp(),
    });
  }

  /** Resolves when all that was taken so far is on disk, or is not and never will be. */
  committed(): Promise<void> {
    return new Promise((resolve) =>
      this.#parts.groupCommit.add({ writes: [], stored: () => resolve(), failed: () => resolve() }),
    );
  }

  #write(writer: Writer, rows: readonly AnswerRow[], then: Then): void {
    const { book, judge, groupCommit, workshop } = this.#parts;
    const judged = rows.map((row): Judged => {
      const verdict = judge.judge(writer, row);
      // At once, so that the next row is judged by it.
      if (verdict.is === "new") book.begin(verdict.row);
      return { row, verdict };
    });
    const fresh = judged.flatMap(({ verdict }) => (verdict.is === "new" ? [verdict.row] : []));
    groupCommit.add({
      writes: fresh.map((row) => ({ to: "answers", workshop, row })),
      stored: () => {
        this.#parts.stored(fresh, then.from);
        then.stored(judged);
      },
      failed: (why) => {
        // All that was added later fails with it.
        book.giveUp();
        then.failed(why);
      },
    });
  }

  #confirm(member: DeskMember, judged: readonly Judged[]): void {
    const taken = judged.filter(({ verdict }) => verdict.is !== "refused");
    const timeByKey = new Map(taken.map(({ row }) => [answerKey(row), this.#timeTold(member, row)]));
    if (timeByKey.size > 0)
      member.say({ say: "answersStored", keys: [...timeByKey].map(([key, time]) => ({ key, time })) });
    const refused = judged.flatMap(({ row, verdict }) =>
      verdict.is === "refused" ? [{ key: answerKey(row), time: row.time, why: verdict.why }] : [],
    );
    if (refused.length === 0) return;
    member.say({ say: "answersRefused", keys: refused });
    // The device lets go of what was refused, and holds again what everybody else holds.
    const holding = refused.flatMap(({ key }) => this.#parts.book.stored(key) ?? []);
    tell(
      member,
      framesOf(
        holding.filter((row) => this.#parts.rows.reads(member, row)),
        encode,
      ),
    );
  }

  /** The time of the row on disk; to who may not read it, that of their own. */
  #timeTold(member: DeskMember, sent: AnswerRow): number {
    const stored = this.#parts.book.stored(answerKey(sent));
    return stored && this.#parts.rows.reads(member, stored) ? Math.max(stored.time, sent.time) : sent.time;
  }
}
