import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnavailableError } from '../../errors.js';
import { SecondFactorNeededError, SignInNeededError } from '../../http/access.js';
import { ActorResolver, visitor } from '../../http/actor.js';
import { isApi } from '../../http/csrf.js';
import { SecretAddresses } from '../../http/secret-address.js';
import { negotiateLanguage } from '../../i18n/i18n.js';
import { outsideFailure } from '../../outside-failure.js';
import { Page, Redirect } from '../page.js';
import { PageRenderer } from '../page-renderer.js';
import { ErrorPage } from './error-page.js';
import { describe, problem } from './failure.js';

/** Turns every error into an RFC 9457 problem document (API) or a page. People's mistakes are not logged as errors. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(
    private readonly renderer: PageRenderer,
    private readonly resolver: ActorResolver,
    private readonly addresses: SecretAddresses,
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
      const leadsBack = request.method === 'GET' && !this.addresses.holds(request.url);
      const next = leadsBack ? `?next=${encodeURIComponent(request.url)}` : '';
      await reply.send(await this.renderer.send(new Redirect(`/sign-in${next}`), request, reply));
      return;
    }
    if (error instanceof SecondFactorNeededError) {
      const there = new Redirect('/account/second-factor', 'notice.secondFactorNeeded');
      await reply.send(await this.renderer.send(there, request, reply));
      return;
    }
    await this.knowWhoAsks(request);
    const content = <ErrorPage {...failure} />;
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
