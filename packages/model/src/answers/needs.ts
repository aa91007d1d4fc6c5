/** What the people of a workshop need, summed up for who prepares it: what to provide, and for how many. No name. */
import { ACCESS_NEEDS, type AccessNeed, ANSWER_TOPICS } from "./topics.ts";

export interface NeedsSummary {
  /** People who have said something. */
  readonly people: number;
  /** Only what somebody needs. */
  readonly needs: readonly { readonly need: AccessNeed; readonly people: number }[];
  /** As they were written, the most wanted first. */
  readonly languages: readonly { readonly language: string; readonly people: number }[];
  /** In people's own words. */
  readonly lines: readonly string[];
}

/** Rows of the topic `needs`; what is none of ours is passed over. */
export function needsSummary(rows: readonly { readonly value: unknown }[]): NeedsSummary {
  const said = rows.flatMap(({ value }) => ANSWER_TOPICS.needs.value.safeParse(value).data ?? []);
  const given = said.filter(({ needs, language, line }) => needs.length > 0 || language || line);
  const peopleByLanguage = new Map<string, number>();
  for (const { language } of given)
    if (language) peopleByLanguage.set(language, (peopleByLanguage.get(language) ?? 0) + 1);
  const wanted = ACCESS_NEEDS.map((need) => ({
    need,
    people: given.filter(({ needs }) => needs.includes(need)).length,
  }));
  return {
    people: given.length,
    needs: wanted.filter(({ people }) => people > 0),
    languages: [...peopleByLanguage]
      .map(([language, people]) => ({ language, people }))
      .sort((a, b) => b.people - a.people || (a.language < b.language ? -1 : 1)),
    lines: given.flatMap(({ line }) => line || []),
  };
}
