import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { RefusedRequestError } from './refused-request.js';

export const LONGEST_ADDRESS = 8_000;
const PARAMETERS = 500;

const REFUSED = Symbol('refused');
type Raw = Pick<IncomingMessage, 'url'> & { [REFUSED]?: RefusedRequestError };

/**
 * For the router, which answers an address that it cannot read by itself and in no words of ours: such an address leads
 * nowhere instead, and says why to `oddityOf`.
 */
export function readableAddress(request: Raw): string {
  const address = request.url ?? '/';
  const refused = wrongWith(address);
  if (!refused) return address;
  request[REFUSED] = refused;
  return address.startsWith('/api/') ? '/api/unreadable' : '/unreadable';
}

function wrongWith(address: string): RefusedRequestError | null {
  if (address.length > LONGEST_ADDRESS) return new RefusedRequestError(414, 'error.longAddress');
  const [path, query = ''] = address.split('?', 2) as [string, string?];
  const many = query.split('&', PARAMETERS + 1).length > PARAMETERS;
  return many || !isDecodable(path) ? new RefusedRequestError(400) : null;
}

function isDecodable(path: string): boolean {
  try {
    return path.startsWith('/') && decodeURIComponent(path).isWellFormed();
  } catch {
    return false;
  }
}

/** What is odd about a request as HTTP, before anybody asks what it wants; null when nothing is. */
export function oddityOf({ raw, headers }: FastifyRequest): RefusedRequestError | null {
  const refused = (raw as Raw)[REFUSED];
  if (refused) return refused;
  if (headers.host === undefined && raw.httpVersion === '1.1') return new RefusedRequestError(400);
  // What is packed grows when it is unpacked, and no browser packs what it sends.
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? null : new RefusedRequestError(415, 'error.contentEncoding');
}
