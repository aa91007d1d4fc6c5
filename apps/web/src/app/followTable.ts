/** Who is moved to another table goes to its board. */
import { isHelper, NO_TABLE } from "@sameside/protocol";
import type { KnownWorkshop } from "@sameside/replica";
import type { LivePlan } from "../live/livePlan.ts";
import { mayChooseTable, sitAt } from "../live/tableChoice.ts";
import { noteMove } from "./movedTable.ts";
import { boardAddress, route } from "./routes.ts";

/** The board that was left may be shut for them already: it is the plan's connection that tells it. Returns how to stop. */
export function followTable({ status, view }: LivePlan, latest: () => KnownWorkshop): () => void {
  let table = latest().seat?.table;
  const look = () => {
    const { seat } = status.get();
    // Who helps may look at other tables' maps; for everybody else the own one is the only one.
    if (!seat || (seat.table === table && isHelper(seat))) return;
    const isNews = seat.table !== table;
    table = seat.table;
    const { id, group } = latest();
    if (isNews && table === NO_TABLE) void stay(latest());
    // Who sits at no table waits where they are.
    if (table === null || table === NO_TABLE || table === group) return;
    noteMove({ workshop: id, group: table, table: view.get().groups.find((each) => each.id === table)?.name ?? "" });
    route.replace(boardAddress(id, table));
  };
  look();
  return status.subscribe(look);
}

/** Where a workshop has got several tables, who was bound to none sits at the one whose map they have open. */
async function stay(known: KnownWorkshop): Promise<void> {
  try {
    if (await mayChooseTable(known)) await sitAt(known, known.group);
  } catch (error) {
    console.warn("The relay was not told where this person sits", error);
  }
}
