/**
 * Who is in one workshop through this relay, and what they may do there as things stand: whatever changes, here or at
 * another relay, holds for their connections at once.
 */
import {
  CLOSE,
  type CloseReason,
  type FromDevice,
  maySetStep,
  type Right,
  type RoomAddress,
  rightIn,
  type Seat,
  type Step,
} from "@sameside/protocol";
import type { DeskMember } from "../room/desk.ts";
import { closeUnstored } from "../roomStore/engineAway.ts";
import type { Access } from "./access.ts";
import type { Holder } from "./seats.ts";
import type { News } from "./workshopNews.ts";

/** What a connection may do with its room at the moment. */
export interface Admission {
  readonly seat: Seat;
  readonly right: Exclude<Right, "none">;
}

/** One connection that is in the workshop, or is to be let in. */
export interface Visit {
  readonly token: string;
  readonly holder: Holder;
  readonly room: RoomAddress;
  /** It may do something else from now on. */
  changed(admission: Admission): void;
  /** It has to go. */
  close(reason: CloseReason): void;
}

interface Visitor {
  readonly visit: Visit;
  /** `undefined` while it is being let in. */
  admission: Admission | undefined;
  /** What was read of its seat, while it is being let in, may no longer be so. */
  isStale: boolean;
  /** When its token ends, in milliseconds since 1970. */
  expires: number;
}

/** What has to be looked up again. */
interface TakenNews {
  readonly visitors: readonly Visitor[];
  readonly step: boolean;
}

type AccessParts = Pick<Access, "news" | "seats" | "steps">;

export class Attendance {
  readonly #workshop: string;
  readonly #access: AccessParts;
  readonly #log: (line: string) => void;
  readonly #visitorByVisit = new Map<Visit, Visitor>();
  readonly #members = new Set<DeskMember>();
  #step: Step | undefined;
  /** What has to be looked up again. */
  readonly #news = { visitors: new Set<Visitor>(), step: false };
  #reviewing: Promise<void> | undefined;
  /** Runs until the next table that stays has to go on. */
  #staying: ReturnType<typeof setTimeout> | undefined;
  #stop: () => Promise<void> = () => Promise.resolve();

  /** Knows of everything that happens from then on. */
  static async open(workshop: string, access: AccessParts, log: (line: string) => void): Promise<Attendance> {
    const attendance = new Attendance(workshop, access, log);
    attendance.#stop = await access.news.listen(workshop, {
      hear: (news) => attendance.#hearNews(news),
      missed: () => attendance.#lookAgain(),
    });
    try {
      attendance.#takeStepRead(await access.steps.current(workshop));
    } catch (error) {
      await attendance.close();
      throw error;
    }
    return attendance;
  }

  private constructor(workshop: string, access: AccessParts, log: (line: string) => void) {
    this.#workshop = workshop;
    this.#access = access;
    this.#log = log;
  }

  /** Hears nothing more. */
  async close(): Promise<void> {
    await this.#reviewing;
    clearTimeout(this.#staying);
    await this.#stop();
  }

  /** Lets a connection in, or says why not. It is looked after from now on, until `leave`. */
  async enter(visit: Visit): Promise<Admission | CloseReason> {
    const visitor: Visitor = { visit, admission: undefined, isStale: true, expires: 0 };
    // Before its seat is read: a change that comes meanwhile is for it, too.
    this.#visitorByVisit.set(visit, visitor);
    let verdict: Admission | CloseReason = CLOSE.seatEnded;
    while (visitor.isStale) {
      visitor.isStale = false;
      verdict = await this.#judge(visitor);
    }
    if (!("code" in verdict)) visitor.admission = verdict;
    return verdict;
  }

  /** What the connection may do now; `undefined` when it had to go meanwhile. */
  readonly admissionOf = (visit: Visit): Admission | undefined => this.#visitorByVisit.get(visit)?.admission;

  leave(visit: Visit): void {
    this.#visitorByVisit.delete(visit);
  }

  /** People who are connected to this relay. */
  present(): ReadonlySet<string> {
    return new Set([...this.#visitorByVisit.keys()].map(({ holder }) => holder.person));
  }

  /** Sends away whose tokens have ended. */
  tend(now: number): void {
    for (const visitor of this.#visitorByVisit.values())
      if (visitor.admission && visitor.expires <= now) this.#news.visitors.add(visitor);
    this.#review();
  }

  /** Looks up anew what everybody may do; resolves when it holds for their connections. Never rejects. */
  async reviewEverybody(): Promise<void> {
    this.#lookAgain();
    await this.#reviewing;
  }

  /** A member of a room of this workshop, who hears of its steps. */
  join(member: DeskMember): void {
    this.#members.add(member);
    if (this.#step) member.say({ say: "step", step: this.#step });
  }

  depart(member: DeskMember): void {
    this.#members.delete(member);
  }

  hear(member: DeskMember, message: FromDevice): void {
    if (message.say === "step") void this.#takeStep(member, message.step);
  }

  async #takeStep(member: DeskMember, asked: Step): Promise<void> {
    try {
      const holds = maySetStep(member.seat) ? await this.#access.steps.take(this.#workshop, asked) : this.#step;
      if (holds && holds !== asked) member.say({ say: "step", step: holds });
    } catch (error) {
      this.#trouble("A step was not kept", error);
      member.close(closeUnstored(error));
    }
  }

  #hearNews(news: News): void {
    if (news.about === "rollCall")
      this.#access.news.tell(this.#workshop, { about: "present", call: news.call, people: [...this.present()] });
    if (news.about === "step") this.#news.step = true;
    if (news.about === "person")
      for (const visitor of this.#visitorByVisit.values())
        if (visitor.visit.holder.person === news.person) this.#news.visitors.add(visitor);
    this.#review();
  }

  #lookAgain(): void {
    this.#news.step = true;
    for (const visitor of this.#visitorByVisit.values()) this.#news.visitors.add(visitor);
    this.#review();
  }

  /** One review at a time, so that what was read earlier is never taken for the later. */
  #review(): void {
    this.#reviewing ??= this.#reviewAll().finally(() => {
      this.#reviewing = undefined;
    });
  }

  async #reviewAll(): Promise<void> {
    while (this.#hasNews()) {
      const news = this.#takeNews();
      try {
        await this.#lookUp(news);
      } catch (error) {
        this.#trouble("What people may do cannot be read", error);
        // What may have ended must not go on unseen: those concerned come back and are looked at anew.
        const concerned = news.step ? [...this.#visitorByVisit.values()] : news.visitors;
        for (const { visit } of concerned) visit.close(CLOSE.engineAway);
        this.#news.step ||= news.step;
        return;
      }
    }
  }

  #hasNews(): boolean {
    return this.#news.visitors.size > 0 || this.#news.step;
  }

  #takeNews(): TakenNews {
    const taken = { visitors: [...this.#news.visitors], step: this.#news.step };
    this.#news.visitors.clear();
    this.#news.step = false;
    return taken;
  }

  async #lookUp({ visitors, step }: TakenNews): Promise<void> {
    // Those who are on their way in look for themselves.
    for (const visitor of visitors) visitor.isStale = true;
    if (step) await this.#readStep();
    await Promise.all(visitors.map((visitor) => this.#judgeAgain(visitor)));
  }

  /** Steps only go on: one that was read before another came is not taken back to. */
  #takeStepRead(step: Step | undefined): boolean {
    if (!step || (this.#step && step.n <= this.#step.n)) return false;
    this.#step = step;
    this.#waitForStays(step);
    return true;
  }

  /** What ends by the clock holds for the connections as what somebody changes. */
  #waitForStays(step: Step): void {
    clearTimeout(this.#staying);
    const ms = this.#access.steps.nextStayEnds(step);
    if (ms === undefined) return;
    this.#staying = setTimeout(() => {
      this.#applyStep();
      this.#waitForStays(step);
    }, ms).unref();
  }

  async #readStep(): Promise<void> {
    if (!this.#takeStepRead(await this.#access.steps.current(this.#workshop)) || !this.#step) return;
    for (const member of this.#members) member.say({ say: "step", step: this.#step });
    this.#applyStep();
  }

  #applyStep(): void {
    for (const visitor of this.#visitorByVisit.values()) {
      if (visitor.admission) this.#apply(visitor, this.#admissionAt(visitor.admission.seat, visitor.visit.room));
      else visitor.isStale = true;
    }
  }

  async #judge(visitor: Visitor): Promise<Admission | CloseReason> {
    const { holder, token, room } = visitor.visit;
    const entry = await this.#access.seats.entryOf(holder, token);
    if (!entry) return CLOSE.seatEnded;
    visitor.expires = entry.expires;
    return this.#admissionAt(entry.seat, room);
  }

  async #judgeAgain(visitor: Visitor): Promise<void> {
    if (visitor.admission) this.#apply(visitor, await this.#judge(visitor));
  }

  #admissionAt(seat: Seat, room: RoomAddress): Admission | CloseReason {
    const right = rightIn(seat, room, this.#access.steps.rightsIn(room, this.#step));
    return right === "none" ? CLOSE.notForYou : { seat, right };
  }

  #apply(visitor: Visitor, verdict: Admission | CloseReason): void {
    const before = visitor.admission;
    // It may have left while its seat was read.
    if (!before || !this.#visitorByVisit.has(visitor.visit)) return;
    if ("code" in verdict) {
      this.#visitorByVisit.delete(visitor.visit);
      visitor.visit.close(verdict);
    } else if (!isSame(before, verdict)) {
      visitor.admission = verdict;
      visitor.visit.changed(verdict);
    }
  }

  #trouble(what: string, error: unknown): void {
    this.#log(`${what}: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}

function isSame(one: Admission, other: Admission): boolean {
  return one.right === other.right && one.seat.role === other.seat.role && one.seat.table === other.seat.table;
}
