/** A workshop's desk that answers nothing and remembers what rooms hand it. */
import type { FromDevice } from "@sameside/protocol";
import type { DeskMember, WorkshopDesk } from "@sameside/relay";

export interface RecordingDesk extends WorkshopDesk {
  readonly members: Set<DeskMember>;
  readonly heard: { readonly person: string; readonly message: FromDevice }[];
  isClosed: boolean;
}

export function recordingDesk(): RecordingDesk {
  const desk: RecordingDesk = {
    members: new Set(),
    heard: [],
    isClosed: false,
    join: (member) => void desk.members.add(member),
    leave: (member) => void desk.members.delete(member),
    hear: ({ seat }, message) => void desk.heard.push({ person: seat.person, message }),
    close: async () => {
      desk.isClosed = true;
    },
  };
  return desk;
}
