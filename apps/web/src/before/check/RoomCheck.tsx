/** Do phones reach this laptop? A code to scan, and what came of it. */
import { ArrowLeft, CircleCheck, Laptop, Smartphone } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { CheckedDevice } from "../../live/roomCheck.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { useWords } from "../../words/words.ts";
import { type RoomCheckState, useRoomCheck } from "./useRoomCheck.ts";
import { WhyNobody } from "./WhyNobody.tsx";
import "./check.css";

/** Above this, in milliseconds, a photo is a matter of patience. */
const SLOW_MS = 300;

interface Props {
  /** The relay that is checked: an http origin. */
  readonly relay: string;
  readonly addressOf: (origin: string, check: string) => string;
  /** A link as a picture to scan. */
  readonly qrImage: (link: string) => string;
  readonly onBack: () => void;
}

export function RoomCheck({ relay, addressOf, qrImage, onBack }: Props) {
  const say = useWords().roomCheck;
  const { state, begin } = useRoomCheck(relay);
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  return (
    <main className="check">
      <header className="check-head">
        <Button look="quiet" icon={<ArrowLeft size={16} aria-hidden />} onPress={onBack}>
          {say.back}
        </Button>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </header>
      {state.is === "open" ? (
        <OpenCheck state={state} addressOf={addressOf} qrImage={qrImage} />
      ) : (
        <NoCheck state={state} onAgain={begin} />
      )}
    </main>
  );
}

type Open = Extract<RoomCheckState, { readonly is: "open" }>;

function OpenCheck({ state, addressOf, qrImage }: { readonly state: Open } & Pick<Props, "addressOf" | "qrImage">) {
  const say = useWords().roomCheck;
  const { check, origins, devices, isLate } = state;
  const [chosen, choose] = useState<string>();
  const origin = chosen ?? origins[0] ?? "";
  const code = useMemo(() => qrImage(addressOf(origin, check)), [origin, check, addressOf, qrImage]);
  const others = devices.filter(({ isRelay }) => !isRelay);
  return (
    <>
      <div className="check-scan">
        <img src={code} alt={say.qr} width={224} height={224} />
        <div className="check-beside">
          <div className="check-found" role="status" data-found={others.length > 0 ? "" : undefined}>
            <Found others={others} hasOnlyRelay={devices.length > others.length} isLate={isLate} />
          </div>
          {others.length > 0 ? <Came devices={others} /> : null}
          {origins.length > 1 ? (
            <Choice
              label={say.address}
              value={origin}
              onChange={choose}
              options={origins.map((each) => ({ value: each, label: each.replace(/^https?:\/\//, "") }))}
            />
          ) : null}
          <p className="ui-hint">
            {origins.length > 1 ? say.addressHint : say.noCode} <code>{origin}</code>
          </p>
        </div>
      </div>
      {others.length === 0 && isLate ? <WhyNobody /> : null}
    </>
  );
}

interface FoundProps {
  readonly others: readonly CheckedDevice[];
  readonly hasOnlyRelay: boolean;
  readonly isLate: boolean;
}

function Found({ others, hasOnlyRelay, isLate }: FoundProps) {
  const say = useWords().roomCheck;
  const ms = slowest(others);
  if (others.length === 0)
    return <p>{hasOnlyRelay ? say.onlyRelay : isLate ? <strong>{say.nobody}</strong> : say.waiting}</p>;
  if (ms === undefined) return <p>{say.measuring}</p>;
  const hasPhone = others.some(({ kind }) => kind === "phone");
  return (
    <>
      <p className="check-yes">
        <CircleCheck size={22} aria-hidden />
        {hasPhone ? say.reaches(ms) : say.reachesAlso(ms)}
      </p>
      <p>{ms > SLOW_MS ? say.slow : say.good}</p>
    </>
  );
}

/** Of the phones where there are any: what is promised holds for all of them. */
function slowest(others: readonly CheckedDevice[]): number | undefined {
  const phones = others.filter(({ kind }) => kind === "phone");
  const times = (phones.length > 0 ? phones : others).flatMap(({ ms }) => ms ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function Came({ devices }: { readonly devices: readonly CheckedDevice[] }) {
  const say = useWords().roomCheck;
  const counts = { phone: 0, laptop: 0 };
  const named = devices.map(({ kind, ms }) => ({ kind, label: say.device(say.kinds[kind], ++counts[kind], ms) }));
  return (
    <ul className="check-came" aria-label={say.devices}>
      {named.map(({ kind, label }) => (
        <li key={label.split(":")[0]} className="ui-chip">
          {kind === "phone" ? <Smartphone size={14} aria-hidden /> : <Laptop size={14} aria-hidden />}
          {label}
        </li>
      ))}
    </ul>
  );
}

function NoCheck({ state, onAgain }: { readonly state: Exclude<RoomCheckState, Open>; readonly onAgain: () => void }) {
  const say = useWords().roomCheck;
  if (state.is === "beginning") return <p role="status">{say.waiting}</p>;
  const sentences = {
    "no-address": [say.noAddress, say.noAddressDo],
    ended: [say.ended],
    failed: [say.failed, ...(state.is === "failed" ? [state.why] : [])],
  }[state.is];
  return (
    <div className="check-problem" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button look="primary" onPress={onAgain}>
        {say.again}
      </Button>
    </div>
  );
}
