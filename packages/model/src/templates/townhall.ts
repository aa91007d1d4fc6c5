import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, type Template } from "./template.ts";

const template: Template = {
  id: "townhall",
  version: 1,
  phases: phases("Before they knew us", "Choosing us", "Living with us", "When it goes wrong", "What next"),
  lanes: [...LANES, { id: "questions", kind: "free", name: "Questions for the panel" }],
};

/** One table of a town hall: customers and colleagues, and what the table asks the panel. */
export const TOWNHALL: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "Table 4: living with our electricity",
    customerType: "Households of the first hour",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Hear of the co-operative",
          channel: "Village fair",
          owner: "Members’ office",
          score: 1.0,
          cards: { words: ["You stood there with a wheelbarrow and one solar panel."] },
        },
        {
          title: "Doubt whether it will last",
          channel: "Talk",
          score: -0.4,
          cards: { words: ["My brother said: give them a year."] },
        },
      ],
      phase2: [
        {
          title: "Sign at the kitchen table",
          channel: "Home visit",
          owner: "Members’ office",
          score: 1.5,
          cards: {
            words: ["She drank coffee with us and drew the bill on a napkin."],
            strengths: ["Somebody with a name"],
          },
          moment: { kind: "impression", value: 3, reason: "They joined a person, not a tariff." },
        },
        {
          title: "Leave the old supplier",
          channel: "Letter",
          owner: "Switching",
          score: -0.6,
          cards: { pain: ["Two bills for one month"], questions: ["Who pays when the two of you disagree?"] },
        },
      ],
      phase3: [
        {
          title: "Read the yearly bill",
          channel: "Post",
          owner: "Billing",
          score: -1.2,
          cards: {
            words: ["Nine pages. I look for the one number and am cross before I find it."],
            whatif: ["…page one were the napkin again?"],
            questions: ["Why has the bill become longer each year?"],
          },
        },
        {
          title: "See the own roof on the portal",
          channel: "Portal",
          owner: "Digital",
          score: 1.1,
          cards: { words: ["I show it to every visitor."], strengths: ["Live figures"] },
        },
        {
          title: "Vote at the members’ meeting",
          channel: "Hall",
          owner: "Board",
          score: 0.6,
          cards: { words: ["I raise my hand, and something happens. Where else is that so?"] },
        },
      ],
      phase4: [
        {
          title: "Sit in the dark",
          channel: "Home",
          owner: "Grid",
          score: -1.4,
          cards: { words: ["The street across had light. Nobody could tell us why not we."] },
        },
        {
          title: "Call, and hear a tape",
          channel: "Phone",
          owner: "Service",
          score: -1.7,
          cards: {
            words: ["You used to pick up yourselves."],
            pain: ["The tape says to look on the web, without power"],
            questions: ["Can the line be answered by a person again?"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "On that night we were a company like any other." },
        },
        {
          title: "Get a letter of apology",
          channel: "Post",
          owner: "Board",
          score: 0.7,
          cards: { strengths: ["Signed by hand, with what went wrong"] },
        },
      ],
      phase5: [
        {
          title: "Think about a battery",
          channel: "Talk",
          owner: "Energy advice",
          score: 0.4,
          cards: { words: ["I would buy one from you. You do not sell any."], whatif: ["…the street shared one?"] },
        },
        {
          title: "Tell the children to join",
          channel: "Family",
          score: 0.9,
          cards: { words: ["They ask for an app. I tell them of the napkin."] },
        },
      ],
    },
  }),
};
