/** The step the workshop is in, as the relay tells it, and the wish of a facilitator to go on to another one. */
import type { Step } from "@sameside/protocol";

export interface Steps {
  current(): Step | undefined;
  /** The relay says which step holds. */
  heard(step: Step): void;
  /**
   * Asks for the step after the current one. Resolves when the relay says that it holds; rejects when another one was
   * taken first, or when the asking is ended.
   */
  ask(next: Omit<Step, "n">, send: (step: Step) => void): Promise<void>;
  /** The connection is gone: whoever waits is told so. */
  endAsking(reason: string): void;
}

interface Asked {
  readonly step: Step;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export function openSteps(): Steps {
  let current: Step | undefined;
  let asked: Asked[] = [];
  return {
    current: () => current,
    heard(step) {
      if (current && step.n < current.n) return;
      current = step;
      const settled = asked.filter((one) => one.step.n <= step.n);
      asked = asked.filter((one) => one.step.n > step.n);
      for (const { step: wanted, resolve, reject } of settled) {
        if (wanted.n === step.n && wanted.id === step.id) resolve();
        else reject(new Error("Somebody else went on to another step first. Look at it, then go on from there."));
      }
    },
    ask(next, send) {
      const step: Step = { ...next, n: (current?.n ?? 0) + 1 };
      return new Promise((resolve, reject) => {
        asked.push({ step, resolve, reject });
        send(step);
      });
    },
    endAsking(reason) {
      const waiting = asked;
      asked = [];
      for (const { reject } of waiting) reject(new Error(reason));
    },
  };
}
