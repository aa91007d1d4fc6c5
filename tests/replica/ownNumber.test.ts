/** Under which number a device writes, with the relay and without it (SPEC L20, L21). */
import { afterEach, beforeEach, expect, it } from "vitest";
import { newDevice, notesIn, openNotes, until, untilNote, untilStatus, write } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, seatBy, type Tokens } from "./support/workshop.ts";

let relay: RealRelay;
let tokens: Tokens;
beforeEach(async () => {
  relay = await startRealRelay();
  tokens = await publishFrom(newDevice(), relay);
});
afterEach(() => relay.end());

it("nobody can take the place of what a device writes while it is away, and it is seen again when it is back", async () => {
  const link = relay.link(tokens.write);
  const presence = { person: tokens.person, role: "facilitator", cursor: null } as const;
  const own = await openNotes(newDevice(), { open: link, presence });
  const other = await openNotes(newDevice(), { open: relay.link((await seatBy(tokens.writeCode, relay)).token) });
  await untilStatus(own, ({ wire }) => wire === "online");
  write(own, "before", "1");
  await untilNote(other, "before");
  const { clientID } = own.doc;

  own.disconnect();
  await untilStatus(own, ({ wire }) => wire === "none");
  write(own, "away", "2");
  // The other knows the number, and writes what would be the next edit under it.
  other.doc.clientID = clientID;
  write(other, "forged", "3");
  await other.delivered();

  own.connect(link);
  await own.delivered();
  await Promise.all([untilNote(other, "away"), untilNote(own, "forged")]);
  expect(notesIn(own.doc)).toEqual({ before: "1", away: "2", forged: "3" });
  expect(notesIn(other.doc)).toEqual(notesIn(own.doc));
  expect(own.doc.clientID).not.toBe(clientID);
  await until(other.presence.subscribe, () =>
    other.presence
      .others()
      .map(({ client }) => client)
      .join() === String(own.doc.clientID)
      ? "seen"
      : undefined,
  );
  await Promise.all([own.close(), other.close()]);
});
