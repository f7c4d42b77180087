import type { FastifyRequest } from 'fastify';

/** What the browser says of the page that sent a request. Pages cannot write any of it. */
type Sender = Pick<FastifyRequest, 'headers'>;

/**
 * Whether a page of our own sent it: by its Origin, which browsers send with all that changes something; where there is
 * none by Sec-Fetch-Site, or else by the Referer. `null` is the Origin of nobody who may be known, and refused.
 */
export function isOurOwn({ headers }: Sender, ourOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site') return false;
  if (headers.origin !== undefined) return headers.origin === ourOrigin;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { referer } = headers;
  return referer !== undefined && URL.canParse(referer) && new URL(referer).origin === ourOrigin;
}
