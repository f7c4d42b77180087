/** A request that is wrong as HTTP, whatever it wants. The filter makes a page or a problem document of it. */
export class RefusedRequestError extends Error {
  /** `reason` is a catalogue key that says why, with its values. */
  constructor(
    readonly status: 400 | 413 | 414 | 415 | 417 | 431,
    readonly reason = 'error.badRequest',
    readonly values?: Record<string, string | number>,
  ) {
    super(reason);
  }
}

/** More than a route takes. */
export const tooLarge = (bytes: number) =>
  new RefusedRequestError(413, 'error.tooLargeFor', { maximum: Math.floor(bytes / 1000) });
