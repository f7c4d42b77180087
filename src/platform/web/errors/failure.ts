import { HttpException } from '@nestjs/common';
import { ConflictError, DomainError, ForbiddenError, InvalidError, UnavailableError } from '../../errors.js';
import { KeyRefusedError, SignInNeededError } from '../../http/access.js';
import { RefusedRequestError } from '../../http/requests/refused-request.js';
import { messageText, type TextKey, translator } from '../../i18n/i18n.js';

/** An error in the words of HTTP. */
export interface Failure {
  status: number;
  code: string;
  /** Catalogue key of the sentence a person reads. */
  reason: string;
  values?: Record<string, string | number>;
}

/** What anything that was thrown means; 500 for what is not known. */
export function describe(error: unknown): Failure {
  if (error instanceof SignInNeededError)
    return { status: 401, code: 'sign-in-needed', reason: 'error.signIn' };
  if (error instanceof KeyRefusedError)
    return { status: 401, code: 'key-refused', reason: 'error.keyRefused' };
  if (error instanceof DomainError)
    return { status: error.status, code: error.code, reason: reasonOf(error) };
  if (error instanceof RefusedRequestError) {
    const { status, reason, values } = error;
    return { status, code: CODES[status] ?? 'bad-request', reason, values };
  }
  const status = statusOf(error);
  if (status === 404) return { status, code: 'not-found', reason: 'error.notFound' };
  if (status === 413) return { status, code: CODES[413]!, reason: 'error.tooLarge' };
  if (status === 415) return { status, code: CODES[415]!, reason: 'error.contentType' };
  if (status >= 400 && status < 500) return { status, code: 'bad-request', reason: 'error.badRequest' };
  return { status: 500, code: 'internal', reason: 'error.internal' };
}

const CODES: Record<number, string> = { 413: 'too-large', 415: 'unsupported-type' };

function reasonOf(error: DomainError): string {
  if (
    error instanceof ForbiddenError ||
    error instanceof ConflictError ||
    error instanceof UnavailableError
  ) {
    return error.reason;
  }
  return error instanceof InvalidError ? 'error.invalid' : 'error.notFound';
}

/** Nest's and Fastify's own errors (unknown route, body too large, malformed JSON) carry a status. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, message } = (error ?? {}) as { statusCode?: unknown; message?: unknown };
  if (typeof statusCode === 'number') return statusCode;
  // An upload that was broken off: the parser of forms gives its errors no code.
  return typeof message === 'string' && /unexpected end of (multipart data|form)/i.test(message) ? 400 : 500;
}

/** The same as an RFC 9457 problem document. */
export function problem(error: unknown, failure: Failure) {
  const t = translator('en');
  return {
    type: `urn:waymark:problem:${failure.code}`,
    title: t(failure.reason as TextKey, failure.values),
    status: failure.status,
    ...(error instanceof InvalidError && {
      errors: Object.fromEntries(
        Object.entries(error.fields).map(([field, message]) => [field, messageText(t, message)]),
      ),
    }),
    ...(error instanceof ConflictError && error.resource !== undefined && { current: error.resource }),
  };
}
