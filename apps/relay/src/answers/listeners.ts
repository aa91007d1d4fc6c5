/** The connections of one workshop, as those who are told about its answers. */
import type { DeskMember } from "../room/desk.ts";
import { type HelperClass, helperClassOf } from "./reading.ts";

type Frames = readonly Uint8Array[];

export class Listeners {
  readonly #membersByPerson = new Map<string, Set<DeskMember>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(member: DeskMember): void {
    const { person } = member.seat;
    const members = this.#membersByPerson.get(person) ?? new Set();
    if (!members.has(member)) this.#count += 1;
    this.#membersByPerson.set(person, members.add(member));
  }

  remove(member: DeskMember): void {
    const { person } = member.seat;
    const members = this.#membersByPerson.get(person);
    if (members?.delete(member)) this.#count -= 1;
    if (members?.size === 0) this.#membersByPerson.delete(person);
  }

  tellAll(frames: Frames): void {
    for (const members of this.#membersByPerson.values()) for (const member of members) tell(member, frames);
  }

  /** Tells the connections of these seats. */
  tellThose(frames: Frames, isMeant: (seat: DeskMember["seat"]) => boolean): void {
    for (const members of this.#membersByPerson.values())
      for (const member of members) if (isMeant(member.seat)) tell(member, frames);
  }

  /** Tells all connections of a person but one. */
  tellPerson(person: string, frames: Frames, except?: DeskMember): void {
    for (const member of this.#membersByPerson.get(person) ?? []) if (member !== except) tell(member, frames);
  }

  /** Those who help, by what they are told. */
  helpers(): ReadonlyMap<HelperClass, readonly DeskMember[]> {
    const membersByClass = new Map<HelperClass, DeskMember[]>();
    for (const members of this.#membersByPerson.values())
      for (const member of members) {
        const helpers = helperClassOf(member.seat);
        if (helpers === undefined) break;
        const told = membersByClass.get(helpers) ?? [];
        told.push(member);
        membersByClass.set(helpers, told);
      }
    return membersByClass;
  }
}

export function tell(member: DeskMember, frames: Frames): void {
  for (const frame of frames) member.send(frame);
}
