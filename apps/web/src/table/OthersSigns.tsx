/**
 * Small signs on what others have chosen or write in. They are put beside the things from here, so that a thing without
 * a sign, which is nearly every one, costs nothing.
 */
import { PencilLine } from "lucide-react";
import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { colourOf, type Other, type Others } from "../journey/others.ts";
import { readOff, useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";
import { addCardStop, stopOf } from "./stops.ts";

interface Props {
  readonly others: Others;
  readonly root: RefObject<HTMLElement | null>;
}

interface Sign {
  readonly key: string;
  /** The stop it stands beside. */
  readonly stop: string;
  readonly name: string;
  readonly colour: number;
  readonly isWritten: boolean;
}

export function OthersSigns({ others, root }: Props) {
  const signs = useStore(useMemo(() => readOff<readonly Other[], readonly Sign[]>(others, signsOf), [others]));
  const [hosts, setHosts] = useState<ReadonlyMap<string, Element>>(NO_HOSTS);
  // After every drawing of the view: what stood in one place may stand in another.
  useLayoutEffect(() => {
    const next = hostsOf(signs, root.current);
    setHosts((now) => (isSame(now, next) ? now : next));
  });
  return signs.map((sign) => {
    const host = hosts.get(sign.stop);
    return host ? createPortal(<SignOf sign={sign} />, host, sign.key) : null;
  });
}

const NO_HOSTS: ReadonlyMap<string, Element> = new Map();

function SignOf({ sign }: { readonly sign: Sign }) {
  const words = useWords().together;
  const label = sign.isWritten ? words.writes(sign.name) : words.hasChosen(sign.name);
  return (
    <span
      className="table-sign"
      role="img"
      aria-label={label}
      title={label}
      style={{ background: `var(--person-${sign.colour})` }}
    >
      {sign.isWritten ? <PencilLine size={11} aria-hidden /> : null}
      {sign.name}
    </span>
  );
}

function signsOf(others: readonly Other[]): readonly Sign[] {
  return others.flatMap(({ client, person, name, held }) =>
    (held?.things ?? []).map((id) => {
      const stop = held?.lane === undefined ? id : addCardStop(id, held.lane);
      return { key: `${client} ${stop}`, stop, name, colour: colourOf(person), isWritten: held?.as === "written" };
    }),
  );
}

function hostsOf(signs: readonly Sign[], root: HTMLElement | null): ReadonlyMap<string, Element> {
  return new Map(
    signs.flatMap(({ stop }) => {
      const host = root && stopOf(root, stop)?.parentElement;
      return host ? [[stop, host] as const] : [];
    }),
  );
}

function isSame(one: ReadonlyMap<string, Element>, other: ReadonlyMap<string, Element>): boolean {
  return one.size === other.size && [...one].every(([stop, host]) => other.get(stop) === host);
}
