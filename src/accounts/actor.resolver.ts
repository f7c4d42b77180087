import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock.js';
import { type Actor, ActorResolver, visitor } from '../platform/http/actor.js';
import { Cookies } from '../platform/http/cookies.js';
import { isApi } from '../platform/http/csrf.js';
import { isLanguage, negotiateLanguage } from '../platform/i18n/i18n.js';
import { throughKey } from './keys/through-key.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './keys/tokens.service.js';
import { actorOf } from './actor-of.js';
import { SecondFactorRequirement } from './second-factor/requirement.service.js';

export const SESSION_COOKIE = 'waymark_session';
export const LANGUAGE_COOKIE = 'waymark_language';

/**
 * A key on the API, as far as it reaches; else a session cookie. What is no key is refused there, whatever the route
 * asks for. A key anywhere but on the API, as anything else, is a visitor.
 */
@Injectable()
export class AccountActorResolver extends ActorResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
    private readonly cookies: Cookies,
    private readonly secondFactor: SecondFactorRequirement,
  ) {
    super();
  }

  async resolve(request: FastifyRequest): Promise<Actor> {
    const chosen = this.cookies.get(request, LANGUAGE_COOKIE);
    const language =
      chosen && isLanguage(chosen) ? chosen : negotiateLanguage(request.headers['accept-language']);
    const authorization = request.headers.authorization;
    if (authorization !== undefined) {
      if (!isApi(request)) return visitor(language);
      const [, secret] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
      const key = secret ? await this.tokens.find(secret) : null;
      if (!key) return { ...visitor(language), keyRefused: true };
      const person = actorOf(key.account, 'token', this.clock.now());
      return throughKey(this.secondFactor.withheld(key.account, person), key);
    }
    const secret = this.cookies.get(request, SESSION_COOKIE);
    const session = secret ? await this.signIns.find(secret) : null;
    if (!session) return visitor(language);
    const actor = this.secondFactor.withheld(
      session.account,
      actorOf(session.account, 'person', this.clock.now(), session.id),
    );
    // A browser keeps what was chosen in it last, also while nobody is signed in.
    return chosen && isLanguage(chosen) ? { ...actor, language: chosen } : actor;
  }
}

/** The system acting by itself: a sweep, a command. It has no grants; it uses verbs made for it. */
export const SYSTEM: Pick<Actor, 'accountId' | 'name'> = { accountId: null, name: 'Waymark' };
