/** Pictures and sounds on their way from device to device by file, named by the hash of their bytes. */
import { attachmentHash } from "../attachments/attachments.ts";
import { type BlobRow, deviceFactory } from "../disk/database.ts";
import { changeOnDisk, lookOnDisk } from "./request.ts";

export type CarriedAttachment = Pick<BlobRow, "hash" | "type" | "bytes">;

/**
 * What this device holds of a workshop and may leave it: not what was taken out, nor what shows people who have not
 * agreed yet. Rejects when the disk cannot be read.
 */
export function heldAttachments(
  workshop: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<readonly CarriedAttachment[]> {
  return lookOnDisk(factory, async (database) => {
    const rows = await database.blobs.where("workshop").equals(workshop).toArray();
    return rows.filter(mayLeave).map(({ hash, type, bytes }) => ({ hash, type, bytes }));
  });
}

/** What the relay has, its people have agreed to. */
function mayLeave({ pictured, waiting, takenOut }: BlobRow): boolean {
  return takenOut === undefined && (pictured === undefined || pictured.length === 0 || waiting === 0);
}

/**
 * Stores what is not held yet, and waits with it for a relay. Answers how many were left out because their bytes are not
 * what their name says. Rejects when the disk cannot store them.
 */
export async function takeInAttachments(
  workshop: string,
  carried: readonly { readonly hash: string; readonly type: string; readonly bytes: Uint8Array }[],
  factory: IDBFactory | null = deviceFactory(),
): Promise<number> {
  const whole = carried.filter(({ hash, bytes }) => attachmentHash(bytes) === hash);
  if (whole.length > 0)
    await changeOnDisk(factory, ({ blobs }) =>
      blobs.db.transaction("rw", blobs, async () => {
        const held = await blobs.bulkGet(whole.map(({ hash }): [string, string] => [workshop, hash]));
        const rows = whole.filter((_, index) => held[index] === undefined);
        await blobs.bulkPut(
          rows.map(({ hash, type, bytes }) => ({
            workshop,
            hash,
            type,
            bytes: new Uint8Array(bytes),
            waiting: 1 as const,
          })),
        );
      }),
    );
  return carried.length - whole.length;
}
