import type { FastifyRequest } from 'fastify';
import { isApi, SAFE_METHODS } from '../csrf.js';
import { isOurOwn } from '../same-origin.js';

/** What is read of somebody who may not go where they go, to be given back to them. */
const MOST = 256_000;

/** One of htmx: it puts the answer into the page, so it gets a piece of one, and never a redirect. */
export const isHtmx = ({ headers }: Pick<FastifyRequest, 'headers'>) => headers['hx-request'] === 'true';

/** A form that a page of ours sent, without a file. */
export const isOwnForm = (request: FastifyRequest, publicUrl: string): boolean =>
  !SAFE_METHODS.has(request.method) &&
  !isApi(request) &&
  /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '') &&
  isOurOwn(request, new URL(publicUrl).origin);

/**
 * Whether a form is read although whoever sent it may not go there: the session of somebody ended while they were typing,
 * and what they typed is given back. It says its size, and that is no more than one person types.
 */
export const isGivenBack = (request: FastifyRequest, publicUrl: string): boolean =>
  !isHtmx(request) &&
  Number(request.headers['content-length'] ?? Infinity) <= MOST &&
  isOwnForm(request, publicUrl);
