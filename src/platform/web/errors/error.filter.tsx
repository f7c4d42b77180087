import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { UnavailableError } from '../../errors.js';
import { KeyRefusedError, SecondFactorNeededError, SignInNeededError } from '../../http/access.js';
import { ActorResolver, visitor } from '../../http/actor.js';
import { isApi, SAFE_METHODS } from '../../http/csrf.js';
import { isHtmx, isOwnForm } from '../../http/requests/own-form.js';
import { SecretAddresses } from '../../http/secret-address.js';
import { negotiateLanguage, type TextKey, translator } from '../../i18n/i18n.js';
import { outsideFailure } from '../../outside-failure.js';
import { openedAt, sentForm } from '../kept/sent-form.js';
import { Fragment, Page, Redirect } from '../page.js';
import { PageRenderer } from '../page-renderer.js';
import { ErrorPage } from './error-page.js';
import { describe, type Failure, problem } from './failure.js';

const REFUSED = 'Bearer error="invalid_token"';

/** Turns every error into an RFC 9457 problem document (API) or a page. People's mistakes are not logged as errors. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(
    private readonly renderer: PageRenderer,
    private readonly resolver: ActorResolver,
    private readonly addresses: SecretAddresses,
    @Inject(CONFIG) private readonly config: Config,
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
      // Says to a program what kind of proof it takes (RFC 6750).
      if (failure.status === 401)
        void reply.header('www-authenticate', error instanceof KeyRefusedError ? REFUSED : 'Bearer');
      void reply.status(failure.status).header('content-type', 'application/problem+json');
      await reply.send(JSON.stringify(problem(error, failure)));
      return;
    }
    await this.knowWhoAsks(request);
    await reply.send(await this.renderer.send(this.answer(error, failure, request), request, reply));
  }

  private answer(error: unknown, failure: Failure, request: FastifyRequest): Page | Redirect | Fragment {
    const { status, reason, values } = failure;
    // Never a redirect: htmx would follow it, and put the page it leads to into this one.
    if (isHtmx(request)) {
      const t = translator(request.actor!.language);
      return new Fragment(<p data-reason={failure.code}>{t(reason as TextKey, values)}</p>, status);
    }
    const { publicUrl } = this.config;
    const form = isOwnForm(request, publicUrl) ? sentForm(request) : null;
    if (!form && error instanceof SignInNeededError) {
      const back = request.method === 'GET' ? request.url : openedAt(request, this.addresses, publicUrl);
      const next = this.addresses.leadingBack(back);
      return new Redirect(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`, undefined, false);
    }
    if (!form && error instanceof SecondFactorNeededError)
      return new Redirect('/account/second-factor', 'notice.secondFactorNeeded', false);
    const staleToken = reason === 'error.csrf' || status === 401;
    const token = (request.body as { _csrf?: string } | undefined)?._csrf ?? null;
    const refused = form
      ? { form, again: staleToken || status === 429 || status >= 500, token: staleToken ? null : token }
      : undefined;
    const isUpload = /^multipart\//i.test(request.headers['content-type'] ?? '');
    const sent = SAFE_METHODS.has(request.method) ? null : isUpload ? 'file' : 'form';
    return new Page(<ErrorPage {...{ status, reason, values, refused, sent }} />, status);
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
