import type { JourneyDraft, TouchpointDraft } from "../journey/schema.ts";
import { type CatalogueEntry, LANES, phases, SUPPORT_LANE, type Template } from "./template.ts";

const template: Template = {
  id: "b2b",
  version: 1,
  phases: phases("Need", "Find", "Order", "Receive", "Use", "Get help"),
  lanes: [...LANES, SUPPORT_LANE],
};

const WORDS = 2;
const PAIN = 3;
const STRENGTH = 4;
const WHAT_IF = 5;
const SUPPORT = 6;

/** A journey to look around in: a distributor replaces a failed pump at a customer's site. Made up, no real company. */
export const EXAMPLE_JOURNEY: JourneyDraft = {
  title: "Replacing a failed pump",
  customerType: "Distributors",
  variant: "actual",
  scale: { min: -2, max: 2 },
  lanes: [
    { kind: "touchpoint", name: "Touchpoints" },
    { kind: "feeling", name: "Feeling" },
    { kind: "thinking", name: "In their words" },
    { kind: "pain", name: "Pain points" },
    { kind: "strength", name: "Strengths" },
    { kind: "what-if", name: "What if…" },
    { kind: "support", name: "Support" },
  ],
  phases: [
    {
      title: "Need",
      cards: [],
      touchpoints: [
        touchpoint("Pump fails at a site", "Site", "", -0.8, [
          { lane: WORDS, text: "Every hour the line stands costs me a customer.", grade: "heard" },
        ]),
        touchpoint("Check own stock", "Warehouse", "", -0.1, [
          { lane: PAIN, text: "Stock list is a week old", grade: "heard" },
        ]),
      ],
    },
    {
      title: "Find",
      cards: [],
      touchpoints: [
        {
          ...touchpoint("Search the portal", "Web portal", "Digital", -1.4, [
            { lane: WORDS, text: "I type the old part number and it shows me nothing. So I phone.", grade: "heard" },
            { lane: PAIN, text: "Old part numbers find nothing", grade: "researched" },
            { lane: PAIN, text: "Price only after log-in", grade: "heard" },
            { lane: WHAT_IF, text: "…any old number led to today’s pump?" },
            { lane: SUPPORT, text: "Cross-reference table, kept by hand", grade: "researched" },
          ]),
          moment: { kind: "show-stopper", value: -3, reason: "If the part can’t be found, they phone a competitor." },
        },
        {
          ...touchpoint("Call the branch", "Phone", "Branch sales", 1.2, [
            { lane: WORDS, text: "They know what I need before I finish.", grade: "heard" },
            { lane: STRENGTH, text: "People who know pumps answer in two rings", grade: "heard" },
          ]),
          moment: { kind: "impression", value: 2, reason: "The person who picks up keeps the order." },
        },
      ],
    },
    {
      title: "Order",
      cards: [],
      touchpoints: [
        touchpoint("Place the order", "Web portal", "Order desk", 0.3, [
          { lane: PAIN, text: "Ships complete or not at all", grade: "heard" },
        ]),
      ],
    },
    {
      title: "Receive",
      cards: [],
      touchpoints: [
        touchpoint("Wait for the courier", "Courier", "Logistics", -1.1, [
          { lane: WORDS, text: "‘Today’ is not a time.", grade: "heard" },
          { lane: WHAT_IF, text: "…the driver called an hour ahead?" },
        ]),
        touchpoint("Unpack and check", "Warehouse", "", 0.6, [
          { lane: STRENGTH, text: "Everything is labelled", grade: "heard" },
        ]),
      ],
    },
    {
      title: "Use",
      cards: [],
      touchpoints: [
        touchpoint("Fit the pump", "Site", "Service", 0.9, [
          { lane: STRENGTH, text: "Same flange as the old one", grade: "researched" },
          { lane: SUPPORT, text: "Fitting guide by model" },
        ]),
      ],
    },
  ],
};

/** A distributor between the maker and the end user. */
export const B2B: CatalogueEntry = { template, sample: EXAMPLE_JOURNEY };

function touchpoint(
  title: string,
  channel: string,
  owner: string,
  score: number,
  cards: TouchpointDraft["cards"],
): TouchpointDraft {
  return { title, channel, owner, score, cards };
}
