/**
 * The journey as an outline: phases, their touchpoints, and the cards on them. The fastest way to type a journey, and
 * the one that reads from top to bottom on a phone.
 *
 * Nested lists, not an ARIA tree: a tree takes the reading keys of a screen reader away, allows no field and no second
 * button in its lines, and VoiceOver on a phone does not know it; lists say their level and how many there are.
 */
import { useMemo } from "react";
import type { JourneyProps } from "../journey/contract.ts";
import "../journey/cardLook.css";
import "./things.css";
import "./table.css";
import "./outline.css";
import { editedId, previewed } from "../journey/editing.ts";
import { useNamedScale } from "../journey/feelingView.ts";
import { isFrameShut } from "../journey/locked.ts";
import { foldedCounts } from "../journey/showing.ts";
import { useWords } from "../words/words.ts";
import { AddButton } from "./AddButton.tsx";
import { DeskContext } from "./desk.ts";
import { EmptyMap } from "./EmptyMap.tsx";
import { FoldedThing } from "./FoldedThing.tsx";
import { OthersSigns } from "./OthersSigns.tsx";
import { OutlinePhase } from "./OutlinePhase.tsx";
import { Overlays } from "./Overlays.tsx";
import { OUTLINE_WAYS } from "./outlineWays.ts";
import { LaneThing, standingOf } from "./things.tsx";
import { useMapView } from "./useMapView.ts";

/** Shows and edits `journey`; every change passes through `run`. Fills its parent, which must have a size. */
export function OutlineView(props: JourneyProps) {
  const words = useWords();
  const { by, editable, selection } = props;
  const { root, handlers, access, desk, overlays } = useMapView(props, OUTLINE_WAYS);
  const { editing } = desk.editing;
  const journey = useMemo(() => previewed(props.journey, editing, by), [props.journey, editing, by]);
  const { lanes } = journey;
  const scale = useNamedScale(journey);
  const folded = useMemo(() => foldedCounts(props.showing), [props.showing]);
  const openLanes = useMemo(() => lanes.filter(({ id }) => !folded.has(id)), [lanes, folded]);
  const { showing } = props;
  const hasFeelings = !showing?.whole.lanes.some(
    (lane) => lane.kind === "feeling" && !openLanes.some(({ id }) => id === lane.id),
  );
  const mayFrame = editable && !isFrameShut(journey, by);
  const selected = selection?.id;
  const edited = editedId(editing);
  return (
    <DeskContext value={access}>
      <div ref={root} className="outline-view" {...handlers}>
        {journey.phases.length === 0 ? (
          <EmptyMap editable={editable} />
        ) : (
          <div className="outline">
            <p className="ui-only-heard" id="outline-help">
              {words.table.outlineHelp}
            </p>
            <ul
              className="outline-phases"
              aria-label={words.table.outline(journey.title)}
              aria-describedby={editable ? "outline-help" : undefined}
            >
              {journey.phases.map((phase) =>
                folded.has(phase.id) ? (
                  <li key={phase.id} className="outline-phase outline-line">
                    <FoldedThing
                      kind="phase"
                      id={phase.id}
                      title={phase.title || words.canvas.noName}
                      count={folded.get(phase.id) ?? 0}
                    />
                  </li>
                ) : (
                  <OutlinePhase
                    key={phase.id}
                    phase={phase}
                    lanes={openLanes}
                    hasFeelings={hasFeelings}
                    scale={scale}
                    person={by.person}
                    selected={selected}
                    edited={edited}
                    editable={editable}
                  />
                ),
              )}
              {mayFrame ? (
                <li>
                  <AddButton add="phase" label={words.canvas.addPhase} />
                </li>
              ) : null}
            </ul>
            <section className="outline-lanes" aria-label={words.table.lanes}>
              <h2>{words.table.lanes}</h2>
              <ul>
                {lanes.map((lane) => (
                  <li key={lane.id} className="outline-line">
                    {folded.has(lane.id) ? (
                      <FoldedThing
                        kind="lane"
                        id={lane.id}
                        title={lane.name || words.journey.laneKinds[lane.kind]}
                        count={folded.get(lane.id) ?? 0}
                      />
                    ) : (
                      <LaneThing lane={lane} standing={standingOf(lane.id, selected, edited)} />
                    )}
                  </li>
                ))}
                {mayFrame ? (
                  <li>
                    <AddButton add="lane" label={words.canvas.addLane} />
                  </li>
                ) : null}
              </ul>
            </section>
          </div>
        )}
      </div>
      <Overlays desk={desk} {...overlays} />
      <OthersSigns others={props.others} root={root} />
    </DeskContext>
  );
}
