import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, type Template } from "./template.ts";

const template: Template = {
  id: "shop",
  version: 1,
  phases: phases("Think of it", "Get there", "Choose", "Pay", "Use at home"),
  lanes: LANES,
};

/** A retail visit. */
export const SHOP: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "Buying running shoes after an injury",
    customerType: "People who run for their health",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Be told to change shoes",
          channel: "Physiotherapist",
          score: -0.4,
          cards: { words: ["He said “not those”, but not which ones instead."] },
        },
        {
          title: "Look up shoes on the web",
          channel: "Web shop",
          owner: "Online",
          score: -1.0,
          cards: {
            words: ["Two hundred shoes, and none says whether it is for a bad knee."],
            pain: ["Filters know colour, not complaints"],
            whatif: ["…I could start from what hurts?"],
          },
        },
      ],
      phase2: [
        {
          title: "See whether my size is there",
          channel: "Web shop",
          owner: "Online",
          score: -0.7,
          cards: { pain: ["“In stock” means in the warehouse, not on the shelf"] },
        },
        {
          title: "Find a place to park",
          channel: "Town",
          score: -0.3,
          cards: { words: ["I paid two euros before I was through the door."] },
        },
        {
          title: "Walk in and be greeted",
          channel: "Shop",
          owner: "Sales floor",
          score: 0.8,
          cards: { strengths: ["Somebody says hello and lets me look"] },
        },
      ],
      phase3: [
        {
          title: "Run on the treadmill",
          channel: "Shop",
          owner: "Sales floor",
          score: 1.7,
          cards: {
            words: ["For the first time I saw what my foot does."],
            strengths: ["A video of my own stride"],
          },
          moment: { kind: "impression", value: 3, reason: "Who has seen their own stride buys here, at this price." },
        },
        {
          title: "Try on three pairs",
          channel: "Shop",
          owner: "Sales floor",
          score: 1.1,
          cards: {
            words: ["She brought the cheap pair, too."],
            strengths: ["Honest about which is dear for the name only"],
          },
        },
      ],
      phase4: [
        {
          title: "Queue at the till",
          channel: "Shop",
          owner: "Tills",
          score: -1.3,
          cards: {
            words: ["One till for a full shop. I nearly put them back."],
            pain: ["Returns and payments in one queue"],
            whatif: ["…the one who advised me took the money, too?"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "Every Saturday full baskets are left at the till." },
        },
        {
          title: "Be asked for a loyalty card",
          channel: "Shop",
          owner: "Marketing",
          score: -0.6,
          cards: { words: ["I came for shoes, not for another card."] },
        },
      ],
      phase5: [
        {
          title: "Run the first week",
          channel: "Outdoors",
          score: 1.2,
          cards: { words: ["Ten days, and the knee is quiet."] },
        },
        {
          title: "Bring them back, they rub",
          channel: "Shop",
          owner: "Sales floor",
          score: 0.9,
          cards: { strengths: ["Worn ones are taken back for thirty days"], whatif: ["…that were said before I buy?"] },
        },
      ],
    },
  }),
};
