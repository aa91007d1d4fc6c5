import { sampleJourney } from "./sample.ts";
import { type CatalogueEntry, LANES, phases, SUPPORT_LANE, type Template } from "./template.ts";

const template: Template = {
  id: "service",
  version: 1,
  phases: phases("Something happens", "Get in touch", "Explain", "Wait", "Solved"),
  lanes: [...LANES, SUPPORT_LANE],
};

/** A service case, from the fault to its end. */
export const SERVICE: CatalogueEntry = {
  template,
  sample: sampleJourney(template, {
    title: "The heating fails in January",
    customerType: "Tenants with small children",
    variant: "actual",
    touchpointsByPhase: {
      phase1: [
        {
          title: "Wake up to cold radiators",
          channel: "Flat",
          score: -1.5,
          cards: { words: ["Fourteen degrees in the baby’s room, and it was Sunday."] },
        },
        {
          title: "Look for the emergency number",
          channel: "Notice board",
          owner: "Caretaking",
          score: -1.1,
          cards: {
            words: ["The note by the stairs had the number of the firm before last."],
            pain: ["Number on the board is two years old"],
            support: ["Boards are changed when a caretaker happens to pass"],
          },
        },
      ],
      phase2: [
        {
          title: "Call the emergency line",
          channel: "Phone",
          owner: "Service centre",
          score: -0.6,
          cards: {
            words: ["Press one, press four, press one. With the child on my arm."],
            pain: ["Four menus to a person"],
          },
          moment: { kind: "show-stopper", value: -3, reason: "Who hangs up here calls the tenants’ union next." },
        },
        {
          title: "Report it in the app as well",
          channel: "App",
          owner: "Digital",
          score: 0.3,
          cards: { strengths: ["A photo of the display is enough"] },
        },
      ],
      phase3: [
        {
          title: "Say it all a second time",
          channel: "Phone",
          owner: "Service centre",
          score: -1.2,
          cards: {
            words: ["I had just typed all that. She could not see it."],
            whatif: ["…the one who answers saw what I wrote?"],
            support: ["App reports arrive in another system"],
          },
        },
        {
          title: "Be asked about the children",
          channel: "Phone",
          owner: "Service centre",
          score: 1.4,
          cards: {
            words: ["She asked how old they are and put us first."],
            strengths: ["Families first is a rule people know"],
          },
          moment: { kind: "impression", value: 2, reason: "One question shows whether we are a case or a family." },
        },
      ],
      phase4: [
        {
          title: "Get a time for the fitter",
          channel: "Text message",
          owner: "Dispatch",
          score: -0.8,
          cards: { words: ["“Between eight and six” is not a time."], whatif: ["…I saw where the van is?"] },
        },
        {
          title: "Borrow an electric heater",
          channel: "Flat",
          owner: "Caretaking",
          score: 1.2,
          cards: {
            words: ["The caretaker came with two heaters under his arm."],
            strengths: ["Heaters are kept in the cellar"],
          },
        },
      ],
      phase5: [
        {
          title: "Fitter changes the valve",
          channel: "Flat",
          owner: "Fitters",
          score: 1.5,
          cards: { words: ["Twenty minutes, and he wiped the floor."], support: ["Van carries the ten usual parts"] },
        },
        {
          title: "Ask for the rent to be lowered",
          channel: "Letter",
          owner: "Accounts",
          score: -1.0,
          cards: { words: ["Six weeks, and no answer but a form."], pain: ["No one says what happens with the claim"] },
        },
      ],
    },
  }),
};
