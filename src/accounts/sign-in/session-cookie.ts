import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config.js';
import { SESSION_COOKIE } from '../actor.resolver.js';
import type { Browser } from '../sign-in.service.js';

export const browserOf = (request: FastifyRequest): Browser => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});

/** Over HTTPS only, where the product is reached that way. */
export const isSecure = (config: Config) => config.publicUrl.startsWith('https:');

/** Gives the browser the secret of its session, until it is closed. */
export function setSessionCookie(reply: FastifyReply, secret: string, config: Config): void {
  const secure = isSecure(config);
  reply.setCookie(SESSION_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
