import * as Y from "yjs";
import { type Actor, transact } from "../changes.ts";
import { asBoardDocument } from "../document.ts";
import { placeText } from "../fields.ts";
import { derivedId, hash32 } from "../id.ts";
import type { Id } from "../journey/schema.ts";
import { openOrderSource } from "../order.ts";
import { identityOf } from "./ownTemplate.ts";
import type { Template } from "./template.ts";

/** Stamps of a skeleton: nobody's, older than everything. */
const AUTHOR: Actor = { person: "template", role: "facilitator", now: () => 0 };

/** The journey that a board gets first from a template; the same on every device. */
export function templateJourneyId(board: string, template: Template): Id {
  return derivedId("journey", board, template.id, String(template.version));
}

/**
 * A journey's phases and lanes as ONE update whose bytes depend on the journey and the template only. Two devices that
 * set up the same board offline make the same update, and the second one is a no-op; with ids of their own, edits on
 * one of the two copies are lost. Entity ids are journey id + the template's id; `origin` is the template's id.
 */
export function skeletonUpdate(journey: Id, template: Template): Uint8Array {
  const doc = new Y.Doc();
  const seed = `${journey}|${identityOf(template)}`;
  doc.clientID = hash32(seed);
  const order = openOrderSource(
    `T${derivedId(seed)
      .replace(/[^A-Za-z0-9]/g, "0")
      .slice(0, 7)}`,
  );
  transact(asBoardDocument(doc), AUTHOR, (write) => {
    write.create("journeys", journey, {
      plain: { origin: template.id },
      stamped: { at: placeText({ parent: "", lane: "", order: order.between(undefined, undefined) }) },
    });
    let last: string | undefined;
    for (const phase of template.phases) {
      last = order.between(last, undefined);
      write.create("phases", `${journey}.${phase.id}`, {
        plain: { origin: phase.id },
        stamped: { at: placeText({ parent: journey, lane: "", order: last }), title: phase.title },
      });
    }
    last = undefined;
    for (const lane of template.lanes) {
      last = order.between(last, undefined);
      write.create("lanes", `${journey}.${lane.id}`, {
        plain: { origin: lane.id },
        stamped: {
          at: placeText({ parent: journey, lane: "", order: last }),
          kind: lane.kind,
          name: lane.name,
          ...(lane.owner === undefined ? {} : { owner: lane.owner }),
        },
      });
    }
  });
  return Y.encodeStateAsUpdate(doc);
}
