/** What a person agreed to, as the answers have it, and the rows that say it. */
import { ANSWER_TOPICS, CONSENT_PURPOSES, type ConsentPurpose, SEAT_CONSENT } from "@sameside/model";
import type { InviteRole } from "@sameside/protocol";
import type { AnswerRows } from "../live/topicRows.ts";

/** What is ticked, and by whom. */
export interface ConsentChoice {
  readonly granted: ReadonlySet<ConsentPurpose>;
  /** Under the age that the brief names: a parent or guardian has agreed. */
  readonly byGuardian: boolean;
}

export const NOTHING_TICKED: ConsentChoice = { granted: new Set(), byGuardian: false };

/**
 * What this person has said last; a row of another form counts as not agreed. `rows` are of the topic `consent`, and
 * those of `guardian` too where that is asked for.
 */
export function consentIn(rows: AnswerRows, person: string): ConsentChoice {
  const isGuarded = rows.some((row) => row.topic === "guardian" && row.person === person && row.value === true);
  const own = rows.flatMap(({ person: of, item, value }) => {
    const purpose = CONSENT_PURPOSES.find((each) => each === item);
    const read = ANSWER_TOPICS.consent.value.safeParse(value).data;
    return of === person && purpose && read ? [{ purpose, ...read }] : [];
  });
  return {
    granted: new Set(own.flatMap(({ purpose, granted }) => (granted ? [purpose] : []))),
    byGuardian: isGuarded || own.some(({ guardian }) => guardian === true),
  };
}

/** `true` for whose words are kept: who runs the workshop answers for it, and a screen says nothing. */
export function asksConsent(role: InviteRole): boolean {
  return role !== "facilitator" && role !== "dais";
}

export function hasAgreed(rows: AnswerRows, person: string): boolean {
  return consentIn(rows, person).granted.has(SEAT_CONSENT);
}

/** What is said last: with it the board opens, and everything else has to be kept by then. */
const IN_ORDER = [...CONSENT_PURPOSES.filter((purpose) => purpose !== SEAT_CONSENT), SEAT_CONSENT];

/** `true` where it stands beside what was agreed to, which everybody reads, that a guardian agreed as well. */
export function tellsGuardian(rows: AnswerRows, person: string): boolean {
  return rows.some((row) => row.person === person && ANSWER_TOPICS.consent.value.safeParse(row.value).data?.guardian);
}

/**
 * A guardian's word, which the table does not read, and a row for each purpose: what was refused is said as well.
 * `until`: YYYY-MM-DD, "" where no day is set.
 */
export function consentRows({ granted, byGuardian }: ConsentChoice, person: string, until: string) {
  const purposes = IN_ORDER.map((purpose) => ({
    topic: "consent" as const,
    person,
    item: purpose,
    value: { granted: granted.has(purpose), ...(until !== "" && { until }) },
  }));
  return [...(byGuardian ? [{ topic: "guardian" as const, person, item: "agreed", value: true }] : []), ...purposes];
}
