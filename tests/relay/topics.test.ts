import { ANSWER_TOPICS, MIN_TALLY_PEOPLE } from "@sameside/model";
import { limits, TOPICS, type TopicRule } from "@sameside/protocol";
import { describe, expect, it } from "vitest";

describe("the relay's rules of a topic", () => {
  it("exist for the same topics as the model's", () => {
    expect(Object.keys(TOPICS).sort()).toEqual(Object.keys(ANSWER_TOPICS).sort());
  });

  it.each(Object.keys(ANSWER_TOPICS) as (keyof typeof ANSWER_TOPICS)[])("are the model's for %s", (topic) => {
    const { writers, item: _item, value: _value, ...model } = ANSWER_TOPICS[topic];
    const { helpersWrite, ...relay }: TopicRule = TOPICS[topic];
    expect(relay).toEqual(model);
    // A guardian consents at the seat of the person, so to the relay it is the person who writes.
    expect(writers).toContain("self");
    expect(helpersWrite).toBe(writers.includes("helper"));
  });

  it("hide sums of as many people as the model's", () => {
    expect(limits.MIN_TALLY_PEOPLE).toBe(MIN_TALLY_PEOPLE);
  });
});
