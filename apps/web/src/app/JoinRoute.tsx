/** Takes an invite link: keeps its token on this device, takes it out of the address, and goes to the board. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect } from "react";
import { Waiting } from "./Notice.tsx";
import { boardAddress, type Route, route } from "./routes.ts";

type Invite = Extract<Route, { page: "join" }>;

interface Props {
  readonly device: Device;
  readonly invite: Invite;
}

export function JoinRoute({ device, invite }: Props) {
  useEffect(() => {
    const take = async () => {
      const existing = (await device.workshops()).find((known) => known.id === invite.workshop);
      await device.remember(joined(existing, invite));
      route.replace(boardAddress(invite.workshop, invite.group));
    };
    void take();
  }, [device, invite]);
  return <Waiting />;
}

/** An invite never takes a right away that this device has: whoever made the workshop, or may write, stays so. */
function joined(existing: KnownWorkshop | undefined, invite: Invite): KnownWorkshop {
  const openedAt = Date.now();
  if (existing?.secret !== undefined) return { ...existing, openedAt };
  const relay = location.origin;
  if (existing?.token !== undefined && existing.right === "write" && invite.right === "read") {
    return { ...existing, relay, openedAt };
  }
  const title = existing?.title ?? "";
  return { id: invite.workshop, group: invite.group, title, token: invite.token, relay, openedAt, right: invite.right };
}
