/** The search on real boards: what is found, in which order, and what is marked (SPEC W40). */
import { markWords, nearness, openSearch } from "@sameside/insights";
import {
  addComment,
  importJourney,
  type JourneyDraft,
  mentionOf,
  newBoard,
  rate,
  readBoard,
  removeTouchpoint,
  type TouchpointView,
} from "@sameside/model";
import { describe, expect, it } from "vitest";

const ANNA = { person: "anna000000000000", role: "customer", now: () => 1 } as const;
const NAMES = new Map([
  [ANNA.person, "Änne Müller"],
  ["jo00000000000000", "Jo"],
]);

describe("search (W40)", () => {
  it("puts what is called so first, then where a word begins with it, then where it stands inside one, then the rest", () => {
    const found = find(journeys(["Reprice", "The price is hidden", "Pricey", "Price", "Nothing of it"]), "price");
    expect(found.map(({ name }) => name)).toEqual(["Price", "The price is hidden", "Pricey", "Reprice"]);
  });

  it("keeps the order in which people read among those that fit alike", () => {
    expect(find(journeys(["too late", "so late"]), "late").map(({ name }) => name)).toEqual(["too late", "so late"]);
  });

  it("does not count case, accents and the ways to write one letter", () => {
    const views = journeys(["Größe stimmt nicht", "CAFÉ is shut", "Łódź is far"]);
    for (const query of ["grosse", "GRÖSSE", "café", "CAFE", "lodz"]) expect(find(views, query)).toHaveLength(1);
    expect(find(views, "größen")).toEqual([]);
  });

  it("needs every word, wherever in the thing each stands: in its text, in a comment, in who wrote it", () => {
    const { views, touchpoint } = board(["Old part numbers find nothing", "Old pumps"]);
    expect(find(views, "old nothing").map(({ name }) => name)).toEqual(["Old part numbers find nothing"]);
    expect(find(views, "old anne").map(({ name }) => name)).toEqual(["Old part numbers find nothing", "Old pumps"]);
    const [commented] = find(views, "jo believes");
    expect(commented).toMatchObject({
      kind: "touchpoint",
      id: touchpoint.id,
      in: "comment",
      text: "@Jo believes it",
      phase: "Find",
    });
  });

  it("finds what is said of a phase, a lane and the map as a whole (W99)", () => {
    const made = filled(["Old pumps"]);
    const [journey] = readBoard(made).journeys;
    const said = [journey?.phases[0], journey?.lanes[0], journey].map((thing) => thing?.id ?? "");
    for (const subject of said) expect(addComment(made, ANNA, { subject, text: "Whose is it" }).outcome).toBe("done");
    const found = find(readBoard(made).journeys, "whose");
    expect(found.map((each) => [each.kind, each.in])).toEqual([
      ["journey", "comment"],
      ["phase", "comment"],
      ["lane", "comment"],
    ]);
  });

  it("finds maps, phases, lanes and touchpoints too, in all maps of a board, map by map", () => {
    const views = [...journeys(["find it"]), ...journeys(["find it again"])];
    expect(find(views, "find").map(({ kind, journey }) => [kind, views.findIndex(({ id }) => id === journey)])).toEqual(
      [
        ["phase", 0],
        ["card", 0],
        ["phase", 1],
        ["card", 1],
      ],
    );
    expect(find(views, "pain").map(({ kind }) => kind)).toEqual(["lane", "lane"]);
    expect(find(views, "portal").map(({ kind }) => kind)).toEqual(["touchpoint", "touchpoint"]);
    expect(find(views, "buying").map(({ kind }) => kind)).toEqual(["journey", "journey"]);
  });

  it("tells nobody who rated what", () => {
    const made = filled([]);
    const { id } = touchpointOf(readBoard(made).journeys);
    expect(rate(made, ANNA, { touchpoint: id, value: 1 }).outcome).toBe("done");
    expect(find(readBoard(made).journeys, "müller")).toEqual([]);
  });

  it("finds what has lost its place, apart from the maps", () => {
    const made = filled(["Nobody answers the phone"]);
    const { id } = touchpointOf(readBoard(made).journeys);
    expect(removeTouchpoint(made, ANNA, { touchpoint: id }).outcome).toBe("done");
    const view = readBoard(made);
    expect(find(view.journeys, "phone")).toEqual([]);
    const [found, ...others] = openSearch(NAMES).findUnplaced(view, "phone");
    expect(found).toMatchObject({ journey: "", kind: "card", name: "Nobody answers the phone", phase: "" });
    expect(others).toEqual([]);
    expect(openSearch(NAMES).findUnplaced(view, " ")).toEqual([]);
  });

  it("finds nothing when nothing was typed", () => {
    expect(find(journeys(["x"]), "  ")).toEqual([]);
  });

  it("marks the words in the text as it was written, and shows a long text from where they stand", () => {
    expect(markWords("Die Größe, GROSS", "gros", 100)).toEqual([
      { text: "Die ", found: false },
      { text: "Größ", found: true },
      { text: "e, ", found: false },
      { text: "GROS", found: true },
      { text: "S", found: false },
    ]);
    const long = `${"word ".repeat(60)}needle ${"word ".repeat(60)}`;
    const parts = markWords(long, "needle", 60);
    expect(parts.filter(({ found }) => found)).toEqual([{ text: "needle", found: true }]);
    expect(parts[0]?.text).toBe("…");
    expect(parts.at(-1)?.text).toBe("…");
    expect(parts.map(({ text }) => text).join("").length).toBeLessThanOrEqual(62);
  });
});

describe("commands by their words (W42)", () => {
  it("fit when each word typed is there, whole before begun before inside, the shorter name first", () => {
    const names = ["Go to the phase Find", "Find…", "Redefine the scale", "Undo"];
    const near = (query: string) =>
      names
        .map((name) => ({ name, score: nearness(query, name) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ name }) => name);
    expect(near("find")).toEqual(["Find…", "Go to the phase Find"]);
    expect(near("phase find")).toEqual(["Go to the phase Find"]);
    expect(near("gtpf")).toEqual(["Go to the phase Find"]);
    expect(near("zoom")).toEqual([]);
  });
});

function find(views: ReturnType<typeof journeys>, query: string) {
  return openSearch(NAMES).find(views, query);
}

/** A journey on a real board: one touchpoint, these cards on it. */
function journeys(texts: readonly string[]) {
  return readBoard(filled(texts)).journeys;
}

/** The same, with a comment of Anna's on the touchpoint that names Jo. */
function board(texts: readonly string[]): { views: ReturnType<typeof journeys>; touchpoint: TouchpointView } {
  const made = filled(texts);
  const id = touchpointOf(readBoard(made).journeys).id;
  const text = `${mentionOf("jo00000000000000")} believes it`;
  expect(addComment(made, ANNA, { subject: id, text }).outcome).toBe("done");
  const views = readBoard(made).journeys;
  return { views, touchpoint: touchpointOf(views) };
}

function filled(texts: readonly string[]) {
  const draft: JourneyDraft = {
    title: "Buying a pump",
    customerType: "",
    variant: "actual",
    lanes: [{ kind: "pain", name: "Pain points", owner: "" }],
    phases: [
      {
        title: "Find",
        cards: [],
        touchpoints: [{ title: "Portal", cards: texts.map((text) => ({ lane: 0, text })) }],
      },
    ],
  };
  const made = newBoard();
  expect(importJourney(made, ANNA, { draft }).outcome).toBe("done");
  return made;
}

function touchpointOf(views: ReturnType<typeof journeys>): TouchpointView {
  const [touchpoint] = views.flatMap(({ phases }) => phases).flatMap(({ touchpoints }) => touchpoints);
  if (!touchpoint) throw new Error("no touchpoint");
  return touchpoint;
}
