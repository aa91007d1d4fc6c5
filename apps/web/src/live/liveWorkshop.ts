/** One workshop without a board on the screen: its plan, who this person is in it, and what people answer. */
import { type Actor, type History, openHistory } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { type Device, type KnownWorkshop, type NewAnswer, openAnswers, type ReplicaStatus } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import type { LiveDay } from "./liveDay.ts";
import { type LiveFiles, openLiveFiles } from "./liveFiles.ts";
import { type LivePlan, openLivePlan } from "./livePlan.ts";
import { openLiveWithdrawal } from "./liveWithdrawal.ts";
import { filePlaceOf, openOwnPlace, openWayIn, type Place, type WayIn } from "./ownPlace.ts";
import type { Store } from "./store.ts";
import { openTopicRows, type TopicRows } from "./topicRows.ts";
import { WITHDRAWN_KINDS } from "./withdrawnKinds.ts";

export interface LiveWorkshop extends LiveDay, Pick<WayIn, "entered" | "entrance" | "latest" | "connect"> {
  readonly workshop: string;
  readonly plan: LivePlan;
  readonly by: Actor;
  readonly seat: Store<Place>;
  readonly status: Store<ReplicaStatus>;
  /** What can be undone of the plan, on this page. */
  readonly history: History;
  /** The answers of one topic; the same store each time. */
  readonly rows: TopicRows;
  /** Gives an answer, as the topic's rules have it: to disk, then to the relay. */
  answer(answer: NewAnswer): Promise<void>;
  /** Answers that the relay has not on disk. */
  readonly unsent: Store<number>;
  /** Everything written so far is on this device's disk. */
  saved(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly device: Device;
  readonly known: KnownWorkshop;
  readonly as: AsDocuments;
}

/** Opens a workshop from this device's disk, and connects when it was shared. Who has no seat yet prepares it. */
export async function openLiveWorkshop({ device, known, as }: Options): Promise<LiveWorkshop> {
  const answers = await openAnswers(known.id);
  const plan = await openLivePlan(known, as.plan, answers);
  const place = openOwnPlace({ person: device.person, seat: known.seat }, "facilitator");
  const { status } = plan;
  const wayIn = openWayIn({ device, known, place, role: "facilitator", status, open: plan.open });
  const history = openHistory(plan.plan, place.by);
  const rows = openTopicRows(answers);
  const seat = place.seat;
  const placeOfFiles = () => filePlaceOf(wayIn.latest());
  let files: LiveFiles | undefined;
  const withdrawal = await openLiveWithdrawal({
    main: {
      ...{ room: planRoom(known.id), document: plan.plan, kind: WITHDRAWN_KINDS.plan, history, status },
      ...{ view: plan.view, folded: plan.folded },
    },
    ...{ as, by: place.by, seat, answers, place: placeOfFiles, known: wayIn.latest },
    takeOut(file) {
      files ??= openLiveFiles({ answers, by: place.by, status, place: placeOfFiles });
      return files.takeOut(file);
    },
  });
  return {
    workshop: known.id,
    room: planRoom(known.id),
    plan,
    by: place.by,
    seat,
    status,
    history,
    entered: wayIn.entered,
    entrance: wayIn.entrance,
    latest: wayIn.latest,
    connect: wayIn.connect,
    step: { get: () => status.get().step, subscribe: status.subscribe },
    rows,
    names: rows("name"),
    relayAhead: answers.relayAhead,
    answer: (answer) => answers.put(answer),
    unsent: { get: () => answers.waiting(), subscribe: (hear) => answers.subscribe(hear) },
    saved: () => plan.saved(),
    async close() {
      wayIn.close();
      await withdrawal.close();
      files?.close();
      await plan.close();
      await answers.close();
    },
  };
}
