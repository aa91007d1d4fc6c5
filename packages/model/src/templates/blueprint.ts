import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, phases, type Template } from "./template.ts";

const template: Template = {
  id: "blueprint",
  version: 1,
  phases: phases("Before", "Begin", "Service", "End", "After"),
  lanes: [
    { id: "evidence", kind: "evidence", name: "What customers see and touch" },
    { id: "touchpoints", kind: "touchpoint", name: "What customers do" },
    { id: "feeling", kind: "feeling", name: "Feeling" },
    { id: "words", kind: "thinking", name: "In their words" },
    { id: "front", kind: "doing", name: "Front stage: what our people do" },
    { id: "back", kind: "support", name: "Back stage" },
    { id: "processes", kind: "support", name: "Systems and partners" },
    { id: "pain", kind: "pain", name: "Where it fails" },
    { id: "metrics", kind: "metric", name: "Times and measures" },
    { id: "whatif", kind: "what-if", name: "What if…" },
  ],
};

/** A service blueprint: what customers see above, what carries it below. */
export const BLUEPRINT: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "A night in a small hotel",
    customerType: "People who travel for work",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Book a room",
          channel: "Booking site",
          owner: "Sales",
          score: 0.6,
          cards: {
            evidence: ["Photos and the map"],
            words: ["I book what lies nearest to the customer."],
            processes: ["The booking site takes 15 %"],
          },
        },
        {
          title: "Say that I come late",
          channel: "E-mail",
          owner: "Front desk",
          score: -0.7,
          cards: {
            words: ["No answer. I rode there not knowing whether there would be a bed."],
            pain: ["Mails after six are read in the morning"],
          },
        },
      ],
      phase2: [
        {
          title: "Stand before a locked door",
          channel: "Entrance",
          owner: "Front desk",
          score: -1.6,
          cards: {
            evidence: ["A bell, and a note in small print"],
            words: ["Half past eleven, rain, and a bell that does nothing."],
            back: ["Night porter is in the cellar with the washing"],
            whatif: ["…the code came with the booking?"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "Who stood in the rain once never books again." },
        },
        {
          title: "Get the key",
          channel: "Front desk",
          owner: "Front desk",
          score: 0.9,
          cards: { front: ["Has the key ready, asks about breakfast only"], metrics: ["≤ 2 min"] },
        },
      ],
      phase3: [
        {
          title: "Enter the room",
          channel: "Room",
          owner: "Housekeeping",
          score: 1.3,
          cards: {
            evidence: ["Warm light on, window ajar"],
            words: ["Somebody had thought of me."],
            back: ["Housekeeping sees the arrival times"],
          },
          moment: { kind: "impression", value: 2, reason: "The first ten seconds in the room stay." },
        },
        {
          title: "Connect to the network",
          channel: "Room",
          owner: "IT",
          score: -0.8,
          cards: { pain: ["Code is valid for one device"], processes: ["Network is run by another firm"] },
        },
        {
          title: "Sleep",
          channel: "Room",
          owner: "Housekeeping",
          score: 0.7,
          cards: { words: ["Quiet, for once."] },
        },
        {
          title: "Room is prepared for the next day",
          channel: "Room",
          owner: "Housekeeping",
          stage: "back",
          cards: { back: ["List is printed at five in the morning"], metrics: ["≤ 25 min"] },
        },
      ],
      phase4: [
        {
          title: "Have breakfast at six",
          channel: "Breakfast room",
          owner: "Kitchen",
          score: 1.5,
          cards: {
            words: ["She makes it for me alone, and talks only if I do."],
            front: ["Sets one place the night before"],
          },
        },
        {
          title: "Pay and leave",
          channel: "Front desk",
          owner: "Front desk",
          score: -0.5,
          cards: {
            words: ["The bill has the wrong company on it, as last time."],
            pain: ["Address is typed anew at each stay"],
          },
        },
      ],
      phase5: [
        {
          title: "Ask for a corrected bill",
          channel: "E-mail",
          owner: "Accounts",
          score: -1.1,
          cards: { words: ["Three mails for one line."], processes: ["Old program cannot change a closed bill"] },
        },
        {
          title: "Be asked for stars",
          channel: "E-mail",
          owner: "Sales",
          score: -0.3,
          cards: { words: ["They asked for stars and did not ask for the rain."] },
        },
      ],
    },
  }),
};
