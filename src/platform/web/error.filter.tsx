import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConflictError, DomainError, ForbiddenError, InvalidError, UnavailableError } from '../errors.js';
import { outsideFailure } from '../outside-failure.js';
import { messageText, negotiateLanguage, type TextKey, translator } from '../i18n/i18n.js';
import { ErrorPage } from './error-page.js';
import { Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';
import { SignInNeededError } from '../http/access.js';
import { ActorResolver, visitor } from '../http/actor.js';
import { isApi } from '../http/csrf.js';

interface Failure {
  status: number;
  code: string;
  /** Catalogue key of the sentence a person reads. */
  reason: string;
}

/** Turns every error into an RFC 9457 problem document (API) or a page. People's mistakes are not logged as errors. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(
    private readonly renderer: PageRenderer,
    private readonly resolver: ActorResolver,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const outside = outsideFailure(thrown);
    const error = outside ?? thrown;
    const failure = describe(error);
    const words = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    if (failure.status >= 500) this.logger.error(words);
    else if (outside) this.logger.warn(words);
    if (error instanceof UnavailableError && error.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', error.retryAfterSeconds);
    }
    if (isApi(request)) {
      void reply.status(failure.status).header('content-type', 'application/problem+json');
      await reply.send(JSON.stringify(problem(error, failure)));
      return;
    }
    if (error instanceof SignInNeededError) {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
      await reply.send(await this.renderer.send(new Redirect(`/sign-in${next}`), request, reply));
      return;
    }
    await this.knowWhoAsks(request);
    const content = <ErrorPage status={failure.status} reason={failure.reason} />;
    await reply.send(await this.renderer.send(new Page(content, failure.status), request, reply));
  }

  /**
   * The page names who is signed in, which may be what cannot be found out. What is thrown here is caught by nobody:
   * the request would never be answered, and the process would end.
   */
  private async knowWhoAsks(request: FastifyRequest): Promise<void> {
    const language = negotiateLanguage(request.headers['accept-language']);
    request.actor ??= await this.resolver.resolve(request).catch(() => visitor(language));
  }
}

function describe(error: unknown): Failure {
  if (error instanceof SignInNeededError)
    return { status: 401, code: 'sign-in-needed', reason: 'error.signIn' };
  if (error instanceof DomainError)
    return { status: error.status, code: error.code, reason: reasonOf(error) };
  const status = statusOf(error);
  if (status === 404) return { status, code: 'not-found', reason: 'error.notFound' };
  if (status === 413) return { status, code: 'too-large', reason: 'error.tooLarge' };
  if (status >= 400 && status < 500) return { status, code: 'bad-request', reason: 'error.badRequest' };
  return { status: 500, code: 'internal', reason: 'error.internal' };
}

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

function problem(error: unknown, failure: Failure) {
  const t = translator('en');
  return {
    type: `urn:waymark:problem:${failure.code}`,
    title: t(failure.reason as TextKey),
    status: failure.status,
    ...(error instanceof InvalidError && {
      errors: Object.fromEntries(
        Object.entries(error.fields).map(([field, message]) => [field, messageText(t, message)]),
      ),
    }),
    ...(error instanceof ConflictError && error.resource !== undefined && { current: error.resource }),
  };
}
