import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cookies, SESSION_SECONDS } from '../../platform/http/cookies.js';
import { CSRF_COOKIE } from '../../platform/http/csrf.js';
import { SESSION_COOKIE } from '../actor.resolver.js';
import { newSecret } from '../secrets.js';
import type { Browser, Entry } from '../sign-in.service.js';
import { PENDING_SECONDS } from '../second-factor/pending-sign-ins.service.js';
import { DEVICE_SECONDS } from './known-devices.js';

/** Says of a browser that it signed in before. It opens nothing. */
const DEVICE_COOKIE = 'waymark_device';
/** Of a sign-in between its two steps. */
export const SECOND_STEP_COOKIE = 'waymark_second_step';

export const browserOf = (request: FastifyRequest, cookies: Cookies): Browser => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
  formerSession: cookies.get(request, SESSION_COOKIE),
  device: { sent: cookies.get(request, DEVICE_COOKIE), next: newSecret().secret },
});

/**
 * Gives the browser that signed in the secret of its session, for as long as the session may last: a phone closes its
 * browser whenever it needs the room. And what it is known by. Nothing it held before a sign-in holds after it.
 */
export function setSessionCookie(
  reply: FastifyReply,
  secret: string,
  { device }: Browser,
  cookies: Cookies,
): void {
  cookies.set(reply, SESSION_COOKIE, secret, SESSION_SECONDS);
  if (device) cookies.set(reply, DEVICE_COOKIE, device.next, DEVICE_SECONDS);
  cookies.clear(reply, CSRF_COOKIE);
}

/**
 * What a browser forgets at sign-out: copies of pages, what scripts stored, and what named the session. Not `"cookies"`:
 * that reaches every other site under the same registered domain, and takes the chosen language.
 */
export function forgetSession(reply: FastifyReply, cookies: Cookies): void {
  cookies.clear(reply, SESSION_COOKIE);
  cookies.clear(reply, CSRF_COOKIE);
  void reply.header('clear-site-data', '"cache", "storage"');
}

/** Gives the browser what its sign-in led to; answers where it goes on. */
export function letIn(
  reply: FastifyReply,
  entry: Entry,
  next: string,
  { browser, cookies }: { browser: Browser; cookies: Cookies },
): string {
  if ('session' in entry) {
    setSessionCookie(reply, entry.session, browser, cookies);
    return next;
  }
  cookies.set(reply, SECOND_STEP_COOKIE, entry.pending, PENDING_SECONDS);
  return '/sign-in/second-step';
}
