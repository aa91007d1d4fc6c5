/** Whether what customers and colleagues made together is agreed: only with the customers' ticks (S1-7). */
import type { Id, Role } from "../journey/schema.ts";
import type { TallyRow } from "./tally.ts";

/** Ticks out of people, for each role at the table. */
export type AgreementByRole = Readonly<Partial<Record<Role, { readonly agreed: number; readonly of: number }>>>;

export interface Agreement {
  readonly byRole: AgreementByRole;
  /** Everybody of every role that is there ticked, and a customer is there. */
  readonly isAgreed: boolean;
}

/** Counts the ticks to one next step. `people`: everybody whose agreement is asked for, with their role. */
export function agreementOf(
  rows: readonly Pick<TallyRow, "person" | "value">[],
  people: readonly { readonly person: Id; readonly role: Role }[],
): Agreement {
  const agreeing = new Set(rows.filter((row) => row.value === true).map((row) => row.person));
  const byRole: Partial<Record<Role, { agreed: number; of: number }>> = {};
  for (const { person, role } of people) {
    const count = byRole[role] ?? { agreed: 0, of: 0 };
    byRole[role] = { agreed: count.agreed + (agreeing.has(person) ? 1 : 0), of: count.of + 1 };
  }
  const counts = Object.values(byRole);
  const isAgreed = byRole.customer !== undefined && counts.every((count) => count.agreed === count.of);
  return { byRole, isAgreed };
}
