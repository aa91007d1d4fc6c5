/**
 * What a workshop's plan holds, as plain data: readers get these types and nothing else. Days are `YYYY-MM-DD`, "" where
 * none is set; texts are "" where nothing is written.
 */
import type { Grade, Id, LaneKind, Role } from "../journey/schema.ts";
import type { Template } from "../templates/template.ts";

/** One question and what hangs on it; pinned, and the report opens with it. */
export interface BriefView {
  /** What the workshop is called. */
  readonly title: string;
  /** When its agenda begins, as the clock on its wall shows it: `YYYY-MM-DDTHH:MM`; "" while that is open. */
  readonly startsAt: string;
  /** The template that the boards of its tables begin with, by its id; "" for a blank one. */
  readonly journeyTemplate: string;
  readonly question: string;
  /** The decision the answer serves. */
  readonly decision: string;
  /** Who decides, as a person or a role. */
  readonly decider: string;
  /** The day by which it is decided. */
  readonly by: string;
  /** The project that the workshop is part of; without one it stands alone. */
  readonly workStream: string;
  readonly sponsor: SponsorView;
  /** Who keeps what is collected, and how to reach them. */
  readonly dataKeeper: string;
  /** The day until which people's words are kept. */
  readonly keepUntil: string;
  /** The day on which the workshop was closed: devices of people at the table then keep nothing of it but their own words. */
  readonly closedOn: string;
  /** Below this age, in years, a guardian gives the consent; 0…21, 16 when nothing is set. */
  readonly guardianAge: number;
  /** The one question that a customer thinks about before the day (S0-29). */
  readonly warmUp: string;
}

/** The senior person who stands behind the workshop (S3-13). */
export interface SponsorView {
  /** A person or a role, as text: people's names stand in the answers. */
  readonly who: string;
  /** One sentence of theirs. */
  readonly promise: string;
  /** The day by which they have answered. */
  readonly answerBy: string;
}

/** A segment of customers. */
export interface CustomerTypeView {
  readonly id: Id;
  readonly name: string;
  /** Who they are. */
  readonly who: string;
  /** What they say, in their words. */
  readonly words: readonly string[];
  /** The ids of the journeys that are theirs; on boards of this workshop. */
  readonly journeys: readonly Id[];
  /** `true` when the facilitator lets cards, phones and boards show the name (S0-3). */
  readonly isShown: boolean;
}

/** The people of one table. The id also names the table's board. */
export interface GroupView {
  readonly id: Id;
  readonly name: string;
  /** A customer type's id; absent for a mixed table, or while that type is removed. */
  readonly customerType?: Id;
  /**
   * A person's id; absent while there is none. Where moderators stand on the list of people, the first of them who sits
   * at this table.
   */
  readonly moderator?: Id;
  /** 1…50. */
  readonly seats: number;
}

export const PERSON_ROLES = ["facilitator", "moderator", "junior", "customer", "colleague"] as const;
/** What somebody is in the workshop; a junior facilitator helps at one table (S2-6). */
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody on the list of people. Their name stands in the answers (topic `name`), never here. */
export interface PersonView {
  /** The person's id, as answers and seats have it. */
  readonly id: Id;
  readonly role: PersonRole;
  /** A department's id; absent while there is none, or while it is removed. */
  readonly department?: Id;
  /** A customer type's id; absent while there is none, or while it is removed. */
  readonly customerType?: Id;
  /** The group at whose table they sit; absent while they sit at none, or while it is removed. */
  readonly group?: Id;
  /** A colleague has one customer at most; a customer may have several colleagues (S0-13). */
  readonly buddies: readonly Id[];
  /** Somebody put them where they sit: seating everybody leaves them there. */
  readonly isFixed: boolean;
  /** Does not come: sits nowhere and is not counted (S4-13). */
  readonly isAbsent: boolean;
}

/** A department that is wanted in the room. */
export interface DepartmentView {
  readonly id: Id;
  readonly name: string;
}

export const STEP_KINDS = [
  "read",
  "map",
  "what-if",
  "listen",
  "guess",
  "rate",
  "vote",
  "pair",
  "questions",
  "commit",
  "break",
  "free",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_RIGHTS = ["none", "read", "write"] as const;
/** What a role may do with the boards during a step. */
export type StepRight = (typeof STEP_RIGHTS)[number];
/** Facilitators are not in the table: they run the workshop and may always write. */
export type StepRole = Exclude<Role, "facilitator">;
export type StepRights = Readonly<Record<StepRole, StepRight>>;

/** What a lane is asked, "What I did". */
export type LanePrompts = Readonly<Partial<Record<LaneKind, string>>>;

/** One item of the agenda. */
export interface StepView {
  readonly id: Id;
  readonly title: string;
  readonly kind: StepKind;
  /** 0…1440. */
  readonly minutes: number;
  /** What each role is asked to do; "" for nothing of its own. */
  readonly instructions: Readonly<Record<Role, string>>;
  /** The kinds of lane in play; empty for all of them. */
  readonly lanes: readonly LaneKind[];
  /** What it asks in lanes of a kind, in the voice of who lives it (S4-7); kinds that it asks nothing of are absent. */
  readonly prompts: LanePrompts;
  readonly rights: StepRights;
  /** Its minutes are not shortened when the day runs late (S2-15). `true` for questions when nothing is set. */
  readonly isProtected: boolean;
  /** Passed over today; it stays in the agenda. */
  readonly isSkipped: boolean;
  /** What its protected minutes were before it was shortened or left out; absent while they hold (S2-15). */
  readonly promised?: number;
}

/** One step as it really happened: begun once, timed from there. Times are the relay's, in milliseconds since 1970. */
export interface RunView {
  /** The relay's number of the step as it was taken. */
  readonly n: number;
  /** The step's id. */
  readonly step: Id;
  readonly started: number;
  /** Minutes given to it, those added while it ran included. */
  readonly minutes: number;
  /** Since when its clock stands; absent while it goes. */
  readonly pausedAt?: number;
  /** How long its clock has stood before, in milliseconds. */
  readonly pausedFor: number;
  /** Of a step in pairs: how long the first turn was, in milliseconds, where it is not half of its minutes. */
  readonly swapAfter?: number;
}

/** The next step is said beforehand, with its time: everybody sees the seconds. Times are the relay's, in ms since 1970. */
export interface AnnouncementView {
  /** The number that the step will have at the relay. */
  readonly n: number;
  /** The step's id. */
  readonly step: Id;
  readonly begins: number;
  /** Tables that may stay a little in the step before. */
  readonly staying: readonly Id[];
  /** Who said it, and takes everybody on when it is time. */
  readonly by: Id;
}

/** Words a workshop may say in its own way (S3-10): a hospital says patient, nurse, visit. */
export const TERMS = ["customer", "colleague", "moderator", "facilitator", "workshop", "table", "journey"] as const;
export type Term = (typeof TERMS)[number];
/** A word for one and for many. */
export interface TermWords {
  readonly one: string;
  readonly many: string;
}
/** The words of this workshop; a term that has none of its own is absent, and the interface says its usual word. */
export type OwnWords = Readonly<Partial<Record<Term, TermWords>>>;

/** A template made of a journey of one's own; it stands beside the built-in ones. */
export interface OwnTemplateView {
  readonly id: Id;
  readonly title: string;
  readonly template: Template;
}
/** Whom a preparation note is about: a person, or all customers of a type. */
export interface NoteAbout {
  readonly kind: "person" | "customerType";
  readonly id: Id;
}

/** What was found out before the day; on the day it lies in its table's tray (S0-15). */
export interface PreparationNoteView {
  readonly id: Id;
  readonly text: string;
  readonly about: NoteAbout;
  /** Where it comes from: the interview, the study. */
  readonly source: string;
  readonly grade: Grade;
  readonly author: Id;
  /** Milliseconds since 1970. */
  readonly made: number;
}

/** Who may be given tasks before the day; what a moderator is asked, a junior facilitator is asked too. */
export const PRE_TASK_ROLES = ["colleague", "customer", "moderator"] as const satisfies readonly Role[];
export type PreTaskRole = (typeof PRE_TASK_ROLES)[number];

/** Something that everybody of a role does before the day; whether they have is an answer of theirs (S0-18). */
export interface PreTaskView {
  readonly id: Id;
  readonly text: string;
  readonly role: PreTaskRole;
}

/** What who runs the day said to tables. */
export interface MessageView {
  readonly id: Id;
  readonly text: string;
  /** Group ids; none for all tables. */
  readonly tables: readonly Id[];
  readonly author: Id;
  /** When it was said, in milliseconds since 1970. */
  readonly made: number;
}

export interface PlanView {
  readonly brief: BriefView;
  readonly customerTypes: readonly CustomerTypeView[];
  readonly groups: readonly GroupView[];
  readonly departments: readonly DepartmentView[];
  /** In the order of the list. */
  readonly people: readonly PersonView[];
  readonly steps: readonly StepView[];
  /** What really happened of them, by their numbers. */
  readonly runs: readonly RunView[];
  /** By their numbers. */
  readonly announcements: readonly AnnouncementView[];
  readonly words: OwnWords;
  readonly templates: readonly OwnTemplateView[];
  readonly preparationNotes: readonly PreparationNoteView[];
  readonly preTasks: readonly PreTaskView[];
  /** In the order in which they were said. */
  readonly messages: readonly MessageView[];
  /** Entries that lack what makes them one and are hidden (SPEC R3). */
  readonly ghosts: number;
  /** `false` when this document needs a newer program: show what is there, allow no edit. */
  readonly writable: boolean;
}
