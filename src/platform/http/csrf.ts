import csrf from '@fastify/csrf';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { ForbiddenError } from '../errors.js';
import { Keys } from '../keys.js';
import type { Actor } from './actor.js';
import { Cookies, SESSION_SECONDS } from './cookies.js';
import { isOurOwn } from './same-origin.js';

export const CSRF_COOKIE = 'waymark_csrf';
/** Methods that change nothing. */
export const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cross-site request forgery: a form carries a token bound to the visitor's cookie and session. */
@Injectable()
export class Csrf {
  /** By the id of the key, the current one first. A token begins with it: a page that is open outlives a new key. */
  private readonly tokens: Map<string, csrf.TokensUserinfo>;
  private readonly origin: string;

  constructor(
    @Inject(CONFIG) config: Config,
    keys: Keys,
    private readonly cookies: Cookies,
  ) {
    this.origin = new URL(config.publicUrl).origin;
    this.tokens = new Map(
      keys.all.map((key) => [key.id, new csrf.Tokens({ hmacKey: keys.keyFor('csrf', key), userInfo: true })]),
    );
  }

  /** A token for the forms of one page; the cookie it belongs to is kept as long again as a session may last. */
  token(request: FastifyRequest, reply: FastifyReply): string {
    const [keyId, tokens] = [...this.tokens][0]!;
    const known = this.cookies.get(request, CSRF_COOKIE);
    const secret = known || tokens.secretSync();
    this.cookies.set(reply, CSRF_COOKIE, secret, SESSION_SECONDS);
    request.cookies[this.cookies.nameOf(CSRF_COOKIE)] = secret;
    return `${keyId}.${tokens.create(secret, request.actor?.sessionId ?? 'visitor')}`;
  }

  /**
   * Throws ForbiddenError for an unsafe request that no page of ours sent, or that does not carry the page's token.
   * A bearer token is not sent by browsers on their own, so such requests need none.
   * Multipart forms carry it in the address: their body is not read before access is checked.
   */
  check(request: FastifyRequest, _reply: FastifyReply, actor: Actor): void {
    if (SAFE_METHODS.has(request.method) || actor.kind === 'token') return;
    if (!isOurOwn(request, this.origin)) throw new ForbiddenError('error.origin');
    const sent =
      (request.body as Record<string, unknown> | undefined)?._csrf ??
      request.headers['x-csrf-token'] ??
      (request.query as Record<string, unknown> | undefined)?._csrf;
    const secret = this.cookies.get(request, CSRF_COOKIE);
    if (typeof sent !== 'string' || !secret || !this.verify(secret, sent, actor))
      throw new ForbiddenError('error.csrf');
  }

  private verify(secret: string, sent: string, actor: Actor): boolean {
    const [keyId, token] = sent.split('.', 2);
    return this.tokens.get(keyId!)?.verify(secret, token ?? '', actor.sessionId ?? 'visitor') ?? false;
  }
}

/** By the route that answers and not by the address, which may be written in more than one way (`/%61pi/`). */
export const isApi = (request: FastifyRequest) =>
  (request.routeOptions.url ?? request.url).startsWith('/api/');
