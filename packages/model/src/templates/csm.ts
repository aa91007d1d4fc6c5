import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, phases, type Template } from "./template.ts";

const template: Template = {
  id: "csm",
  version: 1,
  phases: phases("It begins", "Look for a way", "Get it going", "Reach the outcome", "Afterwards"),
  lanes: [
    { id: "touchpoints", kind: "touchpoint", name: "Ideal steps" },
    { id: "feeling", kind: "feeling", name: "Feeling" },
    { id: "words", kind: "thinking", name: "In our words" },
    { id: "conditions", kind: "free", name: "Conditions of satisfaction" },
    { id: "stoppers", kind: "pain", name: "What would stop us" },
    { id: "metrics", kind: "metric", name: "How we measure it" },
    { id: "sales", kind: "support", name: "Sales", owner: "Sales" },
    { id: "operations", kind: "support", name: "Operations", owner: "Operations" },
    { id: "service", kind: "support", name: "Service", owner: "Service" },
    { id: "finance", kind: "support", name: "Finance", owner: "Finance" },
    { id: "it", kind: "support", name: "IT", owner: "IT" },
  ],
};

/** Customer Scenario Mapping: customers draw their ideal, each department its own lane of support. */
export const CSM: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "A ward gets a loan device when its own fails",
    customerType: "Biomedical engineers in hospitals",
    variant: "ideal",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Ventilator reports its own fault",
          channel: "Device",
          owner: "Service",
          score: -0.4,
          cards: {
            words: ["I want to know before the ward does."],
            conditions: ["The message says what is broken, not a number"],
            it: ["Device messages reach the service desk without a person"],
          },
        },
        {
          title: "See what the contract covers",
          channel: "Portal",
          owner: "Sales",
          score: 0.4,
          cards: {
            words: ["I look at one line: covered, or not."],
            sales: ["Contract and serial number in one place"],
          },
        },
      ],
      phase2: [
        {
          title: "Choose repair or loan",
          channel: "Portal",
          owner: "Service",
          score: 1.0,
          cards: {
            words: ["I decide, not you. I know how full the ward is."],
            stoppers: ["A form that asks for a stamp"],
            operations: ["Stock of loan devices seen live"],
          },
        },
        {
          title: "Get a promise with a time",
          channel: "Portal",
          owner: "Operations",
          score: 1.5,
          cards: {
            words: ["“Tomorrow at seven, at gate B.” Then I can plan."],
            metrics: ["≤ 10 min"],
            conditions: ["The promise is kept, or I hear of it before"],
          },
          moment: {
            kind: "show-stopper",
            value: -3,
            reason: "Without a time I have to move patients.",
            metricsText: "≤ 10 min",
          },
        },
      ],
      phase3: [
        {
          title: "Loan device arrives",
          channel: "Courier",
          owner: "Operations",
          score: 1.2,
          cards: {
            words: ["It stands on the ward, not in goods-in."],
            metrics: ["≤ 24 h"],
            operations: ["Couriers with a pass for the wards"],
          },
          moment: {
            kind: "show-stopper",
            value: -3,
            reason: "A day more, and I rent from somebody else.",
            metricsText: "≤ 24 h",
          },
        },
        {
          title: "Set it up in our way",
          channel: "Ward",
          owner: "Service",
          score: 1.1,
          cards: { words: ["Our alarm limits are on it already."], service: ["Settings are sent ahead and loaded"] },
        },
      ],
      phase4: [
        {
          title: "Follow the repair",
          channel: "Portal",
          owner: "Service",
          score: 0.7,
          cards: {
            words: ["Like a parcel: where is it, what is next."],
            it: ["Repair steps shown without being typed twice"],
          },
        },
        {
          title: "Own device is back and checked",
          channel: "Ward",
          owner: "Service",
          score: 1.6,
          cards: {
            conditions: ["With the test report, signed"],
            metrics: ["≤ 5 days"],
            service: ["Report goes with the device"],
          },
          moment: { kind: "impression", value: 3, reason: "A report on the lid, and I do not test again." },
        },
        {
          title: "Loan device is picked up",
          channel: "Courier",
          owner: "Operations",
          score: 0.3,
          cards: { words: ["Same driver, same trip."], operations: ["Delivery and pick-up in one tour"] },
        },
      ],
      phase5: [
        {
          title: "One bill, as promised",
          channel: "E-invoice",
          owner: "Finance",
          score: 0.6,
          cards: {
            words: ["I never want to explain a loan fee to purchasing again."],
            finance: ["Loan is free under contract, and the bill says so"],
          },
        },
        {
          title: "Hear why it broke",
          channel: "Call",
          owner: "Service",
          score: 1.3,
          cards: { words: ["Tell me what we can do, too. We will."], conditions: ["Within a month, in plain words"] },
        },
      ],
    },
  }),
};
