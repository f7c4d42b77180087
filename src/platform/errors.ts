/** Message keys by field name; `''` is the form as a whole. Values are catalogue keys, with their values. */
export type FieldErrors = Record<string, FieldMessage>;
export interface FieldMessage {
  key: string;
  values?: Record<string, string | number>;
}

/** The five kinds of error a service may throw. One filter turns them into a page or a problem document. */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;
}

/** It does not exist, or the actor may not know that it does. */
export class NotFoundError extends DomainError {
  readonly status = 404;
  readonly code = 'not-found';
  constructor(readonly what: string) {
    super(`${what} not found`);
  }
}

/** The actor may see it but not do this to it. */
export class ForbiddenError extends DomainError {
  readonly status = 403;
  readonly code = 'forbidden';
  /** `reason` is a catalogue key that tells the person why. */
  constructor(readonly reason = 'error.forbidden') {
    super(reason);
  }
}

/** Input that cannot be accepted; nothing was changed. */
export class InvalidError extends DomainError {
  readonly status = 422;
  readonly code = 'invalid';
  constructor(readonly fields: FieldErrors) {
    super(`invalid: ${Object.keys(fields).join(', ')}`);
  }
  static field(name: string, key: string, values?: FieldMessage['values']) {
    return new InvalidError({ [name]: { key, values } });
  }
}

/** What was sent collides with what is there: a stale version, or a move the state does not allow. */
export class ConflictError extends DomainError {
  readonly status = 409;
  readonly code = 'conflict';
  /** What the API shows of `current`, made at its edge. `current` may be a row, and is for pages. */
  resource?: unknown;
  /** `current` is the state as it is now, so that both versions can be shown. */
  constructor(
    readonly reason: string,
    readonly current?: unknown,
  ) {
    super(reason);
  }
}

/** Something this needs is down or refused for now; trying later may work. */
export class UnavailableError extends DomainError {
  readonly status: number;
  readonly code = 'unavailable';
  constructor(
    readonly reason: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(reason);
    this.status = retryAfterSeconds === undefined ? 503 : 429;
  }
}
