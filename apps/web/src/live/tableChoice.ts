/** At which table somebody sits who came by an invite that names none: they say it themselves, once. */
import { callRelay, type KnownWorkshop } from "@sameside/replica";

/** `true` for who sits at no table, and may say at which; not for who was taken from theirs. Rejects with a `RelayError`. */
export async function mayChooseTable({ relay, seat }: KnownWorkshop): Promise<boolean> {
  if (relay === undefined || !seat) return false;
  return (await callRelay(relay, "seat", { token: seat.token })).mayChooseTable === true;
}

/** Sits down there. Answers the workshop with the seat, to be kept; rejects with a `RelayError`. */
export async function sitAt(known: KnownWorkshop, group: string): Promise<KnownWorkshop> {
  const { relay, seat } = known;
  if (relay === undefined || !seat) return known;
  const { role, table } = await callRelay(relay, "sit", { token: seat.token, body: { table: group } });
  return { ...known, group: table ?? group, seat: { ...seat, role, table } };
}
