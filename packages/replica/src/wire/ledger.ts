/**
 * Counts this device's edits and what the relay has confirmed of them. Pure: no socket, no disk.
 *
 * The relay says `stored(n)`: the first n sync frames sent on this connection are on its disk. What a frame stands for:
 * a step 2 carries everything the relay lacked, so it covers every edit made until then; an update frame carries one
 * edit, and covers all before it only when a step 2 has gone out on this connection. Before that it covers nothing
 * here: edits of an offline hour may still be missing at the relay, and the step 2 that follows covers it anyway.
 */
export interface Ledger {
  /** Notes `count` more edits of this device; they are numbered on from the last. */
  edited(count: number): void;
  /** A new connection: its frames are counted from 1. */
  connected(): void;
  /** A sync frame went out. */
  sent(kind: "step2" | "update"): void;
  /** The relay has the first `frames` frames on disk. */
  stored(frames: number): void;
  /** The relay has not taken this frame (from 1) nor any after it. */
  denied(frame: number): void;
  /** The tab that holds the connection says that the relay has every edit up to this number. */
  confirmed(edit: number): void;
  /** Number of the last edit. */
  edits(): number;
  /** Every edit up to this number is on the relay's disk. */
  acked(): number;
  /** Frames of this connection that the relay may still say something about: neither stored nor behind a denied one. */
  unanswered(): number;
}

/** A ledger with no edits and no connection. */
export function openLedger(): Ledger {
  let edits = 0;
  let acked = 0;
  let coverage: number[] = [];
  let confirmedFrames = 0;
  let complete = false;
  let firstDenied = Number.POSITIVE_INFINITY;
  return {
    edited(count) {
      edits += count;
    },
    connected() {
      coverage = [];
      confirmedFrames = 0;
      complete = false;
      firstDenied = Number.POSITIVE_INFINITY;
    },
    sent(kind) {
      if (kind === "step2") {
        complete = true;
        // Sent because the relay has asked: it takes edits again.
        firstDenied = Number.POSITIVE_INFINITY;
      }
      coverage.push(complete ? edits : 0);
    },
    stored(frames) {
      const last = Math.min(frames, confirmedFrames + coverage.length);
      const confirmed = coverage.splice(0, last - confirmedFrames);
      confirmedFrames = Math.max(confirmedFrames, last);
      acked = confirmed.reduce((most, edit) => Math.max(most, edit), acked);
    },
    denied(frame) {
      const first = Math.max(0, frame - 1 - confirmedFrames);
      coverage.fill(0, first);
      complete = false;
      firstDenied = Math.min(firstDenied, frame);
    },
    confirmed(edit) {
      acked = Math.max(acked, Math.min(edit, edits));
    },
    edits: () => edits,
    acked: () => acked,
    unanswered: () => Math.max(0, Math.min(confirmedFrames + coverage.length, firstDenied - 1) - confirmedFrames),
  };
}
