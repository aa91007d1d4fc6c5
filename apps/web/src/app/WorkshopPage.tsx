/** A page of one workshop without a board: finds it on this device, opens its plan, keeps its seat, and puts it away. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { type ReactNode, useEffect, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import { WordsContext } from "../words/words.ts";
import { Notice, Waiting } from "./Notice.tsx";
import type { Boards } from "./openBoards.ts";
import { useGreeting } from "./useGreeting.ts";
import { useLiveWorkshop } from "./useLiveWorkshop.ts";
import { useOwnTerms } from "./useOwnTerms.ts";
import { useToldTables } from "./useToldTables.ts";

export interface WorkshopParts {
  readonly device: Device;
  readonly boards: Boards;
  readonly as: AsDocuments;
}

export interface OpenedWorkshop {
  readonly known: KnownWorkshop;
  readonly onKnown: (known: KnownWorkshop) => void;
  readonly live: LiveWorkshop;
}

interface Props {
  readonly parts: WorkshopParts;
  readonly workshop: string;
  /** Said where this device does not have it. */
  readonly unknown: { readonly title: string; readonly text: string };
  /** What stands before the page; the page itself where nothing does. */
  readonly gate?: (known: KnownWorkshop, page: ReactNode) => ReactNode;
  readonly children: (opened: OpenedWorkshop) => ReactNode;
}

/** The page itself speaks in the workshop's own words. */
export function WorkshopPage({ parts, workshop, unknown, gate, children }: Props) {
  const { device } = parts;
  const [known, setKnown] = useState<KnownWorkshop | null>();
  useEffect(() => {
    const find = async () => setKnown((await device.workshops()).find(({ id }) => id === workshop) ?? null);
    void find();
  }, [device, workshop]);
  if (known === undefined) return <Waiting />;
  if (known === null) return <Notice {...unknown} />;
  const page = (
    <Opened parts={parts} known={known} onKnown={setKnown}>
      {children}
    </Opened>
  );
  return gate ? gate(known, page) : page;
}

type OpenedProps = Pick<Props, "parts" | "children"> & Omit<OpenedWorkshop, "live">;

function Opened({ parts, known, onKnown, children }: OpenedProps) {
  const live = useLiveWorkshop(parts, known);
  return live ? (
    <Seated device={parts.device} {...{ known, onKnown, live }}>
      {children}
    </Seated>
  ) : (
    <Waiting />
  );
}

function Seated({
  device,
  children,
  ...opened
}: OpenedWorkshop & Pick<WorkshopParts, "device"> & Pick<Props, "children">) {
  const { live, onKnown } = opened;
  const words = useOwnTerms(live.plan);
  useGreeting(opened.known, live.plan);
  useToldTables(opened.known, live.plan);
  const entered = useStore(live.entered);
  useEffect(() => {
    if (!entered) return;
    onKnown(entered);
    device.remember(entered).catch((error: unknown) => console.warn("The seat was not kept", error));
  }, [entered, device, onKnown]);
  return <WordsContext value={words}>{children(opened)}</WordsContext>;
}
