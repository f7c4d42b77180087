import csrf from '@fastify/csrf';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { ForbiddenError } from '../errors.js';
import type { Actor } from './actor.js';

const COOKIE = 'waymark_csrf';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cross-site request forgery: a form carries a token bound to the visitor's cookie and session. */
@Injectable()
export class Csrf {
  private readonly tokens: csrf.TokensUserinfo;
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.tokens = new csrf.Tokens({ hmacKey: config.secretKey, userInfo: true });
    this.secure = config.publicUrl.startsWith('https:');
  }

  /** A token for the forms of one page; sets the cookie it belongs to when there is none yet. */
  token(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[COOKIE];
    const secret = known || this.tokens.secretSync();
    if (!known) {
      reply.setCookie(COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
      request.cookies[COOKIE] = secret;
    }
    return this.tokens.create(secret, request.actor?.sessionId ?? 'visitor');
  }

  /**
   * Throws ForbiddenError for an unsafe request that does not carry the page's token.
   * A bearer token is not sent by browsers on their own, so such requests need none.
   * Multipart forms carry it in the address: their body is not read before access is checked.
   */
  check(request: FastifyRequest, _reply: FastifyReply, actor: Actor): void {
    if (SAFE.has(request.method) || actor.kind === 'token') return;
    if (isApi(request) && request.headers.authorization !== undefined && actor.kind === 'visitor') return;
    const sent =
      (request.body as Record<string, unknown> | undefined)?._csrf ??
      request.headers['x-csrf-token'] ??
      (request.query as Record<string, unknown> | undefined)?._csrf;
    const secret = request.cookies[COOKIE];
    const valid =
      request.headers['sec-fetch-site'] !== 'cross-site' &&
      typeof sent === 'string' &&
      typeof secret === 'string' &&
      this.tokens.verify(secret, sent, actor.sessionId ?? 'visitor');
    if (!valid) throw new ForbiddenError('error.csrf');
  }
}

export const isApi = (request: FastifyRequest) => request.url.startsWith('/api/');
