import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, phases, type Template } from "./template.ts";

const template: Template = {
  id: "encounter",
  version: 1,
  phases: phases("Their day", "The need arises", "What they tried", "With us", "Since then"),
  lanes: [
    { id: "touchpoints", kind: "touchpoint", name: "What happened" },
    { id: "feeling", kind: "feeling", name: "Feeling" },
    { id: "words", kind: "thinking", name: "In their words" },
    { id: "doing", kind: "doing", name: "What they do" },
    { id: "pain", kind: "pain", name: "What is hard" },
    { id: "strengths", kind: "strength", name: "What is good" },
    { id: "surprises", kind: "free", name: "What surprised us" },
    { id: "whatif", kind: "what-if", name: "What if…" },
  ],
};

/** A customer tells, colleagues listen and draw along. */
export const ENCOUNTER: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "Mrs Okafor tells how she gets about",
    customerType: "Passengers with a walking frame",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Get ready in the morning",
          channel: "Home",
          score: 0.3,
          cards: {
            words: ["I begin an hour early, so that nothing hurries me."],
            doing: ["Puts the frame by the door at night"],
          },
        },
        {
          title: "Check whether the lift works",
          channel: "App",
          owner: "Digital",
          score: -0.9,
          cards: {
            words: ["It says “all lifts running”. It says that every day."],
            surprises: ["She phones the kiosk at the station and asks"],
          },
        },
      ],
      phase2: [
        {
          title: "Get a date at the eye clinic",
          channel: "Letter",
          score: -0.5,
          cards: { words: ["Eight in the morning. That is the bus when all the pupils ride."] },
        },
        {
          title: "Plan the way there",
          channel: "Timetable",
          owner: "Planning",
          score: -0.7,
          cards: { pain: ["Changes of four minutes, she needs nine"], whatif: ["…I could say how fast I walk?"] },
        },
      ],
      phase3: [
        {
          title: "Order the help service",
          channel: "Phone",
          owner: "Service centre",
          score: -1.3,
          cards: {
            words: ["A day ahead! As if I knew a day ahead how my hip is."],
            surprises: ["She stopped asking for help two years ago"],
          },
          moment: {
            kind: "show-stopper",
            value: -3,
            reason: "Who has to book help a day ahead does without, and then stays at home.",
          },
        },
        {
          title: "Ask the neighbour for a lift",
          channel: "Car",
          score: 0.2,
          cards: { words: ["He is glad to. I am not glad to ask."] },
        },
      ],
      phase4: [
        {
          title: "Board the bus",
          channel: "Bus",
          owner: "Drivers",
          score: 1.6,
          cards: {
            words: ["The driver got up and put the ramp down before I had raised my hand."],
            strengths: ["Drivers who look up"],
          },
          moment: { kind: "impression", value: 3, reason: "One driver decides whether she travels that week." },
        },
        {
          title: "Find a place to stand",
          channel: "Bus",
          owner: "Vehicles",
          score: -1.0,
          cards: { pain: ["Frame rolls away in bends"], doing: ["Wedges it with her bag"] },
        },
        {
          title: "Change at the main station",
          channel: "Station",
          owner: "Stations",
          score: -1.2,
          cards: { words: ["The lift was locked, so I went home again."], pain: ["No notice before the platform"] },
        },
      ],
      phase5: [
        {
          title: "Write a complaint",
          channel: "Letter",
          owner: "Service centre",
          score: -0.6,
          cards: { words: ["They wrote back that they are sorry. The lift is still locked."] },
        },
        {
          title: "Travel with her granddaughter",
          channel: "Bus",
          score: 1.3,
          cards: {
            words: ["With her I dare to go as far as the sea."],
            whatif: ["…somebody went along the first time?"],
          },
        },
      ],
    },
  }),
};
