/**
 * Numbers the edits of all tabs of this device for one ledger, so that what the relay confirms over one tab's connection
 * is known in all of them. Each tab numbers its own edits from 1; here they stand in the order this tab heard of them.
 */

import type { Ledger } from "../wire/ledger.ts";
import type { EditSpan } from "./editSpans.ts";

/** By tab: the relay has all of its edits up to this one. */
export type ConfirmedEdits = Readonly<Record<string, number>>;

export interface DeviceEdits {
  /** An edit was made in this tab; answers its number among this tab's. */
  made(): number;
  /** Edits on disk, or of another tab: those that were not known yet are counted. */
  heard(spans: readonly EditSpan[]): void;
  /** The ledger's number of the last edit in these spans. */
  lastOf(spans: readonly EditSpan[]): number;
  /** What the ledger knows as confirmed. */
  confirmed(): ConfirmedEdits;
  /** Takes in what another tab knows as confirmed. */
  takeConfirmed(edits: ConfirmedEdits): void;
}

/** A run of one tab's edits; `first` is the ledger's number of its first one. */
interface Run extends EditSpan {
  readonly first: number;
}

/** `tab` is this tab. */
export function openDeviceEdits(tab: string, ledger: Ledger): DeviceEdits {
  const runs: Run[] = [];
  const knownByTab = new Map<string, number>();
  const confirmedByTab = new Map<string, number>();
  return {
    made() {
      const number = (knownByTab.get(tab) ?? 0) + 1;
      note({ tab, from: number, to: number });
      return number;
    },
    heard(spans) {
      for (const span of spans) {
        const from = Math.max(span.from, (knownByTab.get(span.tab) ?? 0) + 1);
        if (from <= span.to) note({ ...span, from });
      }
    },
    lastOf: (spans) => Math.max(0, ...spans.map(ledgerNumber)),
    confirmed() {
      for (const run of runs) {
        const covered = Math.min(run.to, run.from + ledger.acked() - run.first);
        if (covered >= run.from) raise(run.tab, covered);
      }
      return Object.fromEntries(confirmedByTab);
    },
    takeConfirmed(edits) {
      for (const [of, edit] of Object.entries(edits)) raise(of, edit);
      for (const run of runs) {
        const covered = Math.min(run.to, confirmedByTab.get(run.tab) ?? 0);
        ledger.confirmed(run.first + covered - run.from);
        // The ledger counts from the beginning: behind a gap nothing is confirmed yet.
        if (covered < run.to) return;
      }
    },
  };

  function note(span: EditSpan): void {
    const last = runs.at(-1);
    if (last?.tab === span.tab && last.to + 1 === span.from) runs[runs.length - 1] = { ...last, to: span.to };
    else runs.push({ ...span, first: ledger.edits() + 1 });
    knownByTab.set(span.tab, span.to);
    ledger.edited(span.to - span.from + 1);
  }

  function ledgerNumber({ tab: of, to }: EditSpan): number {
    const run = runs.findLast((each) => each.tab === of && each.from <= to);
    return run ? run.first + Math.min(to, run.to) - run.from : 0;
  }

  function raise(of: string, edit: number): void {
    confirmedByTab.set(of, Math.max(edit, confirmedByTab.get(of) ?? 0));
  }
}
