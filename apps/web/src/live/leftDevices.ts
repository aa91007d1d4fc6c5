/** Devices that people have gone on without, and what is known to be on them and nowhere else. */
import { checkAnswer } from "@sameside/model";
import { useMemo } from "react";
import type { Others } from "./liveBoard.ts";
import { useStore } from "./store.ts";
import type { AnswerRows, TopicRows } from "./topicRows.ts";

export interface LeftDevice {
  readonly person: string;
  /** Its name in this workshop. */
  readonly id: string;
  readonly kind: "laptop" | "phone";
  /** Changes, answers and files that go out by themselves when it is connected. */
  readonly waiting: number;
  /** Changes that are kept apart on it until somebody decides there. */
  readonly aside: number;
  /** When it said so, in ms since 1970. */
  readonly told: number;
  /** It is connected, and its person is at another one. */
  readonly isBack: boolean;
}

/** People by the devices of theirs that are connected. */
export type PersonByDevice = ReadonlyMap<string, string>;

/** `here`: the devices on which somebody has a board open. */
export function useLeftDevices(live: { readonly rows: TopicRows }, here: PersonByDevice): readonly LeftDevice[] {
  const rows = useStore(live.rows("device"));
  return useMemo(() => leftDevices(rows, here), [rows, here]);
}

export function devicesIn(others: Others): PersonByDevice {
  return new Map(
    others.flatMap(({ presence: { device, person } }) => (device === undefined ? [] : [[device, person] as const])),
  );
}

const NOTHING_BEFORE = { items: [] };

/** Those with something on them first. One that its person came back to, or only closed, is none. */
function leftDevices(rows: AnswerRows, here: PersonByDevice): readonly LeftDevice[] {
  const devices = rows.flatMap((row) => deviceIn(row, here));
  const left = devices.filter((device) => {
    const others = devices.filter(({ person, id }) => person === device.person && id !== device.id && here.has(id));
    if (device.waiting + device.aside > 0) return !device.isBack || others.length > 0;
    // What was written on it since, out of reach, nobody can know: that its person goes on without it is a sign.
    return !device.isBack && others.some(({ told }) => told > device.told);
  });
  return left.toSorted((a, b) => b.waiting + b.aside - (a.waiting + a.aside));
}

/** A row may come from any peer: only what a device could have said of itself counts. */
function deviceIn({ person, item, value, time }: AnswerRows[number], here: PersonByDevice): readonly LeftDevice[] {
  const checked = checkAnswer("device", item, value, NOTHING_BEFORE);
  if (!checked.ok || checked.value === null) return [];
  const { kind, waiting, aside, files } = checked.value;
  return [{ person, id: item, kind, waiting: waiting + files, aside, told: time, isBack: here.get(item) === person }];
}
