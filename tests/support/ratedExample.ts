/** The example as a file, with feelings of as many people as a test or a picture asks for. */
import { expect, type Page } from "@playwright/test";
import { writeSameside } from "@sameside/interchange";
import { type Actor, EXAMPLE_JOURNEY, importJourney, newBoard, rate, readBoard, stateOf } from "@sameside/model";
import { card } from "./people.ts";

export interface Felt {
  readonly role: "customer" | "colleague";
  /** Numbers the people of a role. */
  readonly nth: number;
  /** −1…+1. */
  readonly value: number;
}

/** Opens it from the first screen. `feltAt`: what is felt at a touchpoint, by its number from the left. */
export async function openRatedExample(page: Page, feltAt: (touchpoint: number) => readonly Felt[]): Promise<void> {
  const board = newBoard();
  const actor = (role: Felt["role"], nth: number): Actor => ({
    ...{ person: `${role}${nth}`.padEnd(16, "0"), role, now: () => 1 },
  });
  const draft = {
    ...EXAMPLE_JOURNEY,
    phases: EXAMPLE_JOURNEY.phases.map((phase) => ({
      ...phase,
      touchpoints: phase.touchpoints.map(({ score: _, ...touchpoint }) => touchpoint),
    })),
  };
  importJourney(board, actor("colleague", 0), { draft });
  const touchpoints = readBoard(board).journeys.flatMap(({ phases }) => phases.flatMap((it) => it.touchpoints));
  for (const [index, { id }] of touchpoints.entries())
    for (const { role, nth, value } of feltAt(index)) rate(board, actor(role, nth), { touchpoint: id, value });
  const workshop = "ratedratedratedrated01";
  const bytes = writeSameside({
    ...{ app: "test", workshop, createdAt: "2026-11-23T00:00:00.000Z", answers: [], attachments: [] },
    documents: [{ room: `${workshop}.board.table1`, kind: "board", state: stateOf(board), view: readBoard(board) }],
  });
  const file = { name: "rated.sameside", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(card(page, "Old part numbers find nothing")).toBeVisible();
}
