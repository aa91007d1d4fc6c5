/** What people wrote and the tables do not have yet: on devices that are gone, or proposed and not decided. */
import { LaptopMinimal, MessageSquarePlus, Smartphone } from "lucide-react";
import { useState } from "react";
import { type LeftDevice, useLeftDevices } from "../live/leftDevices.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useProposals } from "../live/proposals.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { useWords, type Words } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly tables: readonly RoomTable[];
  readonly nameOf: (person: string) => string;
  readonly isSafe: boolean;
  readonly onOpen: (group: string) => void;
}

export function LeftBehind({ live, tables, nameOf, isSafe, onOpen }: Props) {
  const words = useWords();
  const say = words.leftDevices;
  const { person: self } = useStore(live.seat);
  const here = new Map(tables.flatMap(({ devices }) => [...devices]));
  const [, see] = useState(0);
  const devices = useLeftDevices(live, here).filter(
    (device) => device.person !== self && (isFull(device) || recall(seenKey(device)) === undefined),
  );
  const proposals = useProposals(live).flatMap((proposal) => {
    const table = tables.find(({ room }) => room === proposal.room);
    return table && proposal.parts && !proposal.answer ? [{ ...proposal, table }] : [];
  });
  const named = (person: string) => (isSafe ? say.somebody : nameOf(person));
  return (
    <div role="status">
      {devices.length + proposals.length > 0 ? (
        <section className="room-left" aria-label={say.title}>
          <h2>{say.title}</h2>
          <ul>
            {proposals.map(({ id, person, changes, table }) => {
              const text = say.proposal(named(person), changes, table.name);
              const { look } = words.aside.proposal;
              return (
                <li key={id}>
                  <MessageSquarePlus size={16} aria-hidden />
                  <p>{text}</p>
                  <Button aria-label={`${look}: ${text}`} onPress={() => onOpen(table.group)}>
                    {look}
                  </Button>
                </li>
              );
            })}
            {devices.map((device) => (
              <li key={`${device.person}/${device.id}`}>
                {device.kind === "phone" ? (
                  <Smartphone size={16} aria-hidden />
                ) : (
                  <LaptopMinimal size={16} aria-hidden />
                )}
                <p>{sentenceOf(device, named(device.person), words)}</p>
                {isFull(device) ? null : (
                  <Button
                    aria-label={say.seenLabel(named(device.person))}
                    onPress={() => {
                      remember(seenKey(device), "yes");
                      see((times) => times + 1);
                    }}
                  >
                    {say.seen}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function isFull({ waiting, aside }: LeftDevice): boolean {
  return waiting + aside > 0;
}

/** Until it says something again. */
function seenKey({ id, told }: LeftDevice): string {
  return `left-device.${id}.${told}`;
}

function sentenceOf(device: LeftDevice, name: string, words: Words): string {
  const say = words.leftDevices;
  const { kind, waiting, aside, told, isBack } = device;
  const thing = words.app.devices[kind];
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(told);
  if (!isFull(device)) return say.goesOn(name, thing, time);
  const count = waiting + aside;
  const where = isBack ? say.back(count, name, thing) : say.gone(count, name, thing, time);
  return [where, ...(waiting > 0 ? [say.comes] : []), ...(aside > 0 ? [say.decides] : [])].join(" ");
}
