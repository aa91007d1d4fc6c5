/** What a column, or a row of a matrix, can hold. */
import type { LaneKind } from "@sameside/model";

/** Where a cell goes. `step` is a touchpoint where the file has no better column, else what the customer does. */
export type Field =
  | "journeyNo"
  | "journey"
  | "customerType"
  | "variant"
  | "scale"
  | "phaseNo"
  | "phase"
  | "touchpointNo"
  | "touchpoint"
  | "step"
  | "channel"
  | "owner"
  | "stage"
  | "actors"
  | "score"
  | "scoreRole"
  | "moment"
  | "momentValue"
  | "momentReason"
  | "lane"
  | "laneKind"
  | "laneOwner"
  | "card"
  | "body"
  | "grade"
  | "writtenFor"
  | "ignored"
  | "case"
  | "time";

export type Meaning = { readonly field: Field } | { readonly kind: LaneKind };
