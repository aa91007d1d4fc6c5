/** Tasks before the day by mail: out as a text, ticked and quoted by any program, and back (SPEC P56). */
import { readTaskText, writeTaskText } from "@sameside/interchange";
import { describe, expect, it } from "vitest";

const TASKS = [
  { id: "Ab3xYz0123456789", text: "Buy one\nyourself" },
  { id: "kd82ja0123456789", text: "Ring the hotline" },
  { id: "warm-up", text: "When did it last go well?" },
];
const SAY = { title: "Before the day", how: "Put an x between the brackets.", name: "Name" };
const read = (text: string) => readTaskText(text, TASKS, SAY);

describe("the text of the tasks", () => {
  const text = writeTaskText(TASKS, SAY, "Jo Ümit 🙂");

  it("says each task once and says nothing when it comes back as it went", () => {
    expect(text).toContain("[ ] #Ab3xYz Buy one yourself\n-> \n");
    expect(read(text)).toEqual({ name: "Jo Ümit 🙂", answers: [], problems: [] });
  });

  it.each([
    ["as it is", (filled: string) => filled],
    ["quoted once", (filled: string) => filled.replaceAll(/^/gm, "> ")],
    ["quoted three times, without blanks", (filled: string) => filled.replaceAll(/^/gm, ">>>")],
    ["with the line ends of another system", (filled: string) => filled.replaceAll("\n", "\r\n")],
    ["between a greeting and a signature", (filled: string) => `Dear Anna,\n\n${filled}\n-- \nJo`],
    ["with hard blanks", (filled: string) => filled.replaceAll(" ", "\u00A0")],
    ["with typographic arrows", (filled: string) => filled.replaceAll("->", "→")],
  ])("is read when it was filled in and comes back %s (P56)", (_name, travel) => {
    const filled = text
      .replace("[ ] #Ab3xYz", "[x] #Ab3xYz")
      .replace("[ ] #kd82ja", "[ X ] #kd82ja")
      .replace("Ring the hotline\n-> ", "Ring the hotline\n-> Twelve minutes,\nthen the line was cut")
      .replace(/-> \n$/, "-> In spring\n");
    expect(read(travel(filled))).toEqual({
      name: "Jo Ümit 🙂",
      answers: [
        { task: "Ab3xYz0123456789", done: true },
        { task: "kd82ja0123456789", done: true, note: "Twelve minutes, then the line was cut" },
        { task: "warm-up", done: false, note: "In spring" },
      ],
      problems: [],
    });
  });

  it("names each line that it cannot take, and takes the others (P56)", () => {
    const odd = [
      "[x] #nobody A task of last year",
      "[perhaps] #Ab3xYz Buy one yourself",
      "[x] #kd82ja Ring the hotline",
      "[x] #kd82ja Ring the hotline",
      "[x] #warm-u When?",
      `-> ${"x".repeat(501)}`,
    ].join("\n");
    const { answers, problems } = read(odd);
    expect(answers).toEqual([{ task: "kd82ja0123456789", done: true }]);
    expect(problems.map(({ line, why }) => [line, why])).toEqual([
      [1, "unknown-task"],
      [2, "unclear-mark"],
      [4, "twice"],
      [5, "too-long"],
    ]);
  });

  it("never throws, whatever is pasted", () => {
    for (const junk of ["", "[", "[x]", "[x] #", "\u0000", "> > >", "[x] #__proto__ y", "x".repeat(100_000)])
      expect(read(junk).answers).toEqual([]);
  });
});
