/** Who sees more than the customers of a table do, read off the table of rights: consent names all of it (S1-1). */
import { type RoomAddress, rightIn, SEAT_ROLES, type SeatRole, type StepRights } from "@sameside/protocol";

const [OWN, OTHER] = ["own", "other"] as const;
const ROOMS = {
  own: { workshop: "", kind: "board", group: OWN },
  other: { workshop: "", kind: "board", group: OTHER },
  plan: { workshop: "", kind: "plan" },
  questions: { workshop: "", kind: "questions" },
  findings: { workshop: "", kind: "findings" },
} as const satisfies Record<string, RoomAddress>;
type SeenRoom = keyof typeof ROOMS;

interface SeenBeside {
  readonly room: SeenRoom;
  readonly by: readonly SeatRole[];
}

/** The rooms that somebody of the same table sees in a step in which its customers do not, and who that is. */
export function seenBeside(): readonly SeenBeside[] {
  return (Object.keys(ROOMS) as SeenRoom[]).flatMap((room) => {
    const by = SEAT_ROLES.filter((role) =>
      STEPS.some((step) => sees(role, room, step) && !sees("customer", room, step)),
    );
    return by.length === 0 ? [] : [{ room, by }];
  });
}

function sees(role: SeatRole, room: SeenRoom, step: StepRights): boolean {
  return rightIn({ person: "", role, table: OWN }, ROOMS[room], step) !== "none";
}

/** Whether a step lets people write changes nothing of what they see. */
const SEEN = ["none", "read"] as const;
const STEPS: readonly StepRights[] = SEEN.flatMap((customer) =>
  SEEN.flatMap((colleague) => SEEN.map((moderator) => ({ customer, colleague, moderator }))),
);
