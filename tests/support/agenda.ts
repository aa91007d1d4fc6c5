/** A workshop's agenda, as its facilitator's device writes it, and going through it. */
import type { Page } from "@playwright/test";
import { addPeople, addStep, asPlanDocument, pairBuddies, readPlan, type StepKind } from "@sameside/model";
import { encodeMessage, planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

interface PlannedStep {
  readonly title: string;
  readonly kind: StepKind;
  readonly minutes: number;
}

export interface Agenda {
  /** To the step with this title, with the rights that the plan gives it; resolves when the relay says that it holds. */
  go(title: string): Promise<void>;
  end(): void;
}

/** By their ids. */
interface Pair {
  readonly colleague: string;
  readonly customer: string;
}

/** With the seat of the facilitator who has the board open on this page, before any step was taken. */
export async function agendaOf(
  relayUrl: string,
  facilitator: Page,
  steps: readonly PlannedStep[],
  pairs: readonly Pair[] = [],
): Promise<Agenda> {
  const { workshop, token, person } = await heldSeat(facilitator);
  const device = connectDevice(relayUrl, planRoom(workshop), token);
  await device.heard(({ say }) => say === "hello");
  const plan = asPlanDocument(device.doc);
  const by = { person, role: "facilitator", now: Date.now } as const;
  for (const step of steps) addStep(plan, by, step);
  const people = pairs.flatMap(({ colleague, customer }) => [
    { person: colleague, role: "colleague" } as const,
    { person: customer, role: "customer" } as const,
  ]);
  if (pairs.length > 0) addPeople(plan, by, { people });
  if (pairs.length > 0) pairBuddies(plan, by, { pairs });
  const frames = steps.length + (pairs.length > 0 ? 2 : 0);
  await device.heard((message) => message.say === "stored" && message.frames >= frames);
  let n = 0;
  return {
    async go(title) {
      const step = readPlan(plan).steps.find((each) => each.title === title);
      if (!step) throw new Error(`the agenda has no step “${title}”`);
      n += 1;
      const taken = { id: step.id, n, rights: step.rights };
      device.provider.ws?.send(encodeMessage({ say: "step", step: taken }));
      await device.heard((message) => message.say === "step" && message.step.n === taken.n);
    },
    end: () => device.provider.destroy(),
  };
}
