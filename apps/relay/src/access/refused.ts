/** A request that is not granted. */

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429;

/** Its message is one sentence for people that says what to do. */
export class Refused extends Error {
  /** As in HTTP. */
  readonly status: RefusalStatus;
  /** When trying again may help, in seconds. */
  readonly retryAfter: number | undefined;

  constructor(status: RefusalStatus, message: string, retryAfter?: number) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
