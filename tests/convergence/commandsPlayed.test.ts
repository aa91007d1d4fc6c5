/** The fuzzer is worth what it plays: every command of the model's door, and each of them so that it does something. */
import type { Actor, stateOf } from "@sameside/model";
import * as model from "@sameside/model";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { openRandom } from "../support/random.ts";
import { openSeat } from "./seat.ts";
import { BOARD } from "./subjects/board.ts";
import { FINDINGS } from "./subjects/findings.ts";
import { PLAN } from "./subjects/plan.ts";
import { QUESTIONS } from "./subjects/questions.ts";
import type { Subject } from "./subjects/subject.ts";

/** Functions of the door that take two arguments or more, and change no document by an actor's hand. */
const NO_COMMANDS: ReadonlySet<string> = new Set([
  ...["agreementOf", "checkAnswer", "mayAnswer", "openingId", "tallyByGroup", "waitBeforeAnswer"],
  ...[
    "clockTimes",
    "comingStep",
    "dayNow",
    "isToTakeOn",
    "keepsItsTime",
    "lostTimes",
    "mayHaveRights",
    "mergeInto",
    "openHistory",
    "passedOver",
    "readFieldChanges",
  ],
  ...["filesToTakeOut", "holdsWithdrawn", "lastSaid", "proposalFor", "readDeclined", "readTakenAway", "wasTakenAway"],
  ...["templateFrom", "templateJourneyId", "valueOnScale"],
]);
/** A document and an actor; what follows may have a default. */
const FEWEST_ARGUMENTS = 2;

const PLAYED: ReadonlySet<unknown> = new Set(
  [BOARD.plays, PLAN.plays, QUESTIONS.plays, FINDINGS.plays].flat().map(({ command }) => command),
);

function commandsNeverPlayed(door: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(door)
    .filter(
      ([name, value]) => typeof value === "function" && value.length >= FEWEST_ARGUMENTS && !NO_COMMANDS.has(name),
    )
    .flatMap(([name, value]) => (PLAYED.has(value) ? [] : [name]));
}

describe("the fuzzer", () => {
  it("plays every command that the model exports", () => {
    expect(commandsNeverPlayed(model)).toEqual([]);
  });

  it("would be told of a command it does not know", () => {
    const addRibbon = (_board: unknown, _by: unknown, _args: unknown) => ({ outcome: "nothing" });
    expect(commandsNeverPlayed({ ...model, addRibbon })).toEqual(["addRibbon"]);
  });

  it("leaves out nothing that the door does not have", () => {
    expect([...NO_COMMANDS].filter((name) => !(name in model))).toEqual([]);
  });

  it.each([
    ["a board", () => commandsNeverDone(BOARD)],
    ["a plan", () => commandsNeverDone(PLAN)],
    ["questions", () => commandsNeverDone(QUESTIONS)],
    ["findings", () => commandsNeverDone(FINDINGS)],
  ])("does something with every command of %s", (_name, commandsLeft) => {
    expect(commandsLeft()).toEqual([]);
  });
});

const MOST_PASSES = 40;

/** Two people at one document, who do everything in turn. @returns the names of the commands that never did anything */
function commandsNeverDone<Document extends Parameters<typeof stateOf>[0], View, Seen>(
  subject: Subject<Document, View, Seen>,
): string[] {
  const random = openRandom(1);
  const doc = new Y.Doc();
  const people = [openActor("anna", "colleague"), openActor("mia", "moderator")].map((by) =>
    openSeat(subject, doc, by),
  );
  for (const { document, by } of people) subject.begin(openRandom(1), document, by);
  const left = new Set(subject.plays.map(({ command }) => command));
  for (let pass = 0; left.size > 0 && pass < MOST_PASSES; pass++)
    for (const play of subject.plays)
      for (const seat of people) if (seat.run(random, play).outcome === "done") left.delete(play.command);
  return [...left].map((command) => command.name);
}

function openActor(person: string, role: Actor["role"]): Actor {
  let time = 0;
  return { person, role, now: () => ++time };
}
