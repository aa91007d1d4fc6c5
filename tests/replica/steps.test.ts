/** A workshop goes on to another step, and everybody who is in it hears so. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newDevice, openNotes, untilStatus } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, seatBy, type Tokens } from "./support/workshop.ts";

const READING = { customer: "read", colleague: "read", moderator: "write" } as const;
const WRITING = { customer: "write", colleague: "write", moderator: "write" } as const;

let relay: RealRelay;
let tokens: Tokens;
beforeEach(async () => {
  relay = await startRealRelay();
  tokens = await publishFrom(newDevice(), relay);
});
afterEach(() => relay.end());

describe("a step", () => {
  it("that a facilitator sets is in the status of every device, with the right it gives", async () => {
    const facilitator = await openNotes(newDevice(), { open: relay.link(tokens.write) });
    const customer = await openNotes(newDevice(), { open: relay.link((await seatBy(tokens.writeCode, relay)).token) });
    await Promise.all([facilitator, customer].map((one) => untilStatus(one, ({ seat }) => seat !== undefined)));
    expect(facilitator.status().seat).toMatchObject({ role: "facilitator" });
    await facilitator.setStep({ id: "listen", rights: READING });
    await untilStatus(customer, ({ step, right }) => step?.id === "listen" && right === "read");
    await facilitator.setStep({ id: "map", rights: WRITING });
    await untilStatus(customer, ({ step, right }) => step?.id === "map" && right === "write");
    expect(customer.status().step).toEqual({ id: "map", n: 2, rights: WRITING });
    await Promise.all([facilitator.close(), customer.close()]);
  });

  it("that somebody else was faster with is not taken, and says so", async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(() => openNotes(newDevice(), { open: relay.link(tokens.write) })),
    );
    if (!one || !other) throw new Error("two devices were opened");
    await Promise.all([one, other].map((each) => untilStatus(each, ({ wire }) => wire === "online")));
    await one.setStep({ id: "first", rights: WRITING });
    await untilStatus(other, ({ step }) => step?.n === 1);
    const both = await Promise.allSettled([
      one.setStep({ id: "by one", rights: WRITING }),
      other.setStep({ id: "by other", rights: WRITING }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await Promise.all([one.close(), other.close()]);
  });

  it("is not set by who may not, nor without a connection", async () => {
    const { token } = await seatBy(tokens.writeCode, relay);
    const customer = await openNotes(newDevice(), { open: relay.link(token) });
    await untilStatus(customer, ({ seat }) => seat !== undefined);
    await expect(customer.setStep({ id: "mine", rights: WRITING })).rejects.toThrow(/Only a facilitator/);
    customer.disconnect();
    await expect(customer.setStep({ id: "mine", rights: WRITING })).rejects.toThrow(/no connection/);
    await customer.close();
  });
});
