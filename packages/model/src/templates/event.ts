import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, type Template } from "./template.ts";

const template: Template = {
  id: "event",
  version: 1,
  phases: phases("Invited", "Arrive", "Take part", "Meet people", "Back at work"),
  lanes: [...LANES, { id: "learned", kind: "free", name: "What I take with me" }],
};

/** An event or an induction, as those who come see it. */
export const EVENT: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "The first week at the hospital kitchen",
    customerType: "New colleagues",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Get the contract and a date",
          channel: "Post",
          owner: "Personnel",
          score: 0.8,
          cards: { words: ["Four pages of rules and one line that said they look forward to me."] },
        },
        {
          title: "Ask what to bring",
          channel: "Phone",
          owner: "Personnel",
          score: -0.6,
          cards: { words: ["“Your supervisor knows.” Nobody knew who that is."], pain: ["No name to ask for"] },
        },
      ],
      phase2: [
        {
          title: "Find the staff entrance",
          channel: "Site",
          owner: "Porters",
          score: -1.1,
          cards: {
            words: ["I walked through the wards in my coat, at five in the morning."],
            whatif: ["…somebody stood at the gate?"],
          },
        },
        {
          title: "Be met by the whole shift",
          channel: "Kitchen",
          owner: "Kitchen",
          score: 1.7,
          cards: { words: ["They had my name on a locker already."], strengths: ["A locker with a name"] },
          moment: { kind: "impression", value: 3, reason: "The name on the locker is what they tell at home." },
        },
      ],
      phase3: [
        {
          title: "Sit through the safety film",
          channel: "Training room",
          owner: "Safety",
          score: -0.9,
          cards: { words: ["An hour about a machine that we do not have."], pain: ["Film is of another kitchen"] },
        },
        {
          title: "Cook beside an old hand",
          channel: "Kitchen",
          owner: "Kitchen",
          score: 1.4,
          cards: { words: ["She let me salt. Then she let me do it again."], learned: ["Taste before you ask"] },
        },
        {
          title: "Eat a patient’s tray",
          channel: "Ward",
          owner: "Wards",
          score: 0.6,
          cards: {
            words: ["Lukewarm, and I had cooked it hot. Now I know why they send it back."],
            learned: ["Eleven minutes from the pot to the bed"],
          },
        },
      ],
      phase4: [
        {
          title: "Meet a patient who eats here daily",
          channel: "Ward",
          owner: "Wards",
          score: 1.5,
          cards: {
            words: ["He said: lunch is the only thing here that I look forward to."],
            learned: ["Lunch is not a tray"],
          },
        },
        {
          title: "Be left alone at the break",
          channel: "Canteen",
          owner: "Kitchen",
          score: -1.0,
          cards: { words: ["They all knew each other. I looked at my telephone."] },
        },
      ],
      phase5: [
        {
          title: "First shift alone",
          channel: "Kitchen",
          owner: "Kitchen",
          score: -1.3,
          cards: {
            words: ["On day four. I had said that I was not ready."],
            pain: ["The plan decides, not the person"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "Half of those who leave do so in week two." },
        },
        {
          title: "Talk after a month",
          channel: "Office",
          owner: "Personnel",
          score: 0.5,
          cards: { strengths: ["Asks what should be different"], whatif: ["…the talk came after a week?"] },
        },
      ],
    },
  }),
};
