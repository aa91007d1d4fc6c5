import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, SUPPORT_LANE, type Template } from "./template.ts";

const template: Template = {
  id: "onboarding",
  version: 1,
  phases: phases("Decide", "Sign up", "First steps", "First success", "Part of the week"),
  lanes: [...LANES, SUPPORT_LANE],
};

/** From the decision to the habit. */
export const ONBOARDING: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "A craft business starts with new accounting",
    customerType: "Owners of small craft businesses",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Hear of it from the tax adviser",
          channel: "Tax adviser",
          owner: "Partners",
          score: 0.9,
          cards: { words: ["If she uses it herself it cannot be all bad."] },
        },
        {
          title: "Compare the plans",
          channel: "Website",
          owner: "Marketing",
          score: -0.8,
          cards: {
            words: ["I lay bricks. What is a “seat”?"],
            pain: ["Words from the software trade"],
            whatif: ["…there were one plan until we are ten people?"],
          },
        },
      ],
      phase2: [
        {
          title: "Open an account",
          channel: "Website",
          owner: "Product",
          score: 0.5,
          cards: { strengths: ["Name, e-mail, done"] },
        },
        {
          title: "Prove who I am",
          channel: "Video call",
          owner: "Compliance",
          score: -1.4,
          cards: {
            words: ["I held my passport into the light for ten minutes, on a scaffold."],
            pain: ["Works by video only, in office hours"],
            support: ["The check is bought from another firm"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "A third of those who stop here never come back." },
        },
      ],
      phase3: [
        {
          title: "Bring over the old books",
          channel: "Product",
          owner: "Product",
          score: -1.1,
          cards: {
            words: ["Seven years in a spreadsheet of my wife’s."],
            whatif: ["…somebody took the file and did it?"],
          },
        },
        {
          title: "Talk to the start-up coach",
          channel: "Phone",
          owner: "Customer success",
          score: 1.6,
          cards: {
            words: ["He had my trade’s accounts ready before I asked."],
            strengths: ["Coaches who know the trades"],
            support: ["One coach looks after forty new customers"],
          },
          moment: { kind: "impression", value: 3, reason: "Those who had the call are still there after a year." },
        },
        {
          title: "Invite the bookkeeper",
          channel: "Product",
          owner: "Product",
          score: 0.2,
          cards: { pain: ["She got a mail in English"] },
        },
      ],
      phase4: [
        {
          title: "Send the first invoice",
          channel: "Product",
          owner: "Product",
          score: 1.3,
          cards: { words: ["Sent from the van, paid by evening."], strengths: ["Looks like our own paper"] },
        },
        {
          title: "Hand in the first VAT return",
          channel: "Product",
          owner: "Product",
          score: 0.8,
          cards: {
            words: ["I pressed the button with my eyes shut."],
            whatif: ["…it said “this is as last quarter”?"],
          },
        },
      ],
      phase5: [
        {
          title: "Do the receipts on Friday",
          channel: "App",
          owner: "Product",
          score: 1.0,
          cards: { words: ["Half an hour, then it is weekend."] },
        },
        {
          title: "See the price go up",
          channel: "E-mail",
          owner: "Marketing",
          score: -1.3,
          cards: {
            words: ["Three months in, and it costs a third more."],
            pain: ["Starter price ends without a warning"],
          },
        },
      ],
    },
  }),
};
