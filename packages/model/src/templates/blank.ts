import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, type Template } from "./template.ts";

const template: Template = { id: "blank", version: 1, phases: phases("Before", "During", "After"), lanes: LANES };

/** A sheet with three phases; its sample is a first visit to a dentist. */
export const BLANK: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "A first visit to the dentist",
    customerType: "New patients",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Ask friends for a dentist",
          channel: "Word of mouth",
          score: 0.4,
          cards: { words: ["I asked three people, and two said the same name."] },
        },
        {
          title: "Book by phone",
          channel: "Phone",
          owner: "Reception",
          score: -1.2,
          cards: {
            words: ["I rang four times in my break and always got the tape."],
            pain: ["Nobody answers between twelve and two"],
            whatif: ["…I could pick a time at night, from my sofa?"],
          },
          moment: {
            kind: "show-stopper",
            value: -2,
            reason: "Who does not get through tries the next name on the list.",
          },
        },
        {
          title: "Fill in the health form",
          channel: "Paper",
          owner: "Reception",
          score: -0.5,
          cards: { pain: ["Asks for things I told the last dentist, too"] },
        },
      ],
      phase2: [
        {
          title: "Sit in the waiting room",
          channel: "Practice",
          owner: "Reception",
          score: -0.9,
          cards: {
            words: ["The longer I sit there, the more I hear that drill."],
            pain: ["No word on how long it takes"],
          },
        },
        {
          title: "Tell what hurts",
          channel: "Practice",
          owner: "Dentists",
          score: 1.3,
          cards: {
            words: ["She looked at me, not at the screen, and waited until I had finished."],
            strengths: ["Listens before she looks"],
          },
          moment: { kind: "impression", value: 3, reason: "Being listened to decides whether they trust the rest." },
        },
        {
          title: "Have the tooth treated",
          channel: "Practice",
          owner: "Dentists",
          score: 0.6,
          cards: { strengths: ["Says beforehand what she will do"] },
        },
      ],
      phase3: [
        {
          title: "Get the bill",
          channel: "Post",
          owner: "Billing",
          score: -1.1,
          cards: {
            words: ["I do not know what a third of these lines mean."],
            whatif: ["…the bill were in plain words?"],
          },
        },
        {
          title: "Be called the day after",
          channel: "Phone",
          owner: "Reception",
          score: 1.6,
          cards: { words: ["Nobody ever rang me to ask how I slept."], strengths: ["A call of two minutes"] },
        },
      ],
    },
  }),
};
