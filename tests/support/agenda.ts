/** A workshop's agenda, as its facilitator's device writes it, and going through it. */
import type { Page } from "@playwright/test";
import {
  type Actor,
  addStep,
  announceStep,
  asPlanDocument,
  type PlanDocument,
  readPlan,
  type StepFields,
  type StepKind,
} from "@sameside/model";
import { encodeMessage, planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

interface PlannedStep extends StepFields {
  readonly title: string;
  readonly kind: StepKind;
  readonly minutes: number;
}

export interface Agenda {
  /** To the step with this title, with the rights that the plan gives it; resolves when the relay says that it holds. */
  go(title: string): Promise<void>;
  /**
   * Says that this step is the next one, and begins in so many ms; the facilitator's page takes everybody on.
   * `person`: who says so, when it is another facilitator.
   */
  announce(title: string, inMs: number, person?: string): void;
  /** Changes the plan, as its facilitator. */
  write(change: (plan: PlanDocument, by: Actor) => void): void;
  end(): void;
}

/** With the seat of the facilitator who has the board open on this page, before any step was taken. */
export async function agendaOf(relayUrl: string, facilitator: Page, steps: readonly PlannedStep[]): Promise<Agenda> {
  const { workshop, token, person } = await heldSeat(facilitator);
  const device = connectDevice(relayUrl, planRoom(workshop), token);
  await device.heard(({ say }) => say === "hello");
  const plan = asPlanDocument(device.doc);
  const by: Actor = { person, role: "facilitator", now: Date.now };
  for (const step of steps) addStep(plan, by, step);
  await device.heard((message) => message.say === "stored" && message.frames >= steps.length);
  const stepOf = (title: string) => {
    const step = readPlan(plan).steps.find((each) => each.title === title);
    if (!step) throw new Error(`the agenda has no step “${title}”`);
    return step;
  };
  let n = 0;
  return {
    announce(title, inMs, person = by.person) {
      n += 1;
      announceStep(plan, { ...by, person }, { n, step: stepOf(title).id, begins: Date.now() + inMs });
    },
    write: (change) => change(plan, by),
    async go(title) {
      const step = stepOf(title);
      n += 1;
      const taken = { id: step.id, n, rights: step.rights };
      device.provider.ws?.send(encodeMessage({ say: "step", step: taken }));
      await device.heard((message) => message.say === "step" && message.step.n === taken.n);
    },
    end: () => device.provider.destroy(),
  };
}
